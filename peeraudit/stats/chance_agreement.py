"""What agreement indices come to when people answer at random, worked out exactly."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations_with_replacement
from math import factorial

import numpy as np

from peeraudit.stats.agreement import (
    LEAST_PEOPLE,
    average_deviation_from_mean,
    average_deviation_from_median,
    rwg,
)
from peeraudit.stats.answers import BadInput, Floats, Scale

Index = Callable[[Floats], float | None]

ONE_VALUE = 1e-9
"""Values of an index nearer than this are one value."""

MOST_SETS = 200_000
"""Sets of answers written out at most; 20 people on five options have 10,626."""


def practical_limit(*, options: int) -> float:
    """Return the customary limit of an average deviation: A / 6, in scale points.

    Parameters
    ----------
    options : how many answers there are to choose from (A).

    Returns
    -------
    float : 0.83 points for five options.

    References
    ----------
    Burke and Dunlap (2002), Organizational Research Methods 5, 159-172.
    """
    if options <= 1:
        raise BadInput(f"options is {options}: there have to be two or more")
    return options / 6


def critical_average_deviation(
    *, people: int, options: int, about: str = "mean", level: float = 0.05
) -> float | None:
    """Return the largest AD that random answers reach or go below in `level` of cases.

    Parameters
    ----------
    people : size of the group (n).
    options : how many answers there are to choose from (A), all as likely.
    about : "mean" for AD_M, "median" for AD_Md.
    level : chance of a random group at or below it.

    Returns
    -------
    float or None : in scale points; None where even full agreement is likelier.

    References
    ----------
    Dunlap, Burke and Smith-Crowe (2003), Journal of Applied Psychology 88, 356-362,
    by simulation; here every set of answers is counted.
    """
    values, chances = _distribution(_deviation(about), people, options)
    return _last_within(values, chances, level)


def critical_rwg(*, people: int, options: int, level: float = 0.05) -> float | None:
    """Return the least r_WG that random answers reach in at most `level` of cases.

    Parameters
    ----------
    people, options, level : as for `critical_average_deviation`.

    Returns
    -------
    float or None : None where even full agreement is likelier.

    References
    ----------
    Dunlap, Burke and Smith-Crowe (2003), Journal of Applied Psychology 88, 356-362,
    by simulation; here every set of answers is counted.
    """
    values, chances = _distribution(_rwg_of(options), people, options)
    return _last_within(values[::-1], chances[::-1], level)


def chance_of_rwg(*, people: int, options: int, at_least: float) -> float:
    """Return how likely random answers are to reach an r_WG.

    Parameters
    ----------
    people, options : as for `critical_average_deviation`.
    at_least : the r_WG, such as .70.

    Returns
    -------
    float : the share of random groups, from 0 to 1.
    """
    values, chances = _distribution(_rwg_of(options), people, options)
    return float(chances[values >= at_least - ONE_VALUE].sum())


def chance_of_average_deviation(
    *, people: int, options: int, at_most: float, about: str = "mean"
) -> float:
    """Return how likely random answers are to reach an AD or go below it.

    Parameters
    ----------
    people, options, about : as for `critical_average_deviation`.
    at_most : the AD, in scale points, such as a sixth of the options.

    Returns
    -------
    float : the share of random groups, from 0 to 1.
    """
    values, chances = _distribution(_deviation(about), people, options)
    return float(chances[values <= at_most + ONE_VALUE].sum())


def _deviation(about: str) -> Index:
    """Return the average deviation from the mean, or from the median."""
    indices: dict[str, Index] = {
        "mean": average_deviation_from_mean,
        "median": average_deviation_from_median,
    }
    if about not in indices:
        raise BadInput(f"about is {about!r}: it has to be mean or median")
    return indices[about]


@lru_cache(maxsize=64)
def _rwg_of(options: int) -> Index:
    """Return r_WG on a scale of so many options."""
    scale = Scale(0, options - 1)
    return lambda answers: rwg(answers, scale=scale)


def _last_within(values: Floats, chances: Floats, level: float) -> float | None:
    """Return the last value, best first, up to which chances stay within a level."""
    within = np.flatnonzero(np.cumsum(chances) <= level)
    return float(values[within[-1]]) if len(within) else None


@lru_cache(maxsize=64)
def _distribution(index: Index, people: int, options: int) -> tuple[Floats, Floats]:
    """Return every value of an index, ascending, and its chance in random answers."""
    if people < LEAST_PEOPLE or options <= 1:
        raise BadInput(f"{people} people with {options} options: both have to be 2 up")
    sets = [*_sets_of_answers(people, options)]
    found = [index(np.array(answers, dtype=np.float64)) for answers, _ in sets]
    values = np.array(found, dtype=np.float64)
    _, first, place = np.unique(values.round(9), return_index=True, return_inverse=True)
    chances = np.bincount(place, weights=[chance for _, chance in sets])
    return values[first], chances.astype(np.float64)


def _sets_of_answers(
    people: int, options: int
) -> Iterator[tuple[tuple[int, ...], float]]:
    """Write out every set of answers, and how likely it is at random."""
    sets = (
        factorial(people + options - 1) // factorial(people) // factorial(options - 1)
    )
    if sets > MOST_SETS:
        raise BadInput(
            f"{people} people with {options} options can answer in {sets:,} ways, more "
            f"than the {MOST_SETS:,} that are written out"
        )
    for answers in combinations_with_replacement(range(options), people):
        orders = factorial(people)
        for option in range(options):
            orders //= factorial(answers.count(option))
        yield answers, orders / options**people
