"""The role statement of a team, as a page and as a file to print."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.account.roles import Right
from peeraudit.audit.team import Team
from peeraudit.operations.organisation import read_logo
from peeraudit.operations.read_statement import read_statement
from peeraudit.operations.teams import find_team
from peeraudit.report.page import statement_body
from peeraudit.report.pdf import statement_pdf
from peeraudit.web.files import PDF, send_file
from peeraudit.web.manage.guard import open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site

statement = Blueprint("statement", __name__, url_prefix="/manage/teams/<team>")


@dataclass(frozen=True, slots=True)
class StatementPage:
    """What a team agreed about the role, from all of its audits."""

    navigation: Navigation
    team: Team
    body: Markup
    """Empty before anything is agreed."""
    pdf: str


@statement.get("/statement")
@open_to(Right.SEE_TEAM, team="team")
def show(team: str) -> ResponseReturnValue:
    """Show the role statement, or say where it comes from."""
    found = find_team(site().installation, team) or abort(HTTPStatus.NOT_FOUND)
    made = read_statement(site().installation, team)
    told = statement_body(made) if made else ""
    page = StatementPage(
        navigation(),
        found.team,
        Markup(told),  # noqa: S704 # its templates have escaped it
        url_for("statement.pdf", team=team),
    )
    return render("manage/plan/statement.html", page=page)


@statement.get("/statement.pdf")
@open_to(Right.SEE_TEAM, team="team")
def pdf(team: str) -> ResponseReturnValue:
    """Send the role statement as a file.

    It is made when somebody asks, as slips are: it changes at every meeting, and takes
    a fraction of a second.
    """
    made = read_statement(site().installation, team)
    if made is None:
        abort(HTTPStatus.NOT_FOUND)
    content = statement_pdf(made, logo=read_logo(site().installation))
    return send_file(content, PDF, "role-statement.pdf")
