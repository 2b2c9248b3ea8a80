"""Who could have been in which group: every way to deal people out, or seeded draws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

from peeraudit.stats.answers import Floats

Whole = NDArray[np.int64]
MOST_STATES = 300_000
"""Different sums that are kept at most while people are dealt out."""

DENOMINATORS = (*range(1, 61), 100, 420, 840, 1_000, 2_520, 10_000)
ROUNDING = 1e-7
FINEST = 10**9
"""What numbers are counted in that are no simple fractions."""


@dataclass(frozen=True, slots=True)
class DealtSums:
    """What groups can sum up to: the sums of all groups, and in how many ways."""

    sums: Whole
    ways: Floats


def ways_to_assign(sizes: Sequence[int]) -> int:
    """Return in how many ways people can be dealt out into groups of these sizes."""
    return factorial(sum(sizes)) // prod(map(factorial, sizes))


def whole_numbers(numbers: Floats) -> Whole:
    """Return numbers as multiples of one fraction, so that sums can be told apart."""
    for denominator in DENOMINATORS:
        scaled = numbers * denominator
        if np.abs(scaled - np.rint(scaled)).max(initial=0) < ROUNDING:
            break
    else:
        scaled = numbers * FINEST
    whole: Whole = np.rint(scaled).astype(np.int64)
    return whole


def dealt_sums(values: Whole, sizes: Sequence[int]) -> DealtSums | None:
    """Count every way to deal people out by the sums that groups then have.

    Parameters
    ----------
    values : (N,) a whole number a person.
    sizes : how many people each group takes, N together.

    Returns
    -------
    DealtSums or None : None where there are more different sums than can be kept.
    """
    least = values.min(initial=0)
    shifted = values - least
    known = len(sizes) - 1
    bases = [*(size + 1 for size in sizes[:known]), *[int(shifted.sum()) + 1] * known]
    if prod(bases) >= 2**62:
        return None
    states, ways = np.zeros((1, 2 * known), dtype=np.int64), np.ones(1)
    for dealt, value in enumerate(shifted):
        states, ways = _deal(states, ways, dealt, int(value), sizes)
        states, ways = _merged(states, ways, bases)
        if len(states) > MOST_STATES:
            return None
    sums = states[:, known:] + least * np.array(sizes[:known], dtype=np.int64)
    last = values.sum() - sums.sum(axis=1, keepdims=True)
    return DealtSums(np.hstack([sums, last]), ways)


def _deal(
    states: Whole, ways: Floats, dealt: int, value: int, sizes: Sequence[int]
) -> tuple[Whole, Floats]:
    """Put one more person into every group that has room."""
    known = len(sizes) - 1
    taken = states[:, :known]
    room = taken < np.array(sizes[:known])
    after = [states[dealt - taken.sum(axis=1) < sizes[-1]]]
    ways_after = [ways[dealt - taken.sum(axis=1) < sizes[-1]]]
    for group in range(known):
        joined = states[room[:, group]].copy()
        joined[:, group] += 1
        joined[:, known + group] += value
        after.append(joined)
        ways_after.append(ways[room[:, group]])
    return np.concatenate(after), np.concatenate(ways_after)


def _merged(states: Whole, ways: Floats, bases: Sequence[int]) -> tuple[Whole, Floats]:
    """Put together what comes to the same sums."""
    key = np.zeros(len(states), dtype=np.int64)
    for column, base in zip(states.T, bases, strict=True):
        key = key * base + column
    _, first, place = np.unique(key, return_index=True, return_inverse=True)
    together: Floats = np.bincount(place, weights=ways).astype(np.float64)
    return states[first], together


def every_assignment(sizes: Sequence[int]) -> NDArray[np.int8]:
    """Write out the group of each person, a row for each way to deal them out."""
    people = sum(sizes)
    rows = list(_assignments(tuple(range(people)), tuple(sizes), 0, [0] * people))
    return np.array(rows, dtype=np.int8).reshape(-1, people)


def _assignments(
    people: tuple[int, ...], sizes: tuple[int, ...], group: int, labels: list[int]
) -> Iterator[list[int]]:
    """Choose the members of one group, and deal out the rest."""
    if len(sizes) == 1:
        for person in people:
            labels[person] = group
        yield labels.copy()
        return
    for members in combinations(people, sizes[0]):
        for person in members:
            labels[person] = group
        rest = tuple(person for person in people if person not in members)
        yield from _assignments(rest, sizes[1:], group + 1, labels)


def drawn_assignments(
    sizes: Sequence[int], *, draws: int, seed: int
) -> NDArray[np.int8]:
    """Draw the group of each person at random, a row for each draw."""
    labels = np.repeat(np.arange(len(sizes), dtype=np.int8), sizes)
    rows = np.tile(labels, (draws, 1))
    drawn: NDArray[np.int8] = np.random.default_rng(seed).permuted(rows, axis=1)
    return drawn
