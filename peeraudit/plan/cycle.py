"""When a team looks at its plan again, and when it audits again."""

from dataclasses import dataclass
from datetime import date, timedelta

REVIEW_AFTER = timedelta(weeks=8)
"""From the report to the review of the plan: NHS Scotland's iMatter asks for a plan
within eight weeks, and half of its teams have none (domain C.2)."""

RE_AUDIT_AFTER = (4, 12)
"""Months: peer workers of a later study felt worse at 4 and mostly well again at 12
(Gillard and others, BMC Psychiatry 2022, 22:373)."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """The days that follow from the day an audit closed."""

    closed_on: date

    @property
    def review_on(self) -> date:
        """When the team looks at what became of its plan."""
        return self.closed_on + REVIEW_AFTER

    @property
    def audits_on(self) -> tuple[date, ...]:
        """When the team may audit again: after 4 and after 12 months."""
        return tuple(months_after(self.closed_on, each) for each in RE_AUDIT_AFTER)


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month.

    >>> months_after(date(2026, 10, 31), 4)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    for back in range(4):
        try:
            return date(day.year + years, month + 1, day.day - back)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
