"""Typing in answers from paper: all questions on one page, behind one's own code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.operations.sitting import Sitting
from peeraudit.questionnaire.questions import Asked
from peeraudit.web.arrival import Here, arrive, keep
from peeraudit.web.fieldsets import Given
from peeraudit.web.forms import Fault, faults_of, read_page
from peeraudit.web.frame import Frame
from peeraudit.web.question_page import QuestionPage, Wrong, question_page
from peeraudit.web.rendering import render
from peeraudit.web.respond import SEE_OTHER, place_of_page, to_choose_first
from peeraudit.web.site import site

from_paper = Blueprint("from_paper", __name__, url_prefix="/answer/from-paper")


@dataclass(frozen=True, slots=True)
class FromPaperPage:
    """Everything that one group is asked, on one page."""

    frame: Frame
    topics: tuple[QuestionPage, ...]
    faults: tuple[Fault, ...]


@from_paper.get("")
def show() -> str:
    """Show all questions, in the order in which they stand on paper."""
    return render("respond/from_paper.html", page=_page(_here(), {}))


@from_paper.post("")
def save() -> ResponseReturnValue:
    """Keep what was typed in, and go on to look at it."""
    sent = read_page(request.form)
    here = _as_on_paper(keep(sent))
    faults = faults_of(here.questionnaire, sent)
    wrong = {name: Wrong(sent[name], text) for name, text in faults.items()}
    if wrong:
        return render("respond/from_paper.html", page=_page(here, wrong)), 400
    saves = request.form.get("then") == "save"
    onward = url_for("respond.saved" if saves else "respond.check")
    return redirect(onward, SEE_OTHER)


def _here() -> Here:
    """Return where somebody stands who has said where their answers may count."""
    return _as_on_paper(to_choose_first(arrive()))


def _as_on_paper(here: Here) -> Here:
    """Return the same with topics and choices in the order of the paper."""
    return replace(here, visitor=replace(here.visitor, turn=0, one_per_page=False))


def _page(here: Here, wrong: Mapping[str, Wrong]) -> FromPaperPage:
    """Lay all topics out."""
    topics = tuple(_topics(here, wrong))
    return FromPaperPage(
        here.frame, topics, tuple(fault for each in topics for fault in each.faults)
    )


def _topics(here: Here, wrong: Mapping[str, Wrong]) -> Iterator[QuestionPage]:
    """Yield each topic; no question heads this page."""
    for page in here.questionnaire.pages:
        names = {str(each.key) for each in page.asked}
        yield question_page(
            here,
            place_of_page(here, page.slug),
            {name: each for name, each in wrong.items() if name in names},
            from_check=False,
            draw=_draw,
        )


def _draw(sitting: Sitting, asked: Asked, given: Given) -> Markup:
    """Draw a question as one of many on a page."""
    return site().fieldsets.draw(sitting, asked, replace(given, heading=False))
