"""What is told of answers, for many worlds at once: a number for each reading.

Written a second time on purpose, from the table of cells: a test compares it with what
the product tells, world by world.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from peeraudit.disclosure.classes import POINTS_PER_STEP
from peeraudit.disclosure.proof.worlds import Worlds
from peeraudit.instrument.definition import FINE_FROM, PROVED_EDGES, SHARES_FROM

Numbers = NDArray[np.int64]

COARSE = sorted(PROVED_EDGES["coarse_classes"])
FINE = sorted(PROVED_EDGES["fine_classes"])
"""Where classes begin. An instrument may join classes, and never splits them."""

STEPS = np.arange(1, 6)
BANDS = 10
LIMIT = 2000
"""Above every number that a part of a reading has: eleven bands of three shares."""
NOT_TOLD, SPREAD, ALIKE = range(3)


def statement(worlds: Worlds) -> Numbers:
    """Number what is told of a statement or a guess."""
    people = people_in(worlds)
    if people < FINE_FROM:
        found = class_of(worlds, COARSE)
        in_the_top = found == len(COARSE) - 1
        how = np.where(in_the_top, NOT_TOLD, spread_or_alike(worlds))
        return together(0, found, how)
    found = class_of(worlds, FINE)
    if people < SHARES_FROM:
        return together(1, found, 0)
    return together(2, found, shares(worlds, BANDS))


def together(*parts: Numbers | int) -> Numbers:
    """Number what is told by several numbers, each of them below the limit."""
    number = np.zeros(1, dtype=np.int64)
    for part in parts:
        number = LIMIT * number + part
    return number


def people_in(worlds: Worlds) -> int:
    """Return how many people answered: as many in one world as in another."""
    return int(worlds[:, 0].sum())


def class_of(worlds: Worlds, edges: Sequence[int]) -> Numbers:
    """Number the class that the score lies in, from the lowest up."""
    points = POINTS_PER_STEP * ((STEPS - 1) @ worlds)
    return np.searchsorted(np.multiply(edges, people_in(worlds)), points, "right") - 1


def spread_or_alike(worlds: Worlds) -> Numbers:
    """Say whether r*_WG is at least .3: that is a variance of at most 1.4."""
    people = people_in(worlds)
    deviations = people * (STEPS**2 @ worlds) - (STEPS @ worlds) ** 2
    return np.where(5 * deviations <= 7 * people * (people - 1), ALIKE, SPREAD)


def shares(worlds: Worlds, bands: int) -> Numbers:
    """Number the bands of the shares that disagree, say neither, and agree."""
    number = np.zeros(1, dtype=np.int64)
    for side in (worlds[:2], worlds[2:3], worlds[3:]):
        tenth = 10 * side.sum(axis=0) // people_in(worlds)
        number = bands * number + np.minimum(tenth, bands - 1)
    return number


def most_say(worlds: Worlds) -> Numbers:
    """Number the option that 60 % or more choose of a practice; 0 where mixed."""
    most = 10 * worlds >= 6 * people_in(worlds)
    return np.where(most.any(axis=0), 1 + most.argmax(axis=0), 0)


def commonest(worlds: Worlds) -> Numbers:
    """Number the commonest purpose; 0 where two are level."""
    leads = worlds == worlds.max(axis=0)
    return np.where(leads.sum(axis=0) == 1, 1 + leads.argmax(axis=0), 0)
