"""What a number over several items or groups adds: which parts can make it up."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

import numpy as np

from tests.attacker.worlds import Worlds, points, valid

Part = Collection[Fraction]
"""Every value that one part of a whole can have."""

APART = 1 << 20
"""Keeps the number of answers and the sum of their points apart in one number."""


def possible(parts: Sequence[Part], low: Fraction, high: Fraction) -> Iterator[Part]:
    """Yield the values of each part from which the others can make up the whole."""
    for number, part in enumerate(parts):
        rest = _sums(parts, number)
        yield {value for value in part if _meets(value, rest, low, high)}


def _meets(
    value: Fraction, rest: Sequence[Fraction], low: Fraction, high: Fraction
) -> bool:
    at = bisect_left(rest, low - value)
    return at < len(rest) and rest[at] <= high - value


def _sums(parts: Sequence[Part], without: int) -> list[Fraction]:
    """Return, in order, every sum of the parts but one."""
    sums = {Fraction(0)}
    for number, part in enumerate(parts):
        if number != without:
            sums = {total + value for total in sums for value in part}
    return sorted(sums)


def means(told: Worlds) -> Part:
    """Return every mean that a statement can have."""
    pairs = np.unique(np.column_stack([points(told), valid(told)]), axis=0)
    return {Fraction(int(total), int(n)) for total, n in pairs if n}


def sums(told: Worlds) -> Part:
    """Return every sum of points with how many answers it is of, as one number."""
    pairs = np.unique(np.column_stack([points(told), valid(told)]), axis=0)
    return {packed(int(total), int(n)) for total, n in pairs}


def packed(total: int | Fraction, answers: int) -> Fraction:
    """Return a sum and its number of answers as one number."""
    return Fraction(total) + APART * answers


def unpacked(values: Part) -> Iterator[tuple[int, int]]:
    """Yield the sums and numbers of answers behind such numbers."""
    for value in values:
        answers, total = divmod(int(value), APART)
        yield total, answers
