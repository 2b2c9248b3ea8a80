"""Agreement within many groups at once: thousands of groups in a few milliseconds."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peeraudit.stats.agreement import LEAST_PEOPLE, at_random
from peeraudit.stats.answers import FIVE_POINTS, BadInput, Floats, Scale

Whole = NDArray[np.signedinteger]
SHAPE = 3
AT_ONCE = 2**18
"""Answers worked on at once, so that what lies between stays near the processor."""


@dataclass(frozen=True, slots=True)
class ManyGroups:
    """A value for each group; NaN where no item has two answers.

    `variance` is the mean item variance, in squared points; `items` counts those that
    two people answered.
    """

    variance: Floats
    rwg_j_star: Floats
    rwg_j: Floats
    items: NDArray[np.intp]


def agreement_of_many(
    answers: NDArray[np.integer] | Floats,
    *,
    scale: Scale = FIVE_POINTS,
    null_variance: float | None = None,
) -> ManyGroups:
    """Return r*_WG(J) and r_WG(J) of many groups of one size.

    Parameters
    ----------
    answers : (groups, people, items). Whole numbers where everybody answered, which is
        fast; floats with NaN where answers are missing, left out item by item.
    scale, null_variance : as for `rwg_star`.

    Returns
    -------
    ManyGroups : for each group what `rwg_j_star` and `rwg_j` give.

    Raises
    ------
    BadInput : where the shape is another, or an answer is off the scale.
    """
    table = np.asarray(answers)
    if table.ndim != SHAPE or table.dtype.kind not in "iuf":
        raise BadInput("answers have to be numbers, as groups by people by items")
    _check_bounds(table, scale)
    measured = _with_missing if table.dtype.kind == "f" else _complete
    variance, items = measured(table, scale)
    star = 1 - variance / at_random(scale, null_variance)
    agreed = items * np.maximum(star, 0)
    rwg_j = agreed / (agreed + np.minimum(1 - star, 1))
    return ManyGroups(variance, star, rwg_j, items)


def _complete(
    answers: NDArray[np.integer], scale: Scale
) -> tuple[Floats, NDArray[np.intp]]:
    """Return the mean item variance where everybody answered, in whole numbers.

    Sums of distances from a middle option, and of their squares, are exact in the
    smallest whole numbers that hold them; eight bits for 31 people on five options.
    """
    groups, people, items = answers.shape
    enough = people >= LEAST_PEOPLE and items > 0
    counted = np.full(groups, items if enough else 0)
    if not enough or not groups:
        return np.full(groups, np.nan), counted
    middle = (scale.low + scale.high) // 2
    furthest = max(scale.high - middle, middle - scale.low)
    largest = max(people * furthest**2, abs(scale.low), abs(scale.high))
    width = np.min_scalar_type(-largest - 1)
    squares, squared_sums = np.empty(groups), np.empty(groups)
    step = max(1, AT_ONCE // (people * items))
    for start in range(0, groups, step):
        part = slice(start, start + step)
        away = np.subtract(answers[part], middle, dtype=width, casting="unsafe")
        sums = _over_people(away).astype(np.float64)
        squared_sums[part] = np.einsum("gj,gj->g", sums, sums)
        away *= away
        squares[part] = _over_people(away).sum(axis=1, dtype=np.float64)
    variance: Floats = squares - squared_sums / people
    return variance / ((people - 1) * items), counted


def _over_people(values: Whole) -> Whole:
    """Sum over people by adding one half of them to the other: long rows are fast."""
    groups, people, items = values.shape
    rows = values.reshape(groups, people * items)
    while people > 1:
        half = people // 2
        added = rows[:, : half * items] + rows[:, half * items : 2 * half * items]
        if people % 2:
            added[:, :items] += rows[:, 2 * half * items :]
        rows, people = added, half
    return rows


def _with_missing(answers: Floats, _scale: Scale) -> tuple[Floats, NDArray[np.intp]]:
    """Return the mean item variance over items that two people answered."""
    there = ~np.isnan(answers)
    counts = there.sum(axis=1)
    divisor = np.maximum(counts, 1)
    means = np.where(there, answers, 0.0).sum(axis=1) / divisor
    away = np.where(there, answers - means[:, None, :], 0.0)
    counted = counts >= LEAST_PEOPLE
    variances = (away**2).sum(axis=1) / np.maximum(counts - 1, 1)
    items = counted.sum(axis=1)
    total = np.where(counted, variances, 0.0).sum(axis=1)
    return np.where(items > 0, total / np.maximum(items, 1), np.nan), items


def _check_bounds(answers: NDArray[np.integer] | Floats, scale: Scale) -> None:
    """Refuse an answer that the scale does not have; say where the first one is."""
    if not answers.size:
        return
    least, most = np.fmin.reduce(answers, axis=None), np.fmax.reduce(answers, axis=None)
    if least >= scale.low and most <= scale.high:
        return
    outside = np.argwhere((answers < scale.low) | (answers > scale.high))
    if len(outside):
        place = "".join(f"[{each}]" for each in outside[0])
        raise BadInput(
            f"answers{place} is {answers[tuple(outside[0])]:g}: the scale runs from "
            f"{scale.low} to {scale.high}"
        )
