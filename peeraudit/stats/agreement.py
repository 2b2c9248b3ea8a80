"""How alike the answers to one question are within a group."""

from types import MappingProxyType

import numpy as np

from peeraudit.stats.answers import (
    FIVE_POINTS,
    Answers,
    BadInput,
    Floats,
    Scale,
    given,
)

LEAST_PEOPLE = 2
"""Nobody agrees alone: below two answers an index is undefined, never 0 or 1."""

NULL_VARIANCES = MappingProxyType(
    {
        "uniform": 2.00,
        "slight skew": 1.34,
        "moderate skew": 0.90,
        "heavy skew": 0.44,
        "triangular": 1.32,
        "normal": 1.04,
    }
)
"""Variances of answers without agreement on five options: LeBreton and Senter (2008),
table 2. With any but the first, agreement looks worse: try how much hangs on it."""


def standard_deviation(answers: Answers) -> float | None:
    """Return the sample standard deviation, in scale points.

    Parameters
    ----------
    answers : (n,) one number a person; None or NaN where missing.

    Returns
    -------
    float or None : sqrt(sum (x - mean)^2 / (n - 1)); None below two answers.
    """
    found = given(answers, name="answers")
    return None if len(found) < LEAST_PEOPLE else float(found.std(ddof=1))


def median(answers: Answers) -> float | None:
    """Return the middle answer, in scale points; of an even number, the midpoint.

    Parameters
    ----------
    answers : (n,) one number a person; None or NaN where missing.

    Returns
    -------
    float or None : None when nobody answered.
    """
    found = given(answers, name="answers")
    return float(np.median(found)) if len(found) else None


def mean_pairwise_difference(answers: Answers) -> float | None:
    """Return by how much two people of the group typically differ, in scale points.

    The mean over all pairs of |x_i - x_j|, known as Gini's mean difference. It is
    unbiased for every n of two or more, so groups of different size compare.

    Parameters
    ----------
    answers : (n,) one number a person; None or NaN where missing.

    Returns
    -------
    float or None : None below two answers.
    """
    found = np.sort(given(answers, name="answers"))
    n = len(found)
    if n < LEAST_PEOPLE:
        return None
    weights = 2 * np.arange(n) - (n - 1)
    return float(2 * (weights @ found) / (n * (n - 1)))


def rwg_star(
    answers: Answers,
    *,
    scale: Scale = FIVE_POINTS,
    null_variance: float | None = None,
) -> float | None:
    """Return r*_WG = 1 - s^2 / null variance, not cut off at 0.

    Parameters
    ----------
    answers : (n,) one number a person on the scale; None or NaN where missing.
    scale : the answer options.
    null_variance : variance of people who answer at random, in squared points;
        by default that of every option being as likely, (A^2 - 1) / 12.

    Returns
    -------
    float or None : at most 1; 0 is expected of random answers at every n; negative
        where a group is split. None below two answers.

    Raises
    ------
    BadInput : where an answer is off the scale, or the null variance is not above 0.

    References
    ----------
    Lindell and Brandt (1999), Journal of Applied Psychology 84, 640-647.
    """
    found = given(answers, name="answers", scale=scale)
    if len(found) < LEAST_PEOPLE:
        return None
    return float(1 - found.var(ddof=1) / at_random(scale, null_variance))


def rwg(
    answers: Answers,
    *,
    scale: Scale = FIVE_POINTS,
    null_variance: float | None = None,
) -> float | None:
    """Return r_WG: r*_WG with what lies below 0 counted as 0.

    Parameters
    ----------
    answers, scale, null_variance : as for `rwg_star`.

    Returns
    -------
    float or None : from 0 to 1; None below two answers.

    Raises
    ------
    BadInput : where an answer is off the scale, or the null variance is not above 0.

    References
    ----------
    James, Demaree and Wolf (1984), Journal of Applied Psychology 69, 85-98.
    """
    star = rwg_star(answers, scale=scale, null_variance=null_variance)
    return None if star is None else max(0.0, star)


def average_deviation_from_mean(
    answers: Answers, *, scale: Scale | None = None
) -> float | None:
    """Return AD_M, the mean distance from the group's mean, in scale points.

    Parameters
    ----------
    answers : (n,) one number a person; None or NaN where missing.
    scale : the answer options, where answers are to be checked against them.

    Returns
    -------
    float or None : 0 when all are alike; None below two answers.

    References
    ----------
    Burke, Finkelstein and Dusig (1999), Organizational Research Methods 2, 49-68.
    """
    found = given(answers, name="answers", scale=scale)
    return None if len(found) < LEAST_PEOPLE else _distance(found, float(found.mean()))


def average_deviation_from_median(
    answers: Answers, *, scale: Scale | None = None
) -> float | None:
    """Return AD_Md, the mean distance from the group's median, in scale points.

    Parameters
    ----------
    answers, scale : as for `average_deviation_from_mean`.

    Returns
    -------
    float or None : 0 when all are alike; None below two answers.

    References
    ----------
    Burke, Finkelstein and Dusig (1999), Organizational Research Methods 2, 49-68.
    """
    found = given(answers, name="answers", scale=scale)
    return (
        None if len(found) < LEAST_PEOPLE else _distance(found, float(np.median(found)))
    )


def awg(answers: Answers, *, scale: Scale = FIVE_POINTS) -> float | None:
    """Return a_WG, agreement against the most variance that the mean allows.

    Parameters
    ----------
    answers, scale : as for `rwg_star`.

    Returns
    -------
    float or None : from -1 to 1. None below two answers, and where the mean lies so
        near an end that the most variance cannot be reached; 1 at the very end.

    Raises
    ------
    BadInput : where an answer is off the scale.

    References
    ----------
    Brown and Hauenstein (2005), Organizational Research Methods 8, 165-184.
    """
    found = given(answers, name="answers", scale=scale)
    n, low, high = len(found), scale.low, scale.high
    if n < LEAST_PEOPLE:
        return None
    if (found == low).all() or (found == high).all():
        return 1.0
    total = float(found.sum())
    if total < low * (n - 1) + high or total > high * (n - 1) + low:
        return None
    mean = total / n
    most = ((high + low) * mean - mean**2 - high * low) * n / (n - 1)
    return float(1 - 2 * found.var(ddof=1) / most)


def at_random(scale: Scale, null_variance: float | None) -> float:
    """Return the variance that a group is held against, in squared points."""
    if null_variance is None:
        return scale.uniform_variance
    if not null_variance > 0:
        raise BadInput(f"null_variance is {null_variance}: it has to be above 0")
    return null_variance


def _distance(found: Floats, centre: float) -> float:
    """Return how far answers lie from a centre, on average."""
    return float(np.abs(found - centre).mean())
