"""Teams: adding one, and what it is called and belongs to."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.team import Team
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.teams import (
    TeamFault,
    add_team,
    describe_team,
    find_team,
    organisation_name,
)
from peeraudit.web.manage.forms import TeamForm, TeamWordsForm
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import organisation, site

team_words = Blueprint("team_words", __name__, url_prefix="/manage/teams")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class NewTeamPage:
    """The form for a team."""

    navigation: Navigation
    form: TeamForm


@dataclass(frozen=True, slots=True)
class TeamWordsPage:
    """The form for what may change about a team."""

    navigation: Navigation
    team: Team
    form: TeamWordsForm


@team_words.get("/new")
@open_to(Right.ADD_TEAM)
def ask_new() -> ResponseReturnValue:
    """Ask for a team."""
    named = organisation().name or organisation_name(site().installation)
    form = TeamForm(data={"organisation": named})
    return render("manage/new_team.html", page=NewTeamPage(navigation(), form))


@team_words.post("/new")
@open_to(Right.ADD_TEAM)
def take_new() -> ResponseReturnValue:
    """Add a team."""
    form = TeamForm(request.form)
    if form.validate():
        words = LocalWords(form.tidy("team"), form.tidy("one"), form.tidy("many"))
        team = Team(form.tidy("organisation"), words, service=form.tidy("service"))
        try:
            added = add_team(site().installation, team, by=account(), at=site().now())
        except TeamFault as error:
            form.team.errors = [str(error)]
        else:
            return redirect(url_for("home.show_team", team=added.id), SEE_OTHER)
    return render("manage/new_team.html", page=NewTeamPage(navigation(), form)), 400


@team_words.get("/<team>/words")
@open_to(Right.RUN_AUDIT, team="team")
def ask(team: str) -> ResponseReturnValue:
    """Ask for the service of a team, and what it calls its peer workers."""
    now = _team(team)
    words = {"one": now.words.peer_worker, "many": now.words.peer_workers}
    form = TeamWordsForm(data={"service": now.service, **words})
    return render("manage/team_words.html", page=TeamWordsPage(navigation(), now, form))


@team_words.post("/<team>/words")
@open_to(Right.RUN_AUDIT, team="team")
def take(team: str) -> ResponseReturnValue:
    """Change the service of a team, and what it calls its peer workers."""
    now, form = _team(team), TeamWordsForm(request.form)
    if form.validate():
        words = LocalWords(now.name, form.tidy("one"), form.tidy("many"))
        try:
            describe_team(
                site().installation,
                team,
                form.tidy("service"),
                words,
                by=account(),
            )
        except TeamFault as error:
            form.one.errors = [str(error)]
        else:
            return redirect(url_for("home.show_team", team=team), SEE_OTHER)
    page = TeamWordsPage(navigation(), now, form)
    return render("manage/team_words.html", page=page), HTTPStatus.BAD_REQUEST


def _team(team: str) -> Team:
    """Return the team of an address."""
    found = find_team(site().installation, team) or abort(HTTPStatus.NOT_FOUND)
    return found.team
