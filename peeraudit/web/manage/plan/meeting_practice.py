"""One practice at a meeting: what each group says, and what the team agrees."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue

from peeraudit.audit.promise_words import LONDON
from peeraudit.operations.hold_meeting import agree, take_back
from peeraudit.operations.wrong_state import ChangedMeanwhile
from peeraudit.plan.agreement import Agreement, seen_agreement
from peeraudit.report.agenda import Point
from peeraudit.report.words import day
from peeraudit.web.manage.confirm import ConfirmPage
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.plan.meeting_forms import AgreementForm
from peeraudit.web.manage.plan.meeting_place import (
    SEE_OTHER,
    Place,
    meeting,
    place,
    to_who_runs_the_plan,
    writer,
)
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class Told:
    """What was agreed, in words."""

    practice: str
    verdict: str
    sentence: str
    on: str


@dataclass(frozen=True, slots=True)
class PracticePage:
    """One practice, large enough to be read across a room."""

    navigation: Navigation
    agenda: str
    point: Point
    number: int
    of: int
    progress: str
    form: AgreementForm
    seen: str
    now: Told | None
    """What the team has agreed about it."""
    before: Told | None
    """What it agreed after an earlier audit."""
    saved: Told | None
    """What was saved a moment ago, about the practice before."""
    here: str
    skip: str
    take_back: str
    is_raced: bool = False
    """Whether somebody else has agreed something meanwhile."""


@meeting.get("/practices/<practice>")
@to_who_runs_the_plan
def ask_practice(team: str, audit: str, practice: str) -> ResponseReturnValue:
    """Show a practice, and ask what the team agrees."""
    found = place(team, audit)
    point = _point(found, practice)
    kept = found.basis.agreed.get(practice)
    data = {"verdict": kept.verdict, "sentence": kept.sentence} if kept else {}
    form = AgreementForm(None, point.question, point.choices, data=data)
    return _show(found, point, form, seen_agreement(kept))


@meeting.post("/practices/<practice>")
@to_who_runs_the_plan
def take_practice(team: str, audit: str, practice: str) -> ResponseReturnValue:
    """Keep what the team agrees, and go on to the next practice."""
    found = place(team, audit)
    point = _point(found, practice)
    form = AgreementForm(request.form, point.question, point.choices)
    seen = request.form.get("seen", "")
    if not form.validate():
        return _show(found, point, form, seen), HTTPStatus.BAD_REQUEST
    today = site().now().astimezone(LONDON).date()
    agreement = form.agreement(practice, today)
    try:
        agree(site().installation, writer(seen), audit, agreement)
    except ChangedMeanwhile:
        return _raced(team, audit, point, form), HTTPStatus.CONFLICT
    return redirect(_after(found, point, saved=practice), SEE_OTHER)


@meeting.get("/practices/<practice>/take-back")
@to_who_runs_the_plan
def ask_take_back(team: str, audit: str, practice: str) -> ResponseReturnValue:
    """Say what taking an agreement back means."""
    found = place(team, audit)
    point = _point(found, practice)
    kept = found.basis.agreed.get(practice)
    back = found.address("ask_practice", practice=practice)
    if kept is None:
        return redirect(back, SEE_OTHER)
    page = ConfirmPage(
        navigation(),
        _("Take back what you agreed?"),
        tuple(_what_is_lost(_told(point, kept))),
        _("Take it back"),
        back,
        {"seen": seen_agreement(kept)},
    )
    return render("manage/confirm.html", page=page)


@meeting.post("/practices/<practice>/take-back")
@to_who_runs_the_plan
def take_take_back(team: str, audit: str, practice: str) -> ResponseReturnValue:
    """Forget what the team agreed, unless somebody else has changed it meanwhile."""
    found = place(team, audit)
    _point(found, practice)
    try:
        seen = request.form.get("seen", "")
        take_back(site().installation, writer(seen), audit, practice)
    except ChangedMeanwhile:
        again = found.address("ask_take_back", practice=practice)
        return redirect(again, SEE_OTHER)
    return redirect(found.address("ask_practice", practice=practice), SEE_OTHER)


def _point(found: Place, practice: str) -> Point:
    """Return a practice of the agenda, or answer that there is no such page."""
    on_agenda = {point.id: point for point in found.points}
    return on_agenda.get(practice) or abort(HTTPStatus.NOT_FOUND)


def _after(found: Place, point: Point, *, saved: str | None = None) -> str:
    """Return where a meeting goes on: the next practice, or the agenda at the end."""
    at = found.points.index(point) + 1
    if at == len(found.points):
        return found.address("agenda")
    return found.address("ask_practice", practice=found.points[at].id, saved=saved)


def _raced(team: str, audit: str, point: Point, form: AgreementForm) -> str:
    """Show what somebody else has agreed, above what was chosen and typed here."""
    found = place(team, audit)
    seen = seen_agreement(found.basis.agreed.get(point.id))
    return _show(found, point, form, seen, is_raced=True)


def _show(
    found: Place,
    point: Point,
    form: AgreementForm,
    seen: str,
    *,
    is_raced: bool = False,
) -> str:
    """Show one practice."""
    agreed, before = found.basis.agreed, found.basis.agreed_before
    by_id = {each.id: each for each in found.points}
    saved = request.args.get("saved", "")
    page = PracticePage(
        navigation(),
        found.address("agenda"),
        point,
        found.points.index(point) + 1,
        len(found.points),
        found.progress.words,
        form,
        seen,
        _told(point, agreed.get(point.id)),
        _told(point, before.get(point.id)),
        _told(by_id[saved], agreed.get(saved)) if saved in by_id else None,
        found.address("ask_practice", practice=point.id),
        _after(found, point),
        found.address("ask_take_back", practice=point.id),
        is_raced,
    )
    return render("manage/plan/meeting_practice.html", page=page)


def _told(point: Point, agreement: Agreement | None) -> Told | None:
    """Tell what was agreed about a practice."""
    if agreement is None:
        return None
    verdict, on = point.words(agreement.verdict), day(agreement.agreed_on)
    return Told(point.practice, verdict, agreement.sentence, on)


def _what_is_lost(told: Told | None) -> tuple[str, ...]:
    """Say what will be gone."""
    if told is None:
        return ()
    words = _("“%(practice)s”: %(verdict)s.")
    agreed = words % {"practice": told.practice, "verdict": told.verdict.lower()}
    gone = _("Verdict and sentence are lost. The record keeps that it was agreed.")
    return (agreed, told.sentence, gone) if told.sentence else (agreed, gone)
