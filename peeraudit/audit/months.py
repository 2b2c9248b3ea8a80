"""Months from a day or a moment: what is kept, and when a team looks again."""

from calendar import monthrange
from datetime import date
from typing import TypeVar

When = TypeVar("When", bound=date)
"""A day or a moment; of a moment the hour stays."""


def months_after(when: When, months: int) -> When:
    """Return the same day so many months later, or the last day of a short month.

    >>> months_after(date(2026, 10, 31), 4)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(when.month - 1 + months, 12)
    year, month = when.year + years, month + 1
    day = min(when.day, monthrange(year, month)[1])
    return when.replace(year=year, month=month, day=day)
