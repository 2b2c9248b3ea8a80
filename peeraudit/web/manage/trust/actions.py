"""Actions that are overdue or due over all teams."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.operations.see_trust import see_actions
from peeraudit.report.trust_actions import DueAction, DueActions, action_sheets
from peeraudit.report.words import day
from peeraudit.web.manage.guard import open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.trust.place import spreadsheet, today, trust
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class ActionsPage:
    """What is overdue, and what is due before long."""

    navigation: Navigation
    actions: DueActions

    def due(self, action: DueAction) -> str:
        """Return the day of an action, as people read it."""
        return day(action.due)

    def plan(self, action: DueAction) -> str:
        """Return where the plan of the team is."""
        return f"/manage/teams/{action.team}/plan"


@trust.get("/actions")
@open_to(Right.SEE_TRUST)
def show_actions() -> ResponseReturnValue:
    """Show what is overdue over all teams, and due in the next weeks."""
    page = ActionsPage(navigation(), see_actions(site().installation, today()))
    return render("manage/trust/actions.html", page=page)


@trust.get("/actions.xlsx")
@open_to(Right.SEE_TRUST)
def download_actions() -> ResponseReturnValue:
    """Send the same as a spreadsheet."""
    actions = see_actions(site().installation, today())
    return spreadsheet("actions-due", action_sheets(actions, today()))
