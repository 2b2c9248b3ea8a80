"""When a team looks at its plan again, and when it audits again."""

from dataclasses import dataclass
from datetime import date, timedelta

from peeraudit.audit.months import months_after

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
