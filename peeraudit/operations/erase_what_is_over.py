"""Say what will be erased, and erase what was said for long enough, as the worker."""

import logging
from dataclasses import replace
from datetime import datetime

from peeraudit.account.record import LONDON, PEERAUDIT, Act, done_by
from peeraudit.audit.audit import Audit
from peeraudit.audit.months import months_after
from peeraudit.audit.retention import FOREVER, NOTICE, Keeping, Retention, erasure_of
from peeraudit.operations.erase_audit import erase_when_due
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_within
from peeraudit.operations.retention import KeptRetention, read_retention
from peeraudit.operations.steady_clock import is_steady
from peeraudit.storage import audits, keeping, pooled_views, record

log = logging.getLogger(__name__)


def erase_what_is_over(installation: Installation, *, at: datetime) -> None:
    """Look through all audits, views and the record once."""
    kept = read_retention(installation)
    with installation.database.reading() as connection:
        found = list(audits.every(connection))
        decided = keeping.every(connection)
    for audit in found:
        before = decided.get(audit.id, Keeping())
        try:
            _see_to(installation, audit, before, kept.retention, at=at)
        except Exception as error:
            # It does not hold up the others; its message could hold anything.
            log.error("audit %s: not erased, %s", audit.id, type(error).__name__)
    if is_steady(installation, at=at) and _holds(kept, at):
        _erase_old_entries(installation, kept.retention, at=at)
        _erase_old_views(installation, kept.retention, at=at)


def _see_to(
    installation: Installation,
    audit: Audit,
    before: Keeping,
    retention: Retention,
    *,
    at: datetime,
) -> None:
    """Say that one audit will be erased, or erase it, if it is time."""
    erasure = erasure_of(audit, retention, before, at=at)
    is_near = erasure is not None and erasure.is_near
    # One of a day to come is of a clock that was wrong.
    is_noticed = before.noticed_at is not None and before.noticed_at <= at
    if is_near != is_noticed:
        _notice(installation, audit, retention, at=at)
    elif erasure and is_near and at >= erasure.at:
        erase_when_due(installation, audit.id, at=at)


def _notice(
    installation: Installation, audit: Audit, retention: Retention, *, at: datetime
) -> None:
    """Begin to say that an audit will be erased, or take it back."""
    with installation.database.transaction() as connection:
        now = audits.find(connection, audit.id, locked=True)
        if now is None:
            return
        before = keeping.find(connection, audit.id)
        erasure = erasure_of(now, retention, before, at=at)
        noticed = at if erasure and erasure.is_near else None
        told = replace(before, noticed_at=noticed, is_mailed=False)
        keeping.keep(connection, audit.id, told)


def _holds(kept: KeptRetention, at: datetime) -> bool:
    """Say whether what is set has been known for long enough to erase by it."""
    return kept.since is None or at >= kept.since + NOTICE


def _erase_old_entries(
    installation: Installation, retention: Retention, *, at: datetime
) -> None:
    """Erase the entries of the record whose time is over."""
    oldest = months_after(at.astimezone(LONDON), -retention.record).date()
    with installation.reading_accounts() as rows:
        if not record.reaches_before(rows, oldest):
            return
    with installation.changing_accounts() as rows:
        record.forget_before(rows, oldest)


def _erase_old_views(
    installation: Installation, retention: Retention, *, at: datetime
) -> None:
    """Erase the views over teams that were made so long ago as audits are kept."""
    if retention.audits == FOREVER:
        return
    with installation.database.reading() as connection:
        old = [
            each
            for each in pooled_views.every(connection)
            if at >= months_after(each.made_at, retention.audits)
        ]
    if old:
        with installation.changing_accounts() as rows:
            for view in old:
                pooled_views.forget(rows.connection, view.id)
                entry = done_by(PEERAUDIT, Act.ERASED, at, about=view.name)
                record_within(rows, entry)
        installation.database.forget_erased()
