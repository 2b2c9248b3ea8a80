"""What can be learned of one group's answers to one question, and which worlds fit it.

Written from what the report means by its words, and from the sources of its measures.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

import numpy as np

from tests.attacker.worlds import (
    Mask,
    Worlds,
    options_of,
    people,
    points,
    unsure,
    valid,
)

HIGHEST = 100


class Claim(Protocol):
    """Something that is told of the answers to a question."""

    def fits(self, told: Worlds) -> Mask:
        """Say in which worlds it is so."""
        ...


@dataclass(frozen=True)
class MeanFrom:
    """The mean of the points lies from ``low`` up to ``high``, which it may be."""

    low: Fraction
    high: Fraction
    to_the_end: bool = False
    """Whether the mean may be ``high`` itself."""

    def fits(self, told: Worlds) -> Mask:
        total, n = points(told), valid(told)
        least = total * self.low.denominator >= n * self.low.numerator
        most = n * self.high.numerator - total * self.high.denominator
        return (n > 0) & least & (most >= 0 if self.to_the_end else most > 0)


@dataclass(frozen=True)
class MeanAmong:
    """The mean of the points is one of these."""

    values: frozenset[Fraction]

    def fits(self, told: Worlds) -> Mask:
        total, n = points(told), valid(told)
        among = np.zeros(len(told), dtype=np.bool_)
        for value in self.values:
            among |= total * value.denominator == n * value.numerator
        return among & (n > 0)


@dataclass(frozen=True)
class SumAmong:
    """The sum of the points, and how many answers it is of, are one of these pairs."""

    pairs: frozenset[tuple[int, int]]

    def fits(self, told: Worlds) -> Mask:
        total, n = points(told), valid(told)
        among = np.zeros(len(told), dtype=np.bool_)
        for value, answers in self.pairs:
            among |= (total == value) & (n == answers)
        return among


@dataclass(frozen=True)
class Together:
    """Whether answers lie together: r*_WG is .3 or more.

    The mean squared difference of two people is twice the variance, so that r*_WG is
    one less a quarter of it, with five steps (Lindell and Brandt 1999).
    """

    lie_together: bool

    def fits(self, told: Worlds) -> Mask:
        steps, n = options_of(told).astype(np.int64), valid(told)
        apart = np.zeros(len(told), dtype=np.int64)
        for one in range(5):
            for other in range(one):
                apart += steps[:, one] * steps[:, other] * (one - other) ** 2
        # apart / pairs <= 2.8, and there are n (n - 1) / 2 pairs
        together: Mask = 10 * apart <= 14 * n * (n - 1)
        return together if self.lie_together else ~together


@dataclass(frozen=True)
class ShareFrom:
    """The share of answers that are one of ``options`` is from ``low`` up, in percent.

    It is below ``high``, or at most that where it is all of them.
    """

    options: tuple[int, ...]
    low: int
    high: int

    def fits(self, told: Worlds) -> Mask:
        n = valid(told)
        gave = 100 * options_of(told)[:, list(self.options)].sum(axis=1)
        below = gave <= 100 * n if self.high >= HIGHEST else gave < self.high * n
        share: Mask = (n > 0) & (gave >= self.low * n) & below
        return share


@dataclass(frozen=True)
class MostSay:
    """The option that 60 of 100 answers or more are, or that there is none."""

    option: int | None

    def fits(self, told: Worlds) -> Mask:
        gave, n = options_of(told), valid(told)
        if self.option is not None:
            most: Mask = (n > 0) & (10 * gave[:, self.option] >= 6 * n)
            return most
        most_gave = gave.max(axis=1).astype(np.int64)
        none: Mask = 10 * most_gave < 6 * n
        return none


@dataclass(frozen=True)
class Commonest:
    """The option that more people gave than any other, or that there is none."""

    option: int | None

    def fits(self, told: Worlds) -> Mask:
        gave = options_of(told)
        leads = gave == gave.max(axis=1, keepdims=True)
        alone = leads.sum(axis=1) == 1
        so: Mask = ~alone if self.option is None else alone & leads[:, self.option]
        return so


@dataclass(frozen=True)
class HalfUnsure:
    """Whether half or more of all the people do not know."""

    half: bool

    def fits(self, told: Worlds) -> Mask:
        so: Mask = 2 * unsure(told) >= people(told)
        return so if self.half else ~so


@dataclass(frozen=True)
class AnswersFrom:
    """How many gave an answer that counts: at least, and at most."""

    least: int
    most: int | None = None

    def fits(self, told: Worlds) -> Mask:
        n = valid(told)
        return (n >= self.least) & (n <= (n if self.most is None else self.most))


@dataclass(frozen=True)
class Gave:
    """How many gave each option, exactly."""

    counts: tuple[int, ...]

    def fits(self, told: Worlds) -> Mask:
        so: Mask = (options_of(told) == np.array(self.counts)).all(axis=1)
        return so
