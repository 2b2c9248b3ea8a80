"""Six teams of a trust: five have a report, and one is open with other questions."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from peeraudit.plan.action import Action, Status
from peeraudit.release.release import Release
from peeraudit.storage import actions
from tests.journeys.site import Site
from tests.many_teams import Reported, report
from tests.unit.factories import altered, role_adoption
from tests.unit.report.releases import site as reference

OWN = altered(role_adoption(), version=2)
"""Questions of the trust's own: never counted together with the first version."""

CLOSED = datetime.fromisoformat("2026-01-23T17:00:00+00:00")

LONG_NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
"""No phone shows it in one line."""

TEAMS: tuple[tuple[str, str, Callable[[], Release]], ...] = (
    ("Elm Road", "Community", lambda: reference("London", 5)),
    ("Mill Lane", "Community", lambda: reference("South", 5)),
    ("Pier", "Inpatient", lambda: reference("North", 5)),
    ("Quayside", "Inpatient", lambda: reference("Control", 1)),
    (LONG_NAME, "", lambda: reference("London", 1)),
)


def let_five_have_reports(site: Site) -> list[str]:
    """Let five teams have reports; the site's own team is the sixth, and open."""
    return report(
        site.installation,
        *(
            Reported(name, release(), service, CLOSED, release().facts, OWN)
            for name, service, release in TEAMS
        ),
    )


def plan(site: Site, audit: str, what: str, due: date, status: Status) -> None:
    """Let a team have an action."""
    with site.installation.database.transaction() as connection:
        actions.add(
            connection,
            Action(audit, what, "Team manager", due, status=status),
        )


def let_two_plan(site: Site, audits: list[str]) -> None:
    """Let two teams have a plan, of which one action is overdue."""
    today, week = site.clock().date(), timedelta(weeks=1)
    elm_road, mill_lane = audits[:2]
    stepping_back = "Agree who decides on stepping back"
    plan(site, elm_road, stepping_back, today - week, Status.IN_PROGRESS)
    plan(site, elm_road, "Train supervisors", today + 4 * week, Status.NOT_STARTED)
    plan(site, mill_lane, "Write a job description", today - week, Status.COMPLETE)
