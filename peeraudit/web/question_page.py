"""One page of questions, ready to be shown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.definition import (
    AgreementItem,
    CommentItem,
    PracticeItem,
    PurposeItem,
)
from peeraudit.instrument.sentences import capital
from peeraudit.operations.sitting import Sitting
from peeraudit.questionnaire.pages import Page
from peeraudit.questionnaire.progress import Place
from peeraudit.questionnaire.questions import Asked
from peeraudit.response.responses import Scope
from peeraudit.web.arrival import Here
from peeraudit.web.fieldsets import AnySitting, Given
from peeraudit.web.forms import Fault
from peeraudit.web.frame import Frame
from peeraudit.web.site import site
from peeraudit.web.sizes import padding
from peeraudit.web.words import _

Draw = Callable[[Sitting, Asked, Given], Markup]
"""Draws one question as its group reads it."""


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What a page of questions shows."""

    frame: Frame
    title: str
    heading_in_question: bool
    """Whether the only question is the heading of the page."""
    number: int
    of: int
    lead_in: str
    """What is said once before the questions."""
    padding: str
    """Makes up for what a shorter one would tell by the size of the page."""
    ask: str
    """What is asked of each of them, where their own words do not say."""
    together: bool
    """Whether a group fills in one sheet together."""
    questions: tuple[Markup, ...]
    answered: str
    """The names of the fields that have an answer, to take them away."""
    back: str
    from_check: bool
    one_per_page: bool
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that was sent, and what would be right."""

    sent: str
    text: str


def question_page(
    here: Here,
    place: Place,
    wrong: Mapping[str, Wrong],
    *,
    from_check: bool,
    draw: Draw | None = None,
) -> QuestionPage:
    """Lay a page out, with what was answered before and what is wrong now.

    Parameters
    ----------
    draw
        Draws a question; as all are held ready, where nothing else is said.
    """
    draw = draw or site().fieldsets.draw
    page = place.page
    first = page.asked[0]
    heading = is_headed_by_its_question(page)
    lead_in, ask = _lead_in(here, first)
    answered = [str(each.key) for each in page.asked if str(each.key) in here.values]
    return QuestionPage(
        frame=here.frame,
        title=page.title,
        heading_in_question=heading and not isinstance(first.item, CommentItem),
        number=place.number,
        of=place.of,
        lead_in=lead_in,
        padding=_padding(here, first, lead_in),
        ask=ask,
        together=_is_together(here),
        questions=tuple(_questions(here, page, wrong, draw, heading=heading)),
        answered=" ".join(answered),
        back=_back(place, from_check=from_check),
        from_check=from_check,
        one_per_page=here.visitor.one_per_page,
        faults=tuple(Fault(each.text, name) for name, each in wrong.items()),
    )


def _questions(
    here: Here, page: Page, wrong: Mapping[str, Wrong], draw: Draw, *, heading: bool
) -> Iterator[Markup]:
    """Yield each question of a page as markup."""
    for asked in page.asked:
        name = str(asked.key)
        saved = here.values.get(name, "")
        fault = wrong.get(name, Wrong(saved, ""))
        # What somebody wrote is not taken from them; a wrong choice was never offered.
        value = fault.sent if isinstance(asked.item, CommentItem) else saved
        is_purpose = isinstance(asked.item, PurposeItem)
        turn = here.visitor.turn % len(asked.options) if is_purpose else 0
        yield draw(here.sitting, asked, Given(value, fault.text, turn, heading))


def is_headed_by_its_question(page: Page) -> bool:
    """Say whether a page has one question, and is called after it."""
    return len(page.asked) == 1 and page.asked[0].words == page.title


def _lead_in(here: Here, first: Asked) -> tuple[str, str]:
    """Return what is said before the questions of a page, and what each one asks."""
    if isinstance(first.item, CommentItem):
        return _before_comments(here)[here.draft.scope is Scope.ONLY_POOLED], ""
    if isinstance(first.item, AgreementItem) and here.visitor.one_per_page:
        return "", ""
    return lead_in_of(here.sitting, first)


def lead_in_of(sitting: AnySitting, first: Asked) -> tuple[str, str]:
    """Return the same of a page without comments, whoever answers it."""
    match first.item:
        case AgreementItem():
            return _("How much do you agree? You can leave out anything."), ""
        case PracticeItem():
            wording, words = sitting.instrument.wording.practice, sitting.words
            return words.fill(wording.lead_in), words.fill(wording.question)
        case PurposeItem():
            return _("You can leave this out."), ""
        case _:
            return "", ""


def _before_comments(here: Here) -> tuple[str, str]:
    """Say who reads a comment, and what becomes of it where it counts only pooled."""
    return (
        _(
            "%(reader)s reads comments first, then everyone can. Name nobody, and "
            "leave out what could tell who you are. You can skip this.",
            reader=capital(here.sitting.audit.promise.comments_read_by),
        ),
        _(
            "You chose that your answers count only together with other teams. A "
            "comment would be destroyed unread, so leave this empty."
        ),
    )


def _padding(here: Here, first: Asked, lead_in: str) -> str:
    """Return what makes up for the shorter of two things to say before a comment."""
    is_comment = isinstance(first.item, CommentItem)
    return padding(lead_in, _before_comments(here)) if is_comment else ""


def _is_together(here: Here) -> bool:
    """Say whether the group fills in one sheet."""
    promise = here.sitting.audit.promise.group[here.sitting.group]
    return promise.mode is GroupMode.JOINT_SHEET


def _back(place: Place, *, from_check: bool) -> str:
    """Return where Back leads."""
    if from_check:
        return url_for("respond.check")
    if place.before is None:
        return url_for("respond.first")
    return url_for("respond.show", slug=place.before.slug)
