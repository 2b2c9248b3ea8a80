"""Every way in which so many people can have answered one question.

A world is how many people gave each answer: the options in their order, then "I do not
know", then skipped. The attacker tries them all.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

Worlds = npt.NDArray[np.int16]
"""A row for each world, a column for each answer."""
Numbers = npt.NDArray[np.int64]
"""A number for each world."""
Mask = npt.NDArray[np.bool_]
"""Whether each world fits."""

BESIDE = 2
"""How many columns stand beside the options: who does not know, who said nothing."""


def worlds(numbers: tuple[int, ...], options: int) -> Worlds:
    """Return every world of any of these numbers of people."""
    if len(numbers) == 1:
        return worlds_of(numbers[0], options)
    return np.concatenate([worlds_of(number, options) for number in numbers])


@lru_cache(maxsize=64)
def worlds_of(number: int, options: int) -> Worlds:
    """Return every world of so many people."""
    found = np.zeros((1, 0), dtype=np.int16)
    left = np.array([number], dtype=np.int16)
    for _ in range(options + BESIDE - 1):
        # Everyone who is left may give this answer, or fewer, down to nobody.
        ways = left + 1
        before = np.repeat(np.arange(len(left)), ways)
        first = np.repeat(np.cumsum(ways) - ways, ways)
        gave = (np.arange(len(before)) - first).astype(np.int16)
        found = np.column_stack([found[before], gave])
        left = left[before] - gave
    every = np.column_stack([found, left])
    every.setflags(write=False)
    return every


def options_of(told: Worlds) -> Worlds:
    """Return the columns of those who gave an answer that counts."""
    return told[:, :-BESIDE]


def unsure(told: Worlds) -> Worlds:
    """Return how many do not know, in each world."""
    return told[:, -BESIDE]


def valid(told: Worlds) -> Numbers:
    """Return how many gave an answer that counts, in each world."""
    answers: Numbers = options_of(told).sum(axis=1, dtype=np.int64)
    return answers


def people(told: Worlds) -> Numbers:
    """Return how many people there are in each world."""
    everyone: Numbers = told.sum(axis=1, dtype=np.int64)
    return everyone


def points(told: Worlds) -> Numbers:
    """Return the sum of everybody's points on a statement: 0, 25, 50, 75 or 100."""
    total: Numbers = options_of(told) @ np.arange(0, 125, 25)
    return total


def others(told: Worlds, own: int | None) -> Worlds:
    """Return everyone but the one who gave the own answer; all, to an outsider."""
    if own is None:
        return told
    rest = told.copy()
    rest[:, own] -= 1
    return rest
