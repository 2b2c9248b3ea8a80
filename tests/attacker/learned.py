"""What one reading of what is published teaches: facts, each about a group."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.claims import (
    AnswersFrom,
    Claim,
    MeanFrom,
    ShareFrom,
    Together,
)


class NotUnderstood(ValueError):
    """Something is published that the attacker has not learned to read."""


@dataclass(frozen=True)
class Told:
    """A claim about the answers to one question."""

    question: Question
    claim: Claim


@dataclass(frozen=True)
class Number:
    """How many of a group were asked and answered."""

    group: str
    asked: int
    answered: int | None


@dataclass(frozen=True)
class ThemeTold:
    """A number that is told of a group's theme: ``score``, ``low`` or ``high``."""

    group: str
    theme: str
    part: str
    value: Fraction
    within: Fraction
    """How far what was rounded can lie from it."""


@dataclass(frozen=True)
class GapTold:
    """By how many points one group is told to score a theme higher than another."""

    theme: str
    higher: str
    lower: str
    value: Fraction


@dataclass(frozen=True)
class Total:
    """The mean over all the groups on one item, and of how many answers."""

    item: str
    low: Fraction
    high: Fraction
    answers: int


Fact = Told | Number | ThemeTold | GapTold | Total


@dataclass(frozen=True)
class Rules:
    """From how many answers what is told: everyone knows it."""

    fine_from: int = 10
    shares_from: int = 25


@dataclass(frozen=True)
class Said:
    """What is said of a group's answers to a statement, turned so that high is good."""

    low: Fraction
    high: Fraction
    together: bool | None = None
    shares: tuple[tuple[int, int], ...] = ()
    """From where to where the shares go that disagree, say neither, and agree."""


SIDES = ((0, 1), (2,), (3, 4))
"""The steps that disagree, say neither, and agree."""


def class_claims(said: Said, catalogue: Catalogue, rules: Rules) -> Iterator[Claim]:
    """Yield everything that follows from all that is told of a shown statement."""
    yield mean_claim(said.low, said.high)
    if said.together is not None:
        yield Together(said.together)
    for options, (low, high) in zip(SIDES, said.shares, strict=False):
        yield ShareFrom(options, low, high)
    yield _how_many(said, catalogue, rules)


def mean_claim(low: Fraction, high: Fraction) -> Claim:
    """Return that a mean lies in a class, the highest of which has no end."""
    return MeanFrom(low, high, to_the_end=low == high or high >= Fraction(100))


def _how_many(said: Said, catalogue: Catalogue, rules: Rules) -> Claim:
    """Return how many answers there are, by how finely they are told."""
    ends = (said.low, said.high)
    coarse, fine = (ends in catalogue.classes(name) for name in ("coarse", "fine"))
    if said.shares:
        return AnswersFrom(max(catalogue.floor, rules.shares_from))
    if coarse and (said.together is not None or not fine):
        return AnswersFrom(catalogue.floor, rules.fine_from - 1)
    if fine:
        least = max(catalogue.floor, rules.fine_from)
        return AnswersFrom(least, rules.shares_from - 1)
    return AnswersFrom(catalogue.floor)


def rounded(words: str) -> tuple[Fraction, Fraction]:
    """Return a number, and how far it can lie from what was rounded to it."""
    digits = len(words.partition(".")[2])
    return Fraction(words), Fraction(1, 2 * 10**digits)
