"""The themes as an agenda: open questions from the instrument's own statements."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from peeraudit.instrument.definition import AgreementItem, Instrument, Mode
from peeraudit.instrument.rules import Conflict, Consensus, Rule, leaves
from peeraudit.instrument.wording import LocalWords
from peeraudit.report import guide_words as ours
from peeraudit.report.evidence import quoted
from peeraudit.report.words import pages_words

HOPES, WORRIES = 2, 1
"""Statements of each theme: those to be able to say, and those to prevent."""

MOST_FROM_THE_PAPER = 2
"""What the paper found is a start for a talk, and should not be the talk."""

OF_ONE_PERSON = re.compile(r"\b(I|me|my|mine|myself)\b", re.IGNORECASE)
"""What is said of oneself: read out in a meeting, it would ask people to disclose."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A statement to read aloud, and what to ask of it."""

    statement: str
    ask: str


@dataclass(frozen=True, slots=True)
class ThemeTalk:
    """One theme as a part of the meeting."""

    key: str
    title: str
    about: str
    questions: tuple[OpenQuestion, ...]
    paper: tuple[str, ...]
    pages: str
    """The pages of the paper that its statements are traced to."""


def theme_talks(instrument: Instrument, words: LocalWords) -> Iterator[ThemeTalk]:
    """Yield the themes that have statements, in the instrument's order."""
    for theme in instrument.themes:
        items = [item for item in instrument.items if item.theme == theme]
        pages = sorted({page for item in items for page in item.pages})
        if items:
            named = {theme, *(item.id for item in items)}
            worded = instrument.wording.themes[theme]
            yield ThemeTalk(
                theme,
                words.fill(worded.title),
                words.fill(worded.about),
                tuple(_questions(items, instrument, words)),
                found_in_the_paper(named, instrument, words),
                pages_words(pages),
            )


def _questions(
    items: list[AgreementItem], instrument: Instrument, words: LocalWords
) -> Iterator[OpenQuestion]:
    """Yield a few open questions, about what the team has in place, never a person."""
    ahead = Mode.BEFORE_START in instrument.modes
    first = sorted(
        items,
        key=lambda item: (item.id not in instrument.named_by_rules, not item.core),
    )
    said = [(each, _of_the_team(each, instrument)) for each in first]
    hopes = [words for item, words in said if words and not item.reverse][:HOPES]
    worries = [words for item, words in said if words and item.reverse][:WORRIES]
    asks = ours.ASK_AHEAD if ahead else ours.ASK
    for statement, ask in zip(hopes, asks, strict=False):
        yield OpenQuestion(quoted(words.fill(statement)), ask)
    for statement in worries:
        yield OpenQuestion(quoted(words.fill(statement)), ours.ASK_OF_A_WORRY)
    if not hopes and not worries:
        yield OpenQuestion("", ours.ASK_OF_A_THEME)


def _of_the_team(item: AgreementItem, instrument: Instrument) -> str:
    """Return a wording that nobody says of themselves, or nothing if there is none."""
    worded = instrument.wording.items[item.id]
    wordings = (worded[group] for group in instrument.groups if group in item.groups)
    return next((each for each in wordings if not OF_ONE_PERSON.search(each)), "")


def found_in_the_paper(
    named: Set[str], instrument: Instrument, words: LocalWords
) -> tuple[str, ...]:
    """Return what the paper found about some items or a theme, the weightiest first."""
    rules = sorted(instrument.rules, key=lambda rule: -rule.first)
    about = [rule.id for rule in rules if _first_named(rule, instrument) in named]
    worded = instrument.wording.rules
    return tuple(words.fill(worded[each].paper) for each in about[:MOST_FROM_THE_PAPER])


def _first_named(rule: Rule, instrument: Instrument) -> str:
    """Return the item, theme or kind of item that a rule reads first."""
    for leaf in leaves(rule.when):
        if isinstance(leaf, Consensus | Conflict) and instrument.practices:
            return instrument.practices[0].id
        name = getattr(leaf.test, "item", None) or getattr(leaf.test, "theme", None)
        if name:
            return str(name)
    return ""
