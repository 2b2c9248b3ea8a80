"""A team with a report and a plan, whose owners are reminded by a real mail server."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from peeraudit.account.roles import Account
from peeraudit.operations.add_action import add_action
from peeraudit.operations.change_action import change_action, seen_action
from peeraudit.operations.remind_owners import remind_owners
from peeraudit.operations.see_plan import TeamPlan, see_plan
from peeraudit.plan.action import Action
from peeraudit.storage import actions
from tests.integration.asking.asked_audit import AskedAudit
from tests.integration.asking.post_office import PostOffice

LEAD = Account("a1", "lead@trust.example", "A lead")
OWNER = "owner@trust.example"
CLOSED = date(2026, 3, 20)
REVIEW = date(2026, 5, 15)


@dataclass
class OwnedPlan:
    """The plan of the team of one audit."""

    asked: AskedAudit
    office: PostOffice = field(init=False)

    def __post_init__(self) -> None:
        self.office = self.asked.office
        self.asked.close()

    @property
    def team(self) -> str:
        return self.asked.installation.audit(self.asked.id).team.id

    @property
    def plan(self) -> TeamPlan:
        found = see_plan(self.asked.installation, self.team)
        assert found is not None
        return found

    def add(self, due: date, what: str = "Write it down", to: str = OWNER) -> Action:
        """Add an action on the day after the closing."""
        action = Action(self.asked.id, what, "team manager", due, remind=to)
        at = noon(date(2026, 3, 21))
        here = self.asked.installation
        added = add_action(here, self.team, action, by=LEAD, at=at)
        return replace(action, id=added)

    def change(self, action: Action, **changes: object) -> None:
        """Change an action as somebody does who has just seen it."""
        now = self.plan.action(action.id)
        assert now is not None
        change_action(
            self.asked.installation,
            replace(now, **changes),  # type: ignore[arg-type] # names of its fields
            seen_action(now),
            by=LEAD,
            at=noon(date(2026, 3, 21)),
        )

    def look(self, day: date, hour: int = 12) -> int:
        """Let the worker look on a day; return how many mails there are by then."""
        at = datetime.combine(day, time(hour), UTC)
        remind_owners(replace(self.asked.installation, mail=self.office.server), at=at)
        return len(self.office.mails)

    def reminded(self, action: Action) -> str:
        """What is kept of which reminders of an action have gone."""
        with self.asked.installation.database.reading() as connection:
            return actions.reminded(connection, action.id)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
