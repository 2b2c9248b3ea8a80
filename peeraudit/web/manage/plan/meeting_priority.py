"""One priority at a meeting: what it rests on, what the paper found, what to do."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from flask import abort
from flask.typing import ResponseReturnValue

from peeraudit.plan.action import Action
from peeraudit.report.findings import FindingView
from peeraudit.report.paper import ADDRESS
from peeraudit.report.plan_words import STATUS_WORDS
from peeraudit.report.words import day
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.plan.meeting_place import (
    Place,
    meeting,
    place,
    to_who_runs_the_plan,
)
from peeraudit.web.rendering import render
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action that answers a priority."""

    what: str
    owner: str
    due: str
    status: str


@dataclass(frozen=True, slots=True)
class PriorityPage:
    """One priority, large enough to be read across a room."""

    navigation: Navigation
    agenda: str
    finding: FindingView
    number: int
    of: int
    paper: str
    actions: tuple[ActionLine, ...]
    write: str
    """Where an action for it is written."""
    next: str
    next_words: str


@meeting.get("/priorities/<rule>")
@to_who_runs_the_plan
def priority(team: str, audit: str, rule: str) -> ResponseReturnValue:
    """Show one of the findings to talk about first."""
    found = place(team, audit)
    at = {each.key: number for number, each in enumerate(found.priorities)}
    if rule not in at:
        abort(HTTPStatus.NOT_FOUND)
    following, words = _next(found, at[rule] + 1)
    page = PriorityPage(
        navigation(),
        found.address("agenda"),
        found.priorities[at[rule]],
        at[rule] + 1,
        len(found.priorities),
        ADDRESS,
        tuple(map(_line, found.basis.actions_for(rule))),
        _write(found, rule),
        following,
        words,
    )
    return render("manage/plan/meeting_priority.html", page=page)


def _line(action: Action) -> ActionLine:
    """Say in a line what will be done."""
    status = STATUS_WORDS[action.status]
    return ActionLine(action.what, action.owner, day(action.due), status)


def _write(found: Place, rule: str) -> str:
    """Return where an action for a finding is written."""
    audit = found.audit
    query = urlencode({"audit": audit.id, "finding": rule})
    return f"/manage/teams/{audit.team.id}/plan/new?{query}"


def _next(found: Place, number: int) -> tuple[str, str]:
    """Return where a meeting goes on after a priority, and what that is."""
    if number < len(found.priorities):
        rule = found.priorities[number].key
        return found.address("priority", rule=rule), _("Next priority")
    if found.points:
        first = found.points[0].id
        return found.address("ask_practice", practice=first), _(
            "Go on to the practices"
        )
    return found.address("agenda"), _("Back to the agenda")
