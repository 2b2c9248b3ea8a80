"""The plan of a team as files: for a spreadsheet, and for a calendar."""

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Response, abort, request
from flask.typing import ResponseReturnValue

from peeraudit.operations.see_plan import cycle_of
from peeraudit.report.plan_calendar import Diary, plan_ics
from peeraudit.report.plan_sheet import PlanFacts, plan_xlsx
from peeraudit.web.files import XLSX, send_file
from peeraudit.web.manage.plan.actions_place import (
    Place,
    place,
    plan,
    to_who_sees_it,
)
from peeraudit.web.site import site


@plan.get("/plan.xlsx")
@to_who_sees_it
def send_sheet(team: str) -> ResponseReturnValue:
    """Send the plan as a spreadsheet."""
    return send_file(plan_xlsx(_facts(place(team))), XLSX, "plan.xlsx")


@plan.get("/plan.ics")
@to_who_sees_it
def send_calendar(team: str) -> Response:
    """Send the days of the plan as a calendar; there are none before a report."""
    found = place(team)
    cycle = found.plan.cycle
    if cycle is None:
        abort(HTTPStatus.NOT_FOUND)
    host = urlsplit(site().url).hostname or request.host.partition(":")[0]
    last = found.plan.audits[0].id
    diary = Diary(_facts(found), last, cycle, host, site().now())
    return send_file(plan_ics(diary), "text/calendar; charset=utf-8", "plan.ics")


def _facts(found: Place) -> PlanFacts:
    """Return all that a file says of a plan."""
    team = found.plan.team
    return PlanFacts(
        team.name,
        team.organisation,
        found.plan.actions,
        found.titles,
        {each.id: cycle_of(each).closed_on for each in found.plan.audits},
        found.today,
    )
