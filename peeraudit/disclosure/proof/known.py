"""What a cell and one's own answer leave possible for the others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from peeraudit.disclosure.cells import DontKnow
from peeraudit.disclosure.classes import dont_know
from peeraudit.disclosure.proof.readings import Numbers
from peeraudit.disclosure.proof.worlds import Worlds

OUTSIDER, UNSURE, SKIPPED = -1, -2, -3
"""Own answers beside 0, 1, 2: none, of who is outside, is unsure, or skipped."""
OWN_ANSWERS = 16
"""More than there are own answers to any question."""


@dataclass(frozen=True, slots=True)
class Known:
    """A row for each cell and each own answer that can stand beside it."""

    told: Numbers
    own: Numbers
    worlds: Numbers
    """How many sets of answers of the others fit."""
    sides: Numbers
    """The sides on which any other may be, a bit each."""


def known(worlds: Worlds, told: Numbers, sides: Sequence[int]) -> Known:
    """Gather what each reading and own answer leave possible.

    Parameters
    ----------
    told
        What is told of each world.
    sides
        The side that each answer is on, from 0 up.
    """
    readings, which = np.unique(told, return_inverse=True)
    found = _joined(
        _beside(own, worlds, which, sides) for own in (OUTSIDER, *range(len(sides)))
    )
    return replace(found, told=readings[found.told])


def _beside(own: int, worlds: Worlds, which: Numbers, sides: Sequence[int]) -> Known:
    """Gather what each reading leaves possible beside one own answer."""
    if own != OUTSIDER:
        fits = worlds[own] > 0
        worlds, which = worlds[:, fits], which[fits]
    possible = np.bincount(which)
    bits = np.zeros_like(possible)
    for side in set(sides):
        people = worlds[[each == side for each in sides]].sum(axis=0)
        mine = own != OUTSIDER and sides[own] == side
        bits[which[people > mine]] |= 1 << side
    told = possible.nonzero()[0]
    return Known(told, np.full_like(told, own), possible[told], bits[told])


def among(people: int, floor: int, by_valid: Mapping[int, Known]) -> Known:
    """Gather what is known where so many people answered the questionnaire.

    Any of them may not know, or may have skipped the question. How many did is not
    told, only whether half or more do not know.

    Parameters
    ----------
    by_valid
        What is known where so many gave an answer that counts, and all know it.
    """
    return _joined(
        part
        for valid in range(floor, people + 1)
        for part in _beside_silent(people, valid, by_valid[valid])
    )


def _beside_silent(people: int, valid: int, answered: Known) -> Iterator[Known]:
    """Yield what is known for each way in which the rest give no answer that counts."""
    for (half, silent), ways in _ways_to_be_silent(people, valid).items():
        # Who gave no answer knows of those who did what an outsider knows.
        rows = answered.own == OUTSIDER if silent else slice(None)
        own = answered.own[rows]
        yield Known(
            2 * answered.told[rows] + half,
            np.full_like(own, silent) if silent else own,
            ways * answered.worlds[rows],
            answered.sides[rows],
        )


def _ways_to_be_silent(people: int, valid: int) -> Mapping[tuple[bool, int], int]:
    """Count the ways to give no answer, by what is told of it and by one who gave none.

    The second is 0 for those who answered, and for outsiders.
    """
    ways: Counter[tuple[bool, int]] = Counter()
    for unsure in range(people - valid + 1):
        half = dont_know(unsure, people) is DontKnow.HALF_OR_MORE
        ways[half, 0] += 1
        ways[half, UNSURE] += unsure > 0
        ways[half, SKIPPED] += people - valid - unsure > 0
    return +ways


def _joined(parts: Iterable[Known]) -> Known:
    """Join parts into one, in which the same cell and own answer are one row."""
    columns = [(part.told, part.own, part.worlds, part.sides) for part in parts]
    told, own, worlds, sides = map(np.concatenate, zip(*columns, strict=True))
    keys, which = np.unique(told * OWN_ANSWERS + (own - SKIPPED), return_inverse=True)
    possible = np.zeros_like(keys)
    np.add.at(possible, which, worlds)
    bits = np.zeros_like(keys)
    np.bitwise_or.at(bits, which, sides)
    return Known(keys // OWN_ANSWERS, keys % OWN_ANSWERS + SKIPPED, possible, bits)
