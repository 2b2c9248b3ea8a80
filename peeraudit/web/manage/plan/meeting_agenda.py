"""The agenda of a meeting: when and who, priorities, practices, and how far it is."""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import LONDON, london
from peeraudit.audit.standing import standing
from peeraudit.operations.hold_meeting import write_down_meeting
from peeraudit.operations.read_meeting import read_meeting
from peeraudit.operations.wrong_state import ChangedMeanwhile
from peeraudit.plan.agreement import Agreement, Meeting, seen_meeting
from peeraudit.report.agenda import Point, ground_rules
from peeraudit.report.words import day
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.plan.meeting_forms import MeetingForm
from peeraudit.web.manage.plan.meeting_place import (
    SEE_OTHER,
    Place,
    meeting,
    place,
    team_audit,
    to_who_runs_the_plan,
    writer,
)
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class NoMeetingPage:
    """Why there can be no meeting now, and when there can."""

    navigation: Navigation
    back: str
    team: str
    standing: str
    ready: str
    """When the report is there at the earliest; empty before a launch."""
    is_closed: bool
    """Whether the trust lead has closed the report."""


@dataclass(frozen=True, slots=True)
class PriorityLine:
    """One priority on the agenda."""

    title: str
    weight: str
    address: str
    actions: int


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """One practice on the agenda, and what is agreed about it so far."""

    point: Point
    address: str
    agreed: str
    """What was agreed, in the words of the instrument; empty before it is."""
    agreement: Agreement | None
    on: str


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """The agenda."""

    navigation: Navigation
    back: str
    place: Place
    title: str
    met: str
    who: str
    is_published: bool
    rules: tuple[str, ...]
    """Read aloud before anybody talks."""
    priorities: tuple[PriorityLine, ...]
    practices: tuple[PracticeLine, ...]
    next: str
    """The first practice that nobody has agreed on; empty once there is none."""
    statement: str


@dataclass(frozen=True, slots=True)
class WhoPage:
    """The form for when a team met, and who took part."""

    navigation: Navigation
    back: str
    form: MeetingForm
    seen: str
    theirs: Meeting | None = None
    """What somebody else has written down meanwhile."""
    theirs_on: str = ""


@meeting.get("")
@to_who_runs_the_plan
def agenda(team: str, audit: str) -> ResponseReturnValue:
    """Show the agenda, or say when there will be one."""
    found = team_audit(team, audit)
    basis = read_meeting(site().installation, found)
    if basis is None:
        return render("manage/plan/meeting_none.html", page=_none(found))
    return render("manage/plan/meeting_agenda.html", page=_agenda(Place(basis)))


@meeting.get("/who")
@to_who_runs_the_plan
def ask_who(team: str, audit: str) -> ResponseReturnValue:
    """Ask when the team met, and who took part."""
    found = place(team, audit)
    kept = found.basis.meeting
    data = {"held_on": kept.held_on, "who": kept.who} if kept else {"held_on": _today()}
    form = MeetingForm(None, days=_days(found), data=data)
    page = WhoPage(navigation(), found.address("agenda"), form, seen_meeting(kept))
    return render("manage/plan/meeting_who.html", page=page)


@meeting.post("/who")
@to_who_runs_the_plan
def take_who(team: str, audit: str) -> ResponseReturnValue:
    """Write down when the team met, and who took part."""
    found = place(team, audit)
    form = MeetingForm(request.form, days=_days(found))
    seen = request.form.get("seen", "")
    page = WhoPage(navigation(), found.address("agenda"), form, seen)
    if not form.validate():
        answer = render("manage/plan/meeting_who.html", page=page)
        return answer, HTTPStatus.BAD_REQUEST
    try:
        write_down_meeting(site().installation, writer(seen), audit, form.meeting)
    except ChangedMeanwhile:
        answer = render("manage/plan/meeting_who.html", page=_raced(found, form))
        return answer, HTTPStatus.CONFLICT
    return redirect(found.address("agenda"), SEE_OTHER)


def _raced(before: Place, form: MeetingForm) -> WhoPage:
    """Show what somebody else has written down, above what was typed."""
    found = place(before.audit.team.id, before.audit.id)
    kept = found.basis.meeting
    return WhoPage(
        navigation(),
        found.address("agenda"),
        form,
        seen_meeting(kept),
        kept,
        day(kept.held_on) if kept else "",
    )


def _none(audit: Audit) -> NoMeetingPage:
    """Say why there is nothing to talk about yet, and when there will be."""
    is_launched = audit.state is not State.DRAFT
    return NoMeetingPage(
        navigation(),
        url_for("home.show_audit", team=audit.team.id, audit=audit.id),
        audit.team.name,
        standing(audit, at=site().now()),
        london(audit.promise.last_submission) if is_launched else "",
        audit.state is State.RELEASED,
    )


def _agenda(found: Place) -> AgendaPage:
    """Lay out the agenda."""
    audit, met = found.audit, found.basis.meeting
    practices = tuple(_practice(found, point) for point in found.points)
    open_ones = [each.address for each in practices if not each.agreement]
    return AgendaPage(
        navigation(),
        url_for("home.show_audit", team=audit.team.id, audit=audit.id),
        found,
        found.reader.fill(found.reader.wording.title),
        day(met.held_on) if met else "",
        met.who if met else "",
        bool(met and met.is_published),
        ground_rules(found.reader),
        tuple(_priorities(found)),
        practices,
        open_ones[0] if open_ones else "",
        url_for("statement.show", team=audit.team.id),
    )


def _priorities(found: Place) -> list[PriorityLine]:
    """List what to talk about first."""
    return [
        PriorityLine(
            each.title,
            each.weight,
            found.address("priority", rule=each.key),
            len(found.basis.actions_for(each.key)),
        )
        for each in found.priorities
    ]


def _practice(found: Place, point: Point) -> PracticeLine:
    """Put a practice on the agenda."""
    agreement = found.basis.agreed.get(point.id)
    return PracticeLine(
        point,
        found.address("ask_practice", practice=point.id),
        point.words(agreement.verdict) if agreement else "",
        agreement,
        day(agreement.agreed_on) if agreement else "",
    )


def _days(found: Place) -> tuple[date, date]:
    """Return between which days the team can have met."""
    return found.basis.release.audit.closed_on, _today()


def _today() -> date:
    """Return what day it is in London."""
    return site().now().astimezone(LONDON).date()
