"""Actions over teams that are overdue, or due before long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from peeraudit.plan.action import Action
from peeraudit.report.plan_words import STATUS_WORDS
from peeraudit.report.trust_teams import TeamNow
from peeraudit.report.words import counted
from peeraudit.report.workbook import Sheet

AHEAD = timedelta(weeks=8)
"""How far ahead a trust looks: as far as from a report to its review."""


@dataclass(frozen=True, slots=True)
class DueAction:
    """An action, and whose it is."""

    team: str
    """The id of the team."""
    name: str
    service: str
    what: str
    owner: str
    due: date
    status: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class DueActions:
    """What is overdue and what is due, the oldest day first."""

    overdue: tuple[DueAction, ...]
    due: tuple[DueAction, ...]


def due_actions(
    teams: Iterable[TeamNow], actions: Iterable[Action], today: date
) -> DueActions:
    """Pick out what somebody still has to do, by eight weeks from now at the latest."""
    of_audit = {audit.id: now for now in teams for audit in now.audits}
    found = [
        _due(each, of_audit[each.audit], today)
        for each in actions
        if not each.status.is_over and each.due <= today + AHEAD
    ]
    found.sort(key=lambda each: (each.due, each.name.casefold(), each.what))
    return DueActions(
        tuple(each for each in found if each.is_overdue),
        tuple(each for each in found if not each.is_overdue),
    )


def _due(action: Action, now: TeamNow, today: date) -> DueAction:
    """Tell one action."""
    return DueAction(
        now.team.id,
        now.team.name,
        now.team.service,
        action.what,
        action.owner,
        action.due,
        STATUS_WORDS[action.status],
        action.is_overdue(today),
    )


def action_sheets(actions: DueActions, made_on: date) -> tuple[Sheet, ...]:
    """Return the actions as sheets: what they are, and a line for each."""
    overdue = counted(len(actions.overdue), "action is", "actions are")
    due = counted(len(actions.due), "action is", "actions are")
    return (
        Sheet(
            "Read this first",
            ("What this is",),
            (
                ("This file was made on", made_on),
                (f"{overdue} overdue. {due} due in the next eight weeks.",),
                ("Teams wrote these words. An owner is a role, not a person.",),
            ),
        ),
        Sheet(
            "Actions",
            ("Due", "Overdue", "Team", "Service", "What", "Owner", "Status"),
            tuple(
                (
                    *(each.due, "Yes" if each.is_overdue else "No"),
                    *(each.name, each.service, each.what, each.owner, each.status),
                )
                for each in (*actions.overdue, *actions.due)
            ),
        ),
    )
