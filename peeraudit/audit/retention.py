"""How long things are kept, and when each audit is erased: never without notice."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.months import months_after
from peeraudit.audit.promise_words import LONDON
from peeraudit.audit.rounds import APART

NOTICE = timedelta(days=30)
"""So long it stands on pages that something will be erased (our judgement)."""

FOREVER = 0
"""Months that say: until somebody erases it."""

AUDIT_MONTHS = (12, 24, 36, 60, FOREVER)
RECORD_MONTHS = (36, 72, 120)
DRAFT_MONTHS = (6, 12, 24)
"""What is on offer (our judgement)."""


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many months things are kept (our judgement: three years and six years).

    Three years show a role through its first re-audits and one more. Six years is how
    long a claim on a contract can be brought, and what many trusts keep records for.
    """

    audits: int = 36
    """From the closing time: report, agreements, actions, meeting."""
    record: int = 72
    """From the day of an entry."""
    drafts: int = 12
    """From the closing time that was planned, where an audit was never launched."""

    def is_shorter_than(self, other: "Retention") -> bool:
        """Say whether anything would be erased sooner."""
        return any(
            _as_long(mine) < _as_long(theirs)
            for mine, theirs in (
                (self.audits, other.audits),
                (self.record, other.record),
                (self.drafts, other.drafts),
            )
        )


USUAL = Retention()
"""What holds until somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What was decided and told about one audit's time."""

    until: datetime | None = None
    """The moment that somebody chose for it; none where the settings say when."""
    reason: str = ""
    """Why it is kept for longer; empty where it is to be erased."""
    noticed_at: datetime | None = None
    """Since when pages say that it will be erased."""
    is_mailed: bool = False
    """Whether its managers have had a mail that says so."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """When an audit is erased."""

    at: datetime
    is_near: bool
    """Whether it is time to say so."""

    @property
    def day(self) -> str:
        """The day, as people read it."""
        return in_days(self.at)


def erasure_of(
    audit: Audit, retention: Retention, keeping: Keeping, *, at: datetime
) -> Erasure | None:
    """Return when an audit is erased; none where nobody knows yet, or never.

    Never sooner than thirty days after its pages have begun to say so. An audit in
    which people are asked, or whose report is not out, is not erased at all.
    """
    due = _due(audit, retention, keeping)
    if due is None:
        return None
    if at < due - NOTICE:
        return Erasure(due, is_near=False)
    return Erasure(max(due, (keeping.noticed_at or at) + NOTICE), is_near=True)


def soonest(audit: Audit, *, at: datetime) -> datetime:
    """Return the first moment at which somebody can have an audit erased.

    At once if nobody was ever asked. Else after the notice, and so long after the
    closing time that no other audit of the team can close within 90 days of it.
    """
    if audit.state is State.DRAFT:
        return at
    return max(at + NOTICE, audit.promise.closes_at + APART)


def is_over(audit: Audit) -> bool:
    """Say whether an audit may be erased: nobody is being asked in it."""
    return audit.state in {State.DRAFT, State.RELEASED}


def in_days(moment: datetime) -> str:
    """Return a moment as the day that people read.

    >>> from datetime import UTC
    >>> in_days(datetime(2026, 7, 3, 16, tzinfo=UTC))
    '3 July 2026'
    """
    local = moment.astimezone(LONDON)
    return f"{local.day} {local:%B %Y}"


def _due(audit: Audit, retention: Retention, keeping: Keeping) -> datetime | None:
    """Return when an audit's time is over."""
    if not is_over(audit):
        return None
    if keeping.until is not None and not keeping.reason:
        return keeping.until
    released = audit.state is State.RELEASED
    months = retention.audits if released else retention.drafts
    if months == FOREVER:
        return None
    due = months_after(audit.promise.closes_at, months)
    # Who keeps one for longer wants it no sooner gone than all the others.
    return max(due, keeping.until or due)


def _as_long(months: int) -> float:
    """Return months to compare."""
    return months or float("inf")
