"""Keep an audit for longer, or have it erased: by the trust lead, with notice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.record import Act, Entry, done_by
from peeraudit.account.roles import Account, Right
from peeraudit.audit.audit import Audit
from peeraudit.audit.months import months_after
from peeraudit.audit.retention import Keeping, is_over, soonest
from peeraudit.operations.acting import NotAllowed, as_they_are
from peeraudit.operations.erase_audit import erase_within
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_within
from peeraudit.operations.retention import erasures
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import audits, keeping
from peeraudit.storage.sealed_rows import SealedRows

LONGER = (12, 24, 60)
"""For how many months from now an audit can be kept (our judgement)."""

LONGEST_REASON = 500
"""Signs: two or three sentences."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides about an audit's time, and when."""

    by: Account
    at: datetime


def keep_longer(
    installation: Installation, audit: str, months: int, reason: str, decision: Decision
) -> datetime:
    """Keep an audit until so many months from now; return that moment.

    Raises
    ------
    NotAllowed
        If it is not theirs to decide.
    WrongState
        If the time is not on offer, there is no reason, or people are being asked.
    """
    if months not in LONGER or not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise WrongState("choose until when, and say why")
    until = months_after(decision.at, months)
    on_offer = longer_times(installation, installation.audit(audit), at=decision.at)
    if (months, until) not in on_offer:
        raise WrongState("that is no longer than it is kept now")
    with installation.changing_accounts() as rows:
        found = _held(rows, audit, decision.by)
        keeping.keep(rows.connection, audit, Keeping(until, reason.strip()))
        record_within(rows, _entry(found, decision, "kept longer"))
    return until


def ask_to_erase(
    installation: Installation, audit: str, decision: Decision
) -> datetime | None:
    """Have an audit erased after thirty days; at once if nobody was ever asked in it.

    Returns
    -------
        When it is erased; nothing where it is gone now.

    Raises
    ------
    NotAllowed
        If it is not theirs to decide.
    WrongState
        If people are being asked in it, or its report is not out.
    """
    at = decision.at
    with installation.changing_accounts() as rows:
        found = _held(rows, audit, decision.by)
        when = soonest(found, at=at)
        if when == at:
            erase_within(installation, rows, found, decision.by, at=at)
        else:
            told = Keeping(when, "", noticed_at=at)
            keeping.keep(rows.connection, audit, told)
            record_within(rows, _entry(found, decision, "to be erased"))
    if when > at:
        return when
    installation.database.forget_erased()
    return None


def read_keeping(installation: Installation, audit: str) -> Keeping:
    """Return what was decided about an audit's time."""
    with installation.database.reading() as connection:
        return keeping.find(connection, audit)


def longer_times(
    installation: Installation, audit: Audit, *, at: datetime
) -> Iterator[tuple[int, datetime]]:
    """Yield until when an audit can be kept for longer: the months, and the moment."""
    when = erasures(installation, (audit,), at=at).get(audit.id)
    for months in LONGER:
        until = months_after(at, months)
        if when and until > when.at:
            yield months, until


def _held(rows: SealedRows, audit: str, by: Account) -> Audit:
    """Return an audit that somebody may decide about, held as it is."""
    if not as_they_are(rows, by).may(Right.CHANGE_RETENTION):
        raise NotAllowed("how long an audit is kept is not yours to decide")
    found = audits.find(rows.connection, audit, locked=True)
    if found is None or not is_over(found):
        raise WrongState("this audit is gone, or people are being asked in it")
    return found


def _entry(audit: Audit, decision: Decision, about: str) -> Entry:
    """Return what the record says of it."""
    return done_by(
        decision.by,
        Act.CHANGED_RETENTION,
        decision.at,
        team=audit.team.id,
        audit=audit.id,
        about=about,
    )
