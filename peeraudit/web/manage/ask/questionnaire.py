"""A questionnaire to print, for people who would rather answer on paper."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Response, abort, request, url_for

from peeraudit.instrument.frozen import Group
from peeraudit.operations.admit import sitting_of
from peeraudit.operations.sitting import Sitting
from peeraudit.questionnaire.rehearsal import Rehearsal
from peeraudit.report.paper_questionnaire import paper_questionnaire
from peeraudit.report.pdf import paper_questionnaire_pdf
from peeraudit.web.files import PDF, send_file
from peeraudit.web.forms import SCOPES
from peeraudit.web.manage.ask.place import (
    Place,
    ask,
    open_place,
    overview_of,
    to_who_runs_it,
)
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class QuestionnairePage:
    """What answering on paper means, before it is printed."""

    navigation: Navigation
    back: str
    heading: str
    pdf: str


@ask.get("/questionnaire/<group>")
@to_who_runs_it
def show_questionnaire(team: str, audit: str, group: str) -> str:
    """Say who may type a paper questionnaire in, and who must not."""
    found, asked = _group(team, audit, group)
    page = QuestionnairePage(
        navigation(),
        overview_of(found.audit),
        found.heading(asked),
        url_for("ask.send_questionnaire", team=team, audit=audit, group=group),
    )
    return render("manage/ask/questionnaire.html", page=page)


@ask.get("/questionnaire/<group>/questionnaire.pdf")
@to_who_runs_it
def send_questionnaire(team: str, audit: str, group: str) -> Response:
    """Send the questionnaire of a group: it is the same for everyone, with no code."""
    found, asked = _group(team, audit, group)
    sitting = sitting_of(site().installation, audit, asked)
    laid_out = paper_questionnaire(
        found.audit,
        _rehearsal(sitting),
        sitting.launched.promise_words[asked],
        [f"{each.words}. {each.hint}" for each in SCOPES.values()]
        if sitting.offers_choice
        else (),
        site().url or request.host_url.rstrip("/"),
    )
    content = paper_questionnaire_pdf(laid_out)
    return send_file(content, PDF, f"questionnaire-{group}.pdf")


def _group(team: str, audit: str, group: str) -> tuple[Place, Group]:
    """Return a group that is asked, or abort."""
    found = open_place(team, audit)
    if group not in set(found.audit.promise.group):
        abort(HTTPStatus.NOT_FOUND)
    return found, Group(group)


def _rehearsal(sitting: Sitting) -> Rehearsal:
    """Return what a group is asked, as it is printed."""
    return Rehearsal(
        sitting.name,
        sitting.instrument,
        sitting.audit.form,
        sitting.group,
        sitting.words,
        sitting.by_topic,
    )
