"""A plan in words: where an action stands, what needs doing, how far off a day is."""

from datetime import date

from peeraudit.plan.action import Status
from peeraudit.plan.need import Need
from peeraudit.report.words import day

STATUS_WORDS = {
    Status.NOT_STARTED: "Not started",
    Status.IN_PROGRESS: "In progress",
    Status.ON_HOLD: "On hold",
    Status.COMPLETE: "Complete",
    Status.CANCELLED: "Cancelled",
}

NEED_WORDS = {
    Need.OVERDUE: "Overdue",
    Need.SOON: "Due soon",
    Need.LATER: "Later",
    Need.ON_HOLD: "On hold",
    Need.OVER: "Complete or cancelled",
}

SIGNS = {
    Need.OVERDUE: "▲",
    Need.SOON: "◆",
    Need.LATER: "○",
    Need.ON_HOLD: "□",
    Need.OVER: "●",
}
"""A shape for each, so that no colour has to tell."""

DAYS_IN_WORDS = 21
"""From here on weeks are easier to grasp (our judgement)."""


def long_day(when: date) -> str:
    """Return a day with the day of the week.

    >>> long_day(date(2026, 5, 15))
    'Friday 15 May 2026'
    """
    return f"{when:%A} {day(when)}"


def how_far(when: date, today: date) -> str:
    """Say how far off a day is.

    >>> today = date(2026, 5, 15)
    >>> how_far(today, today), how_far(date(2026, 5, 14), today)
    ('today', '1 day ago')
    >>> how_far(date(2026, 5, 16), today), how_far(date(2026, 7, 10), today)
    ('in 1 day', 'in 8 weeks')
    """
    days = (when - today).days
    if days == 0:
        return "today"
    number = _in_days_or_weeks(abs(days))
    return f"in {number}" if days > 0 else f"{number} ago"


def _in_days_or_weeks(days: int) -> str:
    """Return a number of days, in weeks where there are many."""
    if days <= DAYS_IN_WORDS:
        return "1 day" if days == 1 else f"{days} days"
    return f"{days // 7} weeks"
