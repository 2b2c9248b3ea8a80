"""The pages before and after the questions, ready to be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import url_for
from markupsafe import Markup

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import SCREENING
from peeraudit.audit.promise_words import london
from peeraudit.instrument.definition import CommentItem
from peeraudit.questionnaire.pages import Page
from peeraudit.questionnaire.questions import DONT_KNOW, Asked
from peeraudit.web.arrival import Here
from peeraudit.web.forms import SCOPES, Fault, ScopeForm
from peeraudit.web.frame import Frame
from peeraudit.web.sizes import padding
from peeraudit.web.words import _

SKIPPED = Markup('<span class="app-skipped">{}</span>')
"""As the template writes it."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What everyone reads before answering."""

    frame: Frame
    team: str
    organisation: str
    group: str
    peer_worker: str
    about: str
    minutes: int
    closes: str
    promise: tuple[str, ...]
    has_draft: bool
    answered: int
    asked: int
    choice: ScopeForm | None
    """Where answers may count, where there is something to choose."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with what was sent."""
        return self.choice.faults if self.choice else ()


def first_page(here: Here, choice: ScopeForm | None = None) -> FirstPage:
    """Say who asks, how long it takes, and who will see what."""
    sitting = here.sitting
    if sitting.offers_choice and choice is None:
        choice = ScopeForm(data={"scope": here.draft.scope})
    words, wording = sitting.audit.team.words, sitting.instrument.wording
    return FirstPage(
        frame=here.frame,
        team=sitting.audit.team.name,
        organisation=sitting.audit.team.organisation,
        group=words.fill(wording.groups[sitting.group].inline),
        peer_worker=words.peer_worker,
        about=words.fill(wording.about),
        minutes=here.questionnaire.minutes,
        closes=london(sitting.audit.promise.closes_at),
        promise=sitting.launched.promise_words[sitting.group],
        has_draft=here.has_draft and bool(here.values),
        answered=len(here.values),
        asked=len(here.questionnaire.asked),
        choice=choice,
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One question on the page of answers to check."""

    id: str
    """Names the line, so that who changed an answer comes back to it."""
    lead_in: str
    words: str
    answer: str
    """Empty where the question was skipped."""
    padding: str
    """Makes every line as long as its longest: the size of a page tells no answer."""
    change: str
    """Where to change the answer."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The answers to one topic."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """All answers, before they are submitted."""

    frame: Frame
    topics: tuple[Topic, ...]
    answered: int
    asked: int
    back: str
    scope: str
    """Where the answers may count; empty where there was nothing to choose."""
    scope_padding: str


def check_page(here: Here) -> CheckPage:
    """List every question with its answer, a topic after another."""
    pages = here.questionnaire.pages
    places = {scope: str(each.words) for scope, each in SCOPES.items()}
    scope = places[here.draft.scope] if here.draft.scope else ""
    return CheckPage(
        frame=here.frame,
        topics=tuple(
            Topic(title, tuple(line for page in same for line in _lines(here, page)))
            for title, same in groupby(pages, key=lambda page: page.title)
        ),
        answered=len(here.values),
        asked=len(here.questionnaire.asked),
        back=url_for("respond.show", slug=pages[-1].slug),
        scope=scope,
        scope_padding=padding(scope, places.values()),
    )


def _lines(here: Here, page: Page) -> Iterator[Line]:
    """Yield a line for each question of a page."""
    address = url_for("respond.show", slug=page.slug, to="check")
    for asked in page.asked:
        answer = _answer(here, asked)
        yield Line(
            str(asked.key),
            asked.lead_in,
            asked.words,
            answer,
            _padding(here, asked, answer),
            f"{address}#{asked.key}",
        )


def _padding(here: Here, asked: Asked, answer: str) -> str:
    """Return as many spaces as an answer is shorter than the longest there could be."""
    unsure = here.sitting.instrument.wording.dont_know
    skipped = SKIPPED.format(_("Skipped"))
    shown = answer or skipped
    return padding(shown, (shown, *asked.options.values(), unsure, skipped))


def _answer(here: Here, asked: Asked) -> str:
    """Return an answer in words."""
    value = here.values.get(str(asked.key), "")
    if isinstance(asked.item, CommentItem):
        return value
    if value == DONT_KNOW:
        return here.sitting.instrument.wording.dont_know
    return asked.options.get(value, "")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The return word, to be written down."""

    frame: Frame
    word: str
    code: str
    """Where nobody gave it out, and so only this page can show it."""
    go_on: str


@dataclass(frozen=True, slots=True)
class WordPage:
    """The question for the return word, or before a draft is thrown away."""

    frame: Frame
    began_here: bool = False
    """Whether this browser had a draft open that is not there any more."""


@dataclass(frozen=True, slots=True)
class DonePage:
    """What follows after Submit."""

    frame: Frame
    report: str
    """The whole address of the report, to be kept."""
    ready: str
    """When the report is there at the earliest."""
    screening_days: int
    """How many days comments may be read before; none where there are none."""


def done_page(audit: Audit, report: str) -> DonePage:
    """Say where the report will be, and when."""
    return DonePage(
        Frame(audit.team.organisation),
        report,
        london(audit.promise.last_submission),
        SCREENING.days if audit.promise.comments else 0,
    )
