"""When an audit may close: late enough to answer, soon enough to be remembered."""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from peeraudit.audit.promise_words import LONDON

USUAL = timedelta(weeks=2)
"""How far ahead an audit closes where nobody says otherwise (our judgement)."""

SOONEST = timedelta(days=3)
"""So that who works two days a week is there once, at least (our judgement)."""

LATEST = timedelta(weeks=12)
"""Later than this, people have forgotten that they were asked (our judgement)."""

HOUR = time(17)
"""When an audit closes on its last day, as London reads it."""


class TimeFault(StrEnum):
    """What is wrong with a closing time."""

    TOO_SOON = "too_soon"
    TOO_LATE = "too_late"


def usual_closing(at: datetime) -> datetime:
    """Return the closing time of an audit that is set up now: two weeks on, at five.

    >>> usual_closing(datetime(2026, 3, 17, 9, tzinfo=UTC)).astimezone(LONDON)
    datetime.datetime(2026, 3, 31, 17, 0, tzinfo=zoneinfo.ZoneInfo(key='Europe/London'))
    """
    day = at.astimezone(LONDON).date() + USUAL
    return datetime.combine(day, HOUR, LONDON).astimezone(UTC)


def closing_fault(closes_at: datetime, *, at: datetime) -> TimeFault | None:
    """Say what is wrong with a closing time, seen from now."""
    if closes_at < at + SOONEST:
        return TimeFault.TOO_SOON
    return TimeFault.TOO_LATE if closes_at > at + LATEST else None


def is_a_time(local: datetime) -> bool:
    """Say whether London's clocks show a time once on its day.

    Not where they go forward over it in March, nor where they show it twice in October.

    >>> is_a_time(datetime(2026, 3, 29, 1, 30, tzinfo=LONDON))
    False
    >>> is_a_time(datetime(2026, 10, 25, 1, 30, tzinfo=LONDON))
    False
    >>> is_a_time(datetime(2026, 3, 29, 17, 0, tzinfo=LONDON))
    True
    """
    first, second = (local.replace(fold=each).utcoffset() for each in (0, 1))
    return first == second
