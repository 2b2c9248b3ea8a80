"""The plan of a team as a spreadsheet: what it is, and a row for each action."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from peeraudit.plan.action import Action
from peeraudit.plan.need import by_need
from peeraudit.report.plan_words import NEED_WORDS, STATUS_WORDS
from peeraudit.report.words import day
from peeraudit.report.workbook import Sheet, Value, to_xlsx

COLUMNS = (
    "What needs doing",
    "What the team will do",
    "Owner (a role)",
    "Due",
    "Status",
    "How we will know",
    "Finding it answers",
    "After the audit that closed on",
    "Notes",
    "Everyone who was asked may read it",
)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan, and all that is said of it in files."""

    team: str
    organisation: str
    actions: tuple[Action, ...]
    findings: Mapping[tuple[str, str], str]
    """The titles of findings, by audit and rule."""
    closed_on: Mapping[str, date]
    """When each audit closed, by its id."""
    today: date

    def finding(self, action: Action) -> str:
        """Return the title of the finding that an action answers, if it does."""
        return self.findings.get((action.audit, action.finding), "")


def plan_xlsx(plan: PlanFacts) -> bytes:
    """Return a plan as an XLSX file; nobody's address is in it."""
    return to_xlsx([_explained(plan), Sheet("Actions", COLUMNS, tuple(_rows(plan)))])


def _rows(plan: PlanFacts) -> Iterable[tuple[Value, ...]]:
    """Yield a row for each action, the most pressing first."""
    for need, actions in by_need(plan.actions, plan.today).items():
        for each in actions:
            yield (
                NEED_WORDS[need],
                each.what,
                each.owner,
                each.due,
                STATUS_WORDS[each.status],
                each.measure,
                plan.finding(each),
                plan.closed_on.get(each.audit, ""),
                each.notes,
                "Yes" if each.is_published else "No",
            )


def _explained(plan: PlanFacts) -> Sheet:
    """Return the sheet that says what the other one is."""
    rows = (
        ("Team", f"{plan.team}, {plan.organisation}"),
        ("Made on", plan.today),
        ("What this is", "What the team set out to do after its audits."),
        (
            "Where it comes from",
            "The team wrote it. No answer of anybody is in it, and nobody's address.",
        ),
        (
            "What needs doing",
            f"As it was on {day(plan.today)}: overdue, due soon (within 14 days), "
            "later, on hold, complete or cancelled.",
        ),
        (
            "Before you pass it on",
            "The column Notes is for those who manage. Take it out first.",
        ),
    )
    return Sheet("About this file", ("What", "In words"), rows)
