"""Destroy the keys that an audit needs no more, after any interruption."""

from collections.abc import Iterator

from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.operations.kept_counts import pooling_key
from peeraudit.operations.one_view import OF_ONE_GROUP
from peeraudit.sealing.keys import KeyFolder, KeyKind
from peeraudit.storage import mail, pooled_tallies

Filed = tuple[KeyFolder, str, KeyKind]
"""A key: where it is, what it is filed under, and of what kind it is."""


def destroy_keys(installation: Installation, audit: Audit) -> None:
    """Make what logs and backups still hold unreadable to everyone."""
    for folder, name, kind in _over(installation, audit):
        folder.destroy(name, kind)


def has_keys_left(installation: Installation, audit: Audit) -> bool:
    """Say whether a key is still there that should be gone."""
    over = _over(installation, audit)
    return any(folder.holds(name, kind) for folder, name, kind in over)


def _over(installation: Installation, audit: Audit) -> Iterator[Filed]:
    """Yield every key whose time is over, whether it is still there or not."""
    if audit.state not in {State.SCREENING, State.RELEASED}:
        return
    yield installation.keys, audit.id, KeyKind.ANSWERS
    yield installation.keys, audit.id, KeyKind.INBOX
    yield installation.web_keys, audit.id, KeyKind.DRAFTS
    yield installation.web_keys, audit.id, KeyKind.RECORD
    yield from _over_at_release(installation, audit)
    with installation.database.reading() as connection:
        waiting = pooled_tallies.groups_of(connection, audit.id)
    for group in audit.promise.group:
        if group not in waiting:
            for kind in OF_ONE_GROUP:
                yield installation.keys, pooling_key(audit.id, group), kind


def _over_at_release(installation: Installation, audit: Audit) -> Iterator[Filed]:
    """Yield what is done with once the report is out, and the mail that says so."""
    if audit.state is not State.RELEASED:
        return
    yield installation.web_keys, audit.id, KeyKind.COMMENTS
    with installation.database.reading() as connection:
        has_mail = mail.is_left(connection, audit.id)
    if not has_mail:
        yield installation.keys, audit.id, KeyKind.MAIL
