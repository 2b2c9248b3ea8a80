"""What an installation should put right before people are asked."""

from collections.abc import Iterator

from peeraudit.report.dpia_facts import Described, KeyPlace, Place

ONE_FOLDER = (
    "KEYS_DIR and WEB_KEYS_DIR are one folder, or one lies in the other. The website "
    "could then reach the keys that open answers. Keep them apart."
)
NO_TLS = (
    "SITE_URL is not set to an address with https. Answers and codes must travel "
    "encrypted, and the cookie must be for encrypted connections only."
)
NO_SUPPORT = (
    "SUPPORT is empty, and so are the contacts on the settings page. Name somebody of "
    "the organisation whom people can turn to: it is shown on the support page."
)


def to_put_right(described: Described) -> Iterator[str]:
    """Yield a sentence or two for each thing that weakens what people are promised."""
    yield from _about("KEYS_DIR", described.keys)
    yield from _about("WEB_KEYS_DIR", described.web_keys)
    if described.one_key_folder:
        yield ONE_FOLDER
    if not described.site_url.startswith("https://"):
        yield NO_TLS
    if not described.support:
        yield NO_SUPPORT


def _about(name: str, folder: KeyPlace | None) -> Iterator[str]:
    """Yield what is wrong with one key folder."""
    if folder is None:
        yield (
            f"{name} could not be seen by whoever made this page. Make the page again "
            "as the worker's user, with the worker's settings."
        )
        return
    if folder.place is Place.TOGETHER:
        yield (
            f"{name} and the database lie in one folder: a backup of it would hold "
            "both. Move one of them."
        )
    if folder.place is Place.SAME_DISK:
        yield (
            f"{name} and the database are on one disk: a snapshot of it would hold "
            "both. Leave the folder out of snapshots, or move it to another disk."
        )
    if folder.mode is None:
        yield (
            f"{name} is not there yet. Make it before the first launch, with mode "
            f"{folder.allowed:o}."
        )
    if folder.is_too_open:
        yield (
            f"{name}, or a file in it, is open to more people than it should be. Set "
            f"the folder to mode {folder.allowed:o}, and its files to no more."
        )
