"""A manager at the plan of a team whose report is out, with findings to answer."""

from collections.abc import Mapping
from datetime import date, timedelta

from peeraudit.operations.see_plan import see_plan
from peeraudit.plan.action import Action
from peeraudit.storage import releases
from tests.integration.manage.managing import Manager, team_of
from tests.integration.web.visiting import Page
from tests.journeys.site import Site
from tests.unit.report.releases import site as reference_site

FORM = {
    "what": "Write down what the role is for",
    "owner": "team manager",
    "due_day": "1",
    "due_month": "5",
    "due_year": "2026",
    "measure": "It hangs in the office",
    "finding": "",
    "remind": "",
    "notes": "Ask HR first",
    "may_read": "managers",
}
DAY = timedelta(days=1)


def with_findings(site: Site) -> None:
    """Release the audit, as one with findings of every kind."""
    site.close()
    with site.installation.database.transaction() as connection:
        releases.replace(connection, site.audit, reference_site("London", 5))


class Planning:
    """Somebody and the plan that they are at."""

    def __init__(self, manager: Manager) -> None:
        self.manager, self.site = manager, manager.site
        self.team = team_of(self.site)
        self.address = f"/manage/teams/{self.team}/plan"

    @property
    def actions(self) -> tuple[Action, ...]:
        """What is in the plan."""
        found = see_plan(self.site.installation, self.team)
        assert found is not None
        return found.actions

    def at(self, page: str = "", status: int = 200) -> Page:
        """Open a page of the plan."""
        return self.manager.open(f"{self.address}{page}", status)

    def add(self, answer: int = 200, **words: str) -> Page:
        """Add an action; everything not said is as usual."""
        self.at("/new")
        return self.save(FORM | words, answer)

    def change(self, action: Action, answer: int = 200, **words: str) -> Page:
        """Change an action as somebody does who has just seen it."""
        self.at(f"/{action.id}")
        return self.save(self.as_it_is() | words, answer)

    def save(self, words: Mapping[str, str], answer: int = 200) -> Page:
        """Press Save on the form that is open."""
        return self.manager.choose(words, "Save", answer)

    def as_it_is(self) -> dict[str, str]:
        """What the browser would send of the form that is open."""
        tree = self.manager.page.tree
        areas = {
            each.attrib["name"]: (each.text or "").strip()
            for each in tree.iter("textarea")
        }
        chosen = {
            each.attrib["name"]: option.attrib["value"]
            for each in tree.iter("select")
            for option in each.iter("option")
            if "selected" in option.attrib
        }
        return areas | chosen

    def pass_to(self, day: date) -> None:
        """Let the days pass; who is signed in signs in again."""
        self.site.clock.now += (day - self.site.clock.now.date()).days * DAY
        self.manager.sign_in()
