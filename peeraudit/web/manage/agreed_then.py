"""What a team agreed after earlier audits, beside what people now say."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.operations.see_agreed import see_agreed
from peeraudit.operations.teams import find_team_audit
from peeraudit.report.agreed_then import AgreedSince, Still
from peeraudit.web.manage.guard import open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site

agreed_then = Blueprint("agreed_then", __name__, url_prefix="/manage")

COLOURS = {
    Still.OTHERWISE: "orange",
    Still.OPEN: "blue",
    Still.UNTOLD: "grey",
    Still.STILL: "green",
}


@dataclass(frozen=True, slots=True)
class AgreedThenPage:
    """Agreements beside a new report."""

    navigation: Navigation
    team: str
    """What the team is called."""
    since: AgreedSince
    back: str

    def colour(self, still: Still) -> str:
        """Return the colour of a tag; its words say the same."""
        return COLOURS[still]


@agreed_then.get("/teams/<team>/audits/<audit>/agreed-then")
@open_to(Right.SEE_TEAM, team="team")
def show(team: str, audit: str) -> ResponseReturnValue:
    """Show what was agreed, beside a report that is out."""
    found = find_team_audit(site().installation, team, audit)
    since = see_agreed(site().installation, found) if found else None
    if found is None or since is None:
        abort(HTTPStatus.NOT_FOUND)
    back = url_for("home.show_audit", team=team, audit=audit)
    page = AgreedThenPage(navigation(), found.team.name, since, back)
    return render("manage/agreed_then.html", page=page)
