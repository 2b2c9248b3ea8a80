"""What whoever looks at a questionnaire sees: the list, the contents, and each page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import url_for
from markupsafe import Markup

from peeraudit.instrument.definition import CommentItem, Form, Instrument
from peeraudit.instrument.wording import GroupWords
from peeraudit.questionnaire.pages import Page
from peeraudit.questionnaire.progress import Place
from peeraudit.questionnaire.questions import Asked
from peeraudit.questionnaire.rehearsal import Rehearsal, rehearse
from peeraudit.report.about import FORMS
from peeraudit.report.guide import HERE
from peeraudit.web.fieldsets import Given
from peeraudit.web.frame import Frame
from peeraudit.web.question_page import (
    QuestionPage,
    is_headed_by_its_question,
    lead_in_of,
)
from peeraudit.web.site import site
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class Looked:
    """The questionnaire of one group, as its address names it."""

    instrument: str
    """The name of the instrument's folder."""
    rehearsal: Rehearsal

    @property
    def group(self) -> GroupWords:
        """What the group is called."""
        called = self.rehearsal.instrument.wording.groups[self.rehearsal.group]
        fill = self.rehearsal.words.fill
        return GroupWords(name=fill(called.name), inline=fill(called.inline))

    @property
    def audit(self) -> str:
        """Which audit it is of, and how much is asked."""
        title = self.rehearsal.words.fill(self.rehearsal.instrument.wording.title)
        return f"{title}: {FORMS[self.rehearsal.form].lower()}"

    @property
    def contents(self) -> str:
        """Where it begins."""
        return self._address("contents")

    @property
    def pdf(self) -> str:
        """Where it is as a file."""
        return self._address("pdf")

    def page(self, page: Page) -> str:
        """Return where one of its pages is."""
        return self._address("show", page.slug)

    def _address(self, view: str, slug: str | None = None) -> str:
        """Return the address of a view of it."""
        return url_for(
            f"questionnaires.{view}",
            instrument=self.instrument,
            form=self.rehearsal.form,
            group=self.rehearsal.group,
            slug=slug,
        )


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The questionnaire of one group, in a list of them."""

    name: str
    inline: str
    """The same in the middle of a sentence."""
    questions: int
    minutes: int
    address: str
    pdf: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class FormBlock:
    """One form of an audit, and who would be asked what in it."""

    title: str
    groups: tuple[GroupLine, ...]


@dataclass(frozen=True, slots=True)
class AuditBlock:
    """One audit that could be run."""

    title: str
    about: str
    forms: tuple[FormBlock, ...]


@dataclass(frozen=True, slots=True)
class TopicLink:
    """The way to the first page of a topic."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class ContentsPage:
    """What one group is asked, before its first page."""

    audit: str
    here: GroupLine
    first: str
    topics: tuple[TopicLink, ...]
    groups: tuple[GroupLine, ...]
    """All groups, to go from one to another."""


@dataclass(frozen=True, slots=True)
class Look:
    """What stands around a page of questions that is only looked at."""

    group: str
    audit: str
    contents: str
    next: str
    """Where the next page is; empty after the last."""


def audit_block(name: str, instrument: Instrument) -> AuditBlock:
    """List the forms of an audit, and the groups of each."""
    wording = instrument.wording
    return AuditBlock(
        HERE.fill(wording.title),
        HERE.fill(wording.about),
        tuple(
            FormBlock(FORMS[form], tuple(_lines(name, instrument, form)))
            for form in instrument.forms
        ),
    )


def contents_page(looked: Looked) -> ContentsPage:
    """Say what one group is asked, and lead to each topic."""
    rehearsal, pages = looked.rehearsal, looked.rehearsal.by_topic.pages
    return ContentsPage(
        looked.audit,
        _line(looked),
        looked.page(pages[0]),
        tuple(
            TopicLink(title, looked.page(next(same)))
            for title, same in groupby(pages, key=lambda page: page.title)
        ),
        tuple(_lines(looked.instrument, rehearsal.instrument, rehearsal.form, looked)),
    )


def look_around(looked: Looked, at: Place) -> Look:
    """Say whose page it is, and where to go on."""
    after = looked.page(at.after) if at.after else ""
    return Look(looked.group.name, looked.audit, looked.contents, after)


def look_page(looked: Looked, at: Place) -> QuestionPage:
    """Lay a page out as the group would see it, with nothing answered."""
    before = looked.page(at.before) if at.before else ""
    lead_in, ask = _lead_in(looked.rehearsal, at.page.asked[0])
    heading = is_headed_by_its_question(at.page)
    is_comment = isinstance(at.page.asked[0].item, CommentItem)
    return QuestionPage(
        frame=Frame(),
        title=at.page.title,
        heading_in_question=heading and not is_comment,
        number=at.number,
        of=at.of,
        lead_in=lead_in,
        padding="",
        ask=ask,
        together=False,
        questions=tuple(_questions(looked.rehearsal, at.page, heading=heading)),
        answered="",
        back=before or looked.contents,
        from_check=False,
        one_per_page=False,
        faults=(),
    )


def _questions(rehearsal: Rehearsal, page: Page, *, heading: bool) -> Iterator[Markup]:
    """Yield each question of a page as markup."""
    for asked in page.asked:
        yield site().fieldsets.draw(rehearsal, asked, Given(heading=heading))


def _lead_in(rehearsal: Rehearsal, first: Asked) -> tuple[str, str]:
    """Return what is said before the questions of a page, and what each one asks."""
    if not isinstance(first.item, CommentItem):
        return lead_in_of(rehearsal, first)
    words = _(
        "Only some audits ask for a comment. One person outside the team reads it "
        "first, then everyone can. You can skip this."
    )
    return words, ""


def _lines(
    name: str, instrument: Instrument, form: Form, here: Looked | None = None
) -> Iterator[GroupLine]:
    """Yield a line for each group that would be asked."""
    for group in instrument.groups:
        looked = Looked(name, rehearse(instrument, form, group, HERE))
        yield _line(looked, is_here=here is not None and group is here.rehearsal.group)


def _line(looked: Looked, *, is_here: bool = False) -> GroupLine:
    """Say how much a group is asked, and where to look."""
    by_topic = looked.rehearsal.by_topic
    return GroupLine(
        looked.group.name,
        looked.group.inline,
        len(by_topic.asked),
        by_topic.minutes,
        looked.contents,
        looked.pdf,
        is_here,
    )
