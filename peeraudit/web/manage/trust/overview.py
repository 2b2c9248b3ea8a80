"""What recurs over teams, and where each team is."""

from dataclasses import dataclass, field

from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.operations.see_trust import TrustView, see_trust
from peeraudit.report.paper import ADDRESS
from peeraudit.report.trust import FEWEST_TEAMS
from peeraudit.web.manage.guard import open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.trust.place import trust
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

TEAM = "/manage/teams/"
"""Where the pages of teams begin: an address made for each of a thousand takes long."""


@dataclass(frozen=True, slots=True)
class TrustPage:
    """The trust view."""

    navigation: Navigation
    view: TrustView
    paper: str = ADDRESS
    fewest: int = FEWEST_TEAMS
    team: str = TEAM
    due: str = field(default_factory=lambda: _("Due"))

    @property
    def is_counted(self) -> bool:
        """Whether anything is counted; if not, it matters who is missing."""
        return any(version.is_counted for version in self.view.versions)

    @property
    def reported(self) -> int:
        """How many teams have a report."""
        return self.view.teams - len(self.view.missing)


@trust.get("")
@open_to(Right.SEE_TRUST)
def show() -> ResponseReturnValue:
    """Show what recurs, and where each team is."""
    view = see_trust(site().installation, at=site().now())
    return render("manage/trust/overview.html", page=TrustPage(navigation(), view))
