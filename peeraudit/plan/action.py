"""What a team will do: who sees to it, by when, and how they will know."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """Where an action stands."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    COMPLETE = "complete"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nobody has to do anything about it any more."""
        return self in {Status.COMPLETE, Status.CANCELLED}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a team will do."""

    audit: str
    """The audit it follows from."""
    what: str
    owner: str
    """The role that sees to it, "team manager" say; never a name."""
    due: date
    measure: str = ""
    """How the team will know that it is done, or that it helped."""
    status: Status = Status.NOT_STARTED
    notes: str = ""
    finding: str = ""
    """The rule of the finding that it answers; empty where it stands alone."""
    remind: str = ""
    """The address of whoever is reminded; empty for nobody, and once it is over."""
    is_published: bool = False
    """Whether everyone asked reads it at the report address."""
    id: str = ""
    """What it is filed under; empty before it is kept."""

    def is_overdue(self, today: date) -> bool:
        """Say whether its day has passed and somebody still has to see to it."""
        return not self.status.is_over and self.due < today
