"""Erase an audit: every row and key of it. The worker does this when its time is over.

May be interrupted and run again: rows go all at once, and what is left of keys before
that goes with the next try.
"""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import PEERAUDIT, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit
from peeraudit.audit.retention import erasure_of, is_over
from peeraudit.audit.rounds import is_launched, last_of_several
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.kept_counts import pooling_key
from peeraudit.operations.record_act import record_within
from peeraudit.operations.retention import retention_within
from peeraudit.sealing.keys import KeyFolder, KeyKind
from peeraudit.storage import audits, drafted_audits, erasing, keeping
from peeraudit.storage.sealed_rows import SealedRows

log = logging.getLogger(__name__)


def erase_when_due(installation: Installation, audit: str, *, at: datetime) -> bool:
    """Erase an audit whose time is over and that was told of; say whether it is gone.

    Looked at once more while nobody else can change it: somebody may have decided just
    now to keep it.
    """
    with installation.changing_accounts() as rows:
        found = audits.find(rows.connection, audit, locked=True)
        if found is None or not _is_due(rows, found, at):
            return found is None
        if not _frees_the_next(rows.connection, found):
            return False
        erase_within(installation, rows, found, PEERAUDIT, at=at)
    installation.database.forget_erased()
    log.info("audit %s: erased", audit)
    return True


def erase_within(
    installation: Installation,
    rows: SealedRows,
    audit: Audit,
    by: Account,
    *,
    at: datetime,
) -> None:
    """Destroy the keys of an audit and delete its rows, within a transaction."""
    for folder in _folders(installation):
        for name, kind in _keys(audit):
            folder.destroy(name, kind)
    erasing.erase(rows.connection, audit.id)
    entry = done_by(by, Act.ERASED, at, team=audit.team.id, audit=audit.id)
    record_within(rows, entry)


def _is_due(rows: SealedRows, audit: Audit, at: datetime) -> bool:
    """Say whether an audit's time is over, and pages have said so for long enough."""
    retention = retention_within(rows).retention
    decided = keeping.find(rows.connection, audit.id)
    erasure = erasure_of(audit, retention, decided, at=at)
    return erasure is not None and decided.noticed_at is not None and at >= erasure.at


def _frees_the_next(connection: Connection, audit: Audit) -> bool:
    """See that the next round is not compared with one before this; else say no.

    What a draft says of who joined or left is since this round: it is asked for anew.
    What was launched stays as it is, so this round waits until that report is out.
    """
    rounds = audits.rounds(connection, audit.id)
    if not last_of_several(audit, rounds):
        return True
    drafts = drafted_audits.hold(connection, rounds)
    # Once more: one of them may have been launched until we held it.
    if any(
        is_launched(each) and not is_over(each)
        for each in audits.rounds(connection, audit.id)
        if each.promise.closes_at > audit.promise.closes_at
    ):
        return False
    for each in drafts:
        groups = tuple(replace(group, changed=None) for group in each.promise.groups)
        promise = replace(each.promise, groups=groups)
        drafted_audits.change(connection, replace(each, promise=promise))
    return True


def _folders(installation: Installation) -> Iterator[KeyFolder]:
    """Yield the folders that this process may change keys in.

    A draft has no keys: nothing is left where the website erases one.
    """
    if installation.worker_keys is not None:
        yield installation.worker_keys
        yield installation.web_keys


def _keys(audit: Audit) -> Iterator[tuple[str, KeyKind]]:
    """Yield everything that a key of an audit could be filed under."""
    for kind in KeyKind:
        yield audit.id, kind
        for group in Group:
            yield pooling_key(audit.id, group), kind
