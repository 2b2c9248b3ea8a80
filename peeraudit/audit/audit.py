"""An audit, the states it goes through, and what each state allows."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Mode


class State(StrEnum):
    """Where an audit is on its way; it goes forward only."""

    DRAFT = "draft"
    LAUNCHING = "launching"
    OPEN = "open"
    CLOSING = "closing"
    SCREENING = "screening"
    """Closed, and comments wait to be read; nobody sees anything yet."""
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Audit:
    """One run of an instrument in a team."""

    id: str
    team: Team
    instrument: str
    """The digest of the exact instrument."""
    mode: Mode
    form: Form
    promise: Promise
    facts: Facts
    state: State = State.DRAFT
    opened_at: datetime | None = None

    def takes_answers(self, *, at: datetime, has_draft: bool) -> bool:
        """Say whether a person may answer at this moment."""
        last = self.promise.last_submission if has_draft else self.promise.closes_at
        return self.state is State.OPEN and at < last

    def may_close(self, *, at: datetime) -> bool:
        """Say whether the grace hour is over, so that closing loses no answer."""
        is_over = at >= self.promise.last_submission
        return is_over and self.state in {State.OPEN, State.CLOSING}

    def in_state(self, state: State) -> "Audit":
        """Return the same audit in another state."""
        return replace(self, state=state)
