"""The words of an instrument in one language, and a team's own words put into them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from peeraudit.instrument.frozen import Frozen, Group

PLACEHOLDERS = frozenset(
    {"peer_worker", "peer_workers", "Peer_worker", "Peer_workers", "team"}
)
"""What a wording may hold in braces; with a capital at the start of a sentence."""


class GroupWords(Frozen):
    """What one group is called."""

    name: str
    """As a heading or a label, in the plural."""
    inline: str
    """In the middle of a sentence, in the plural."""


class ThemeWords(Frozen):
    """What one theme is called, and what it is about."""

    title: str
    about: str


class FactWords(Frozen):
    """How one set-up fact is asked for, and how its options read."""

    question: str
    short: str
    options: Mapping[str, str] = {}
    hint: str = ""
    unit: str = ""


class TopicWords(Frozen):
    """What a topic of set-up facts is called."""

    title: str


class PurposeWords(Frozen):
    """How the question about purposes reads."""

    question: str
    options: Mapping[str, str]


class PracticeWords(Frozen):
    """How questions about practices read."""

    title: str
    lead_in: str
    question: str
    options: Mapping[str, str]


class GuessWords(Frozen):
    """How a guess is asked for; ``{many}`` becomes the guessed group."""

    lead_in: str


class RuleWords(Frozen):
    """What a finding says: in one line, in plain words, and what the paper found."""

    title: str
    means: str
    paper: str
    notes: Mapping[str, str] = {}


class TrustWords(Frozen):
    """What a count over teams is called, what it means, and what it does not."""

    title: str
    means: str
    caution: str


class Wording(Frozen):
    """Every word of an instrument that people read, in one language."""

    language: str
    title: str
    about: str
    groups: Mapping[Group, GroupWords]
    themes: Mapping[str, ThemeWords]
    scale: Mapping[int, str]
    dont_know: str
    items: Mapping[str, Mapping[Group, str]]
    guess: GuessWords
    practice: PracticeWords
    practices: Mapping[str, str]
    purposes: Mapping[str, PurposeWords]
    topics: Mapping[str, TopicWords]
    facts: Mapping[str, FactWords]
    comments: Mapping[str, str]
    rules: Mapping[str, RuleWords]
    recommendations: Mapping[str, str]
    confidence: Mapping[str, str]
    trust: Mapping[str, TrustWords] = {}


@dataclass(frozen=True, slots=True)
class LocalWords:
    """What one team calls itself and its peer workers, fixed at launch."""

    team: str
    peer_worker: str = "peer worker"
    peer_workers: str = "peer workers"

    def fill(self, wording: str) -> str:
        """Put the team's words into a wording, with ``an`` before a vowel.

        >>> LocalWords("x", "expert by experience").fill("If a {peer_worker} is upset")
        'If an expert by experience is upset'
        """
        if "{" not in wording:
            return wording
        if self.peer_worker[:1].lower() in "aeiou":
            wording = re.sub(r"\b([Aa]) \{peer_worker\}", r"\1n {peer_worker}", wording)
        for name, words in (
            ("{peer_worker}", self.peer_worker),
            ("{peer_workers}", self.peer_workers),
            ("{Peer_worker}", _capital(self.peer_worker)),
            ("{Peer_workers}", _capital(self.peer_workers)),
            ("{team}", self.team),
        ):
            wording = wording.replace(name, words)
        return wording


def _capital(words: str) -> str:
    """Return the words with a capital first letter, and the rest as they are."""
    return words[:1].upper() + words[1:]
