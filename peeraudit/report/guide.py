"""The conversation guide: a meeting of a small team, from an instrument alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import starmap

from peeraudit.instrument.definition import Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.sentences import listed
from peeraudit.instrument.wording import LocalWords
from peeraudit.report import guide_words as ours
from peeraudit.report.evidence import quoted
from peeraudit.report.guide_themes import ThemeTalk, found_in_the_paper, theme_talks
from peeraudit.report.guide_times import times
from peeraudit.report.section import Section
from peeraudit.report.table import Table, row

BOX = "\N{WHITE SQUARE}"
"""What is ticked on paper."""

HERE = LocalWords("this team")
"""What is written where no team has said what it calls itself."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The first round: a question about the reason for the role."""

    question: str
    options: tuple[str, ...]
    paper: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PracticeTalk:
    """The practices as an agenda, to be ticked on paper."""

    lead_in: str
    question: str
    choices: str
    """What the team can agree on, as a list."""
    talk_again: str
    table: Table
    paper: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One conversation guide: what comes from the instrument, and in which order."""

    title: str
    instrument: str
    """What the instrument is called."""
    version: int
    lede: str
    peer_workers: str
    """What they are called in the middle of a sentence."""
    sections: tuple[Section, ...]
    facts: tuple[str, ...]
    """The topics on which a team can bring facts."""
    times: Table
    ground_rules: tuple[str, ...]
    openings: tuple[Opening, ...]
    practices: PracticeTalk | None
    themes: tuple[ThemeTalk, ...]
    statement: tuple[str, ...]
    """What a role statement says, a line each."""


def guide(instrument: Instrument, words: LocalWords = HERE) -> Guide:
    """Make the guide of an instrument, in a team's own words where it has some."""
    wording = instrument.wording
    them = wording.groups.get(Group.PEER_WORKER)
    return Guide(
        title=f"Conversation guide: {words.fill(wording.title)}",
        instrument=words.fill(wording.title),
        version=instrument.version,
        lede=words.fill(ours.LEDE),
        peer_workers=words.fill(them.inline if them else "{peer_workers}"),
        sections=tuple(starmap(Section, _headings(instrument, words))),
        facts=tuple(
            words.fill(wording.topics[topic].title)
            for topic in dict.fromkeys(fact.topic for fact in instrument.facts)
        ),
        times=times(instrument),
        ground_rules=tuple(map(words.fill, ours.GROUND_RULES)),
        openings=tuple(_openings(instrument, words)),
        practices=_practices(instrument, words) if instrument.practices else None,
        themes=tuple(theme_talks(instrument, words)),
        statement=tuple(_statement(instrument, words)),
    )


def _headings(instrument: Instrument, words: LocalWords) -> Iterator[tuple[str, str]]:
    """Yield the sections that this instrument has something for, in order."""
    is_there = "will be" if Mode.BEFORE_START in instrument.modes else "is"
    yield "before", "Before the meeting"
    yield "times", "The meeting, in 60 or 90 minutes"
    yield "ground-rules", "Ground rules, to read aloud"
    if instrument.purposes:
        yield "opening", f"Opening round: why the role {is_there} there"
    if instrument.practices:
        yield "practices", words.fill(instrument.wording.practice.title)
    if instrument.themes:
        yield "themes", "Themes to choose from"
    yield "after", "What we agreed, and what comes next"
    yield "source", "Where this guide comes from"


def _openings(instrument: Instrument, words: LocalWords) -> Iterator[Opening]:
    """Yield a round for each question about purposes."""
    for item in instrument.purposes:
        worded = instrument.wording.purposes[item.id]
        yield Opening(
            words.fill(worded.question),
            tuple(words.fill(worded.options[option]) for option in item.options),
            found_in_the_paper({item.id}, instrument, words),
        )


def _practices(instrument: Instrument, words: LocalWords) -> PracticeTalk:
    """Lay the practices out with a box for each answer, and one to talk again."""
    worded = instrument.wording.practice
    offered = list(
        dict.fromkeys(each for item in instrument.practices for each in item.options)
    )
    options = [words.fill(worded.options[each]) for each in offered]
    table = Table(
        words.fill(worded.question),
        ("Practice", *options, ours.TALK_AGAIN, "Page"),
        tuple(
            row(
                words.fill(instrument.wording.practices[item.id]),
                *(BOX if each in item.options else "" for each in offered),
                BOX,
                listed([str(page) for page in item.pages]),
            )
            for item in instrument.practices
        ),
    )
    about_practices = {item.id for item in instrument.practices}
    return PracticeTalk(
        words.fill(worded.lead_in),
        words.fill(worded.question),
        listed([quoted(option) for option in options], "or"),
        ours.TALK_AGAIN,
        table,
        found_in_the_paper(about_practices, instrument, words),
    )


def _statement(instrument: Instrument, words: LocalWords) -> Iterator[str]:
    """Yield what to write down of the role, in the words of the instrument."""
    for item in instrument.purposes:
        yield words.fill(instrument.wording.purposes[item.id].question)
    if instrument.practices:
        options = instrument.wording.practice.options.values()
        yield from (words.fill(option) for option in options)
    else:
        yield ours.AGREED
    yield ours.TALK_AGAIN
