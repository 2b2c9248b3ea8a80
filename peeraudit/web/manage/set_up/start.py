"""Start an audit from a team's page, and change what it asks until its launch."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.audit import State
from peeraudit.audit.seen import seen_questions
from peeraudit.audit.team import Team
from peeraudit.operations.begin_draft import begin_draft
from peeraudit.operations.change_draft import change_questions
from peeraudit.operations.teams import TeamWithAudits, find_team
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.set_up.draft import SEE_OTHER, SET_UP, draft_of, set_up
from peeraudit.web.manage.set_up.questions_form import (
    QuestionsForm,
    chosen_of,
    offered,
)
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class StartPage:
    """The choice of what is asked, before there is a draft, or of a draft."""

    navigation: Navigation
    team: Team
    form: QuestionsForm
    back: str
    seen: str = ""
    """What the draft asked when the page was drawn; empty before there is one."""


@set_up.get("/start")
@open_to(Right.RUN_AUDIT, team="team")
def ask_start(team: str) -> ResponseReturnValue:
    """Ask which audit; lead on to the one that is being set up, if there is one."""
    found = _team(team)
    for audit in found.audits:
        if audit.state is State.DRAFT:
            return redirect(url_for("set_up.tasks", team=team, audit=audit.id))
    ways = offered(site().shelf.instruments(), found.team.words)
    return _start(found.team, QuestionsForm(ways)), HTTPStatus.OK


@set_up.post("/start")
@open_to(Right.RUN_AUDIT, team="team")
def take_start(team: str) -> ResponseReturnValue:
    """Begin a draft."""
    found = _team(team)
    form = QuestionsForm(
        offered(site().shelf.instruments(), found.team.words), request.form
    )
    if not form.validate():
        return _start(found.team, form), HTTPStatus.BAD_REQUEST
    at = site().now()
    draft = begin_draft(site().installation, team, form.chosen, at=at, by=account())
    return redirect(url_for("set_up.tasks", team=team, audit=draft.id), SEE_OTHER)


@set_up.get(f"{SET_UP}/questions")
@open_to(Right.RUN_AUDIT, team="team")
def ask_questions(team: str, audit: str) -> ResponseReturnValue:
    """Ask which audit a draft is."""
    draft = draft_of(team, audit)
    ways = offered(site().shelf.instruments(), draft.words)
    form = QuestionsForm(ways, {"questions": chosen_of(draft.audit, ways)})
    seen = seen_questions(draft.audit)
    page = StartPage(navigation(), draft.audit.team, form, draft.address("tasks"), seen)
    return render("manage/set_up/start.html", page=page)


@set_up.post(f"{SET_UP}/questions")
@open_to(Right.RUN_AUDIT, team="team")
def take_questions(team: str, audit: str) -> ResponseReturnValue:
    """Let a draft ask something else."""
    draft = draft_of(team, audit)
    form = QuestionsForm(offered(site().shelf.instruments(), draft.words), request.form)
    seen = request.form.get("seen", "")
    if form.validate():
        change_questions(
            site().installation, audit, form.chosen, seen=seen, by=account()
        )
        return redirect(draft.address("tasks"), SEE_OTHER)
    page = StartPage(navigation(), draft.audit.team, form, draft.address("tasks"), seen)
    return render("manage/set_up/start.html", page=page), HTTPStatus.BAD_REQUEST


def _team(team: str) -> TeamWithAudits:
    """Return a team, or answer that there is no such page."""
    return find_team(site().installation, team) or abort(HTTPStatus.NOT_FOUND)


def _start(team: Team, form: QuestionsForm) -> str:
    """Show the choice, before there is a draft."""
    back = url_for("home.show_team", team=team.id)
    page = StartPage(navigation(), team, form, back)
    return render("manage/set_up/start.html", page=page)
