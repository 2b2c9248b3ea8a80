"""A questionnaire on paper: everything that one group is asked, with boxes to tick."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from peeraudit.instrument.definition import (
    AgreementItem,
    CommentItem,
    PracticeItem,
)
from peeraudit.questionnaire.questions import Asked
from peeraudit.questionnaire.rehearsal import Rehearsal
from peeraudit.report.about import FORMS
from peeraudit.report.guide import BOX
from peeraudit.report.table import Row, Table, row
from peeraudit.report.words import counted

AGREE = "How much do you agree? You can leave out anything."
ONE = "Choose one. You can leave this out."
ANY_COMMENT = (
    "Only some audits ask for a comment. One person outside the team reads it first. "
    "Name nobody, and leave out what could tell who you are."
)
TO_LOOK_AT = (
    "This copy is to look at and to talk about. Nobody collects it. To answer, people "
    "are given a code of their own."
)


@dataclass(frozen=True, slots=True)
class Topic:
    """The questions on one topic: as a table, as one choice, or as room to write."""

    title: str
    lead_in: str
    table: Table | None = None
    options: tuple[str, ...] = ()
    lines: int = 0
    """How many lines there are to write on."""


@dataclass(frozen=True, slots=True)
class PrintedQuestionnaire:
    """All that one group is asked."""

    title: str
    audit: str
    """Which audit it is of, and which form of it."""
    ledes: tuple[str, ...]
    topics: tuple[Topic, ...]


def printed(rehearsal: Rehearsal) -> PrintedQuestionnaire:
    """Lay a questionnaire out on paper, to be looked at before anybody is asked."""
    wording, words = rehearsal.instrument.wording, rehearsal.words
    group = words.fill(wording.groups[rehearsal.group].inline)
    number = counted(len(rehearsal.by_topic.asked), "question", "questions")
    return PrintedQuestionnaire(
        f"Questions for {group}",
        f"{words.fill(wording.title)}. {FORMS[rehearsal.form]}.",
        (words.fill(wording.about), f"There are {number}.", TO_LOOK_AT),
        printed_topics(rehearsal, ANY_COMMENT),
    )


def printed_topics(rehearsal: Rehearsal, comment: str) -> tuple[Topic, ...]:
    """Lay out everything that a group is asked, a topic after another.

    Parameters
    ----------
    comment
        What is said before somebody writes a comment.
    """
    pages = rehearsal.by_topic.pages
    return tuple(
        _topic(rehearsal, title, [one for page in same for one in page.asked], comment)
        for title, same in groupby(pages, key=lambda page: page.title)
    )


def _topic(rehearsal: Rehearsal, title: str, asked: list[Asked], comment: str) -> Topic:
    """Lay out the questions on one topic."""
    wording = rehearsal.instrument.wording
    match asked[0].item:
        case AgreementItem():
            return Topic(title, "", _table(AGREE, asked, wording.dont_know))
        case PracticeItem():
            lead_in = rehearsal.words.fill(wording.practice.lead_in)
            ask = rehearsal.words.fill(wording.practice.question)
            return Topic(title, lead_in, _table(ask, asked, wording.dont_know))
        case CommentItem():
            return Topic(title, comment, lines=8)
        case _:
            options = (*asked[0].options.values(), wording.dont_know)
            return Topic(title, ONE, options=options)


def _table(caption: str, asked: list[Asked], dont_know: str) -> Table:
    """Return statements, each with a box for every answer that it offers."""
    offered = dict(each for one in asked for each in one.options.items())
    columns = ("Statement", *offered.values(), dont_know)
    return Table(caption, columns, tuple(_rows(asked, offered)))


def _rows(asked: list[Asked], offered: Mapping[str, str]) -> Iterator[Row]:
    """Yield a line for each statement; a guess says first whom it is about."""
    for each in asked:
        said = f"{each.lead_in} “{each.words}”" if each.lead_in else each.words
        boxes = (BOX if value in each.options else "" for value in offered)
        yield row(said, *boxes, BOX)
