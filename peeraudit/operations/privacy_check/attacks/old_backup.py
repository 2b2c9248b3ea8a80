"""Open an old backup with everything that is left after closing."""

from collections.abc import Iterator

from peeraudit.operations.privacy_check.keyring import (
    one_of_each_audit,
    opens_any,
    opens_draft,
    possible_keys,
    sealed,
)
from peeraudit.operations.privacy_check.scene import Look, Moment, Person, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)

TELLING = 16
"""Bytes that are hardly ever the same by chance."""


def run(scene: Scene) -> Verdict:
    """Try what is left after closing on what was copied while people answered."""
    old = scene.last_while_open
    if old is None or scene.last.when is not Moment.CLOSED:
        return not_tried("needs a backup from before closing")
    keys = possible_keys(scene.last, also_of_worker=True)
    boxes = one_of_each_audit(old)
    opened = {each.table for each in boxes if opens_any(keys, each)}
    if scene.begun is not None and _opens_draft(scene.begun, old, keys):
        opened.add("a draft, with its code and word")
    if opened:
        return won(f"what is left opens {', '.join(sorted(opened))}")
    number = sum(1 for _ in sealed(old))
    return held(
        f"all {number} sealed values stay shut, to root as well; "
        f"{_where_copies_lie(scene.last, old)}"
    )


def _where_copies_lie(last: Look, old: Look) -> str:
    """Say where copies of what was sealed can still be found."""
    if not last.files:
        return "the files were not looked at for copies"
    still = ", ".join(sorted(set(_still_in(last, old))))
    return f"copies still lie in {still}" if still else "no copy lies in the files"


def _still_in(last: Look, old: Look) -> Iterator[str]:
    """Yield the files, or folders of files, that still hold something sealed."""
    copies = [each.content[:TELLING] for each in sealed(old)]
    for file in last.files:
        if any(copy in file.content for copy in copies):
            yield file.name.partition("/")[0]


def _opens_draft(owner: Person, old: Look, keys: set[bytes]) -> bool:
    """Say whether a key opens an old draft for somebody who has code and word."""
    return any(
        opens_draft(key, each.content, code=owner.code, word=owner.word)
        for each in sealed(old)
        for key in keys
    )


ATTACK = Attack(
    "old-backup", "Open a backup from before closing with all that is left after", run
)
