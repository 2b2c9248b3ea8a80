"""How alike answers are over the items of a theme: indices for several items."""

from collections.abc import Callable

import numpy as np

from peeraudit.stats.agreement import (
    LEAST_PEOPLE,
    at_random,
    average_deviation_from_mean,
    average_deviation_from_median,
    awg,
    mean_pairwise_difference,
)
from peeraudit.stats.answers import (
    FIVE_POINTS,
    BadInput,
    Floats,
    Missing,
    Scale,
    Table,
    people_by_items,
)


def rwg_j_star(
    answers: Table,
    *,
    scale: Scale = FIVE_POINTS,
    null_variance: float | None = None,
    missing: Missing = "pairwise",
) -> float | None:
    """Return r*_WG(J) = 1 - mean item variance / null variance: the mean item r*_WG.

    Parameters
    ----------
    answers : (n, J) a row a person, a column an item; None or NaN where missing.
    scale, null_variance : as for `rwg_star`.
    missing : "pairwise" leaves a person out of the item alone; "listwise" out of all.

    Returns
    -------
    float or None : at most 1, 0 expected of random answers, negative where split.
        Only items with two answers count; None when there is none.

    Raises
    ------
    BadInput : where rows differ in length, or an answer is off the scale.

    References
    ----------
    Lindell and Brandt (1999), Journal of Applied Psychology 84, 640-647.
    """
    columns = _counted_items(answers, scale, missing)
    if not columns:
        return None
    variance = np.mean([column.var(ddof=1) for column in columns])
    return float(1 - variance / at_random(scale, null_variance))


def rwg_j(
    answers: Table,
    *,
    scale: Scale = FIVE_POINTS,
    null_variance: float | None = None,
    missing: Missing = "pairwise",
) -> float | None:
    """Return r_WG(J). It grows with the number of items while people stay as they are.

    Parameters
    ----------
    answers, scale, null_variance, missing : as for `rwg_j_star`.

    Returns
    -------
    float or None : J(1-S) / (J(1-S) + S), S the mean item variance by the null
        variance, at most 1; J counts items with two answers. None when there is none.

    Raises
    ------
    BadInput : where rows differ in length, or an answer is off the scale.

    References
    ----------
    James, Demaree and Wolf (1984), Journal of Applied Psychology 69, 85-98.
    """
    star = rwg_j_star(
        answers, scale=scale, null_variance=null_variance, missing=missing
    )
    if star is None:
        return None
    items = len(_counted_items(answers, scale, missing))
    agreed = items * max(0.0, star)
    return agreed / (agreed + min(1.0, 1 - star))


def average_deviation_from_mean_j(
    answers: Table, *, scale: Scale | None = None, missing: Missing = "pairwise"
) -> float | None:
    """Return AD_M over items: the mean of the items' AD_M, in scale points.

    Parameters
    ----------
    answers, missing : as for `rwg_j_star`; R's multilevel::ad.m is listwise.
    scale : the answer options, where answers are to be checked against them.

    Returns
    -------
    float or None : None when no item has two answers.

    References
    ----------
    Burke, Finkelstein and Dusig (1999), Organizational Research Methods 2, 49-68.
    """
    columns = _counted_items(answers, scale, missing)
    return _mean_of_items(average_deviation_from_mean, columns)


def average_deviation_from_median_j(
    answers: Table, *, scale: Scale | None = None, missing: Missing = "pairwise"
) -> float | None:
    """Return AD_Md over items: the mean of the items' AD_Md, in scale points.

    Parameters
    ----------
    answers, scale, missing : as for `average_deviation_from_mean_j`.

    Returns
    -------
    float or None : None when no item has two answers.

    References
    ----------
    Burke, Finkelstein and Dusig (1999), Organizational Research Methods 2, 49-68.
    """
    columns = _counted_items(answers, scale, missing)
    return _mean_of_items(average_deviation_from_median, columns)


def mean_pairwise_difference_j(
    answers: Table, *, scale: Scale | None = None, missing: Missing = "pairwise"
) -> float | None:
    """Return by how much two people typically differ on an item, in scale points.

    Parameters
    ----------
    answers, scale, missing : as for `average_deviation_from_mean_j`.

    Returns
    -------
    float or None : the mean of the items; None when no item has two answers.
    """
    columns = _counted_items(answers, scale, missing)
    return _mean_of_items(mean_pairwise_difference, columns)


def awg_j(
    answers: Table, *, scale: Scale = FIVE_POINTS, missing: Missing = "pairwise"
) -> float | None:
    """Return a_WG over items: the mean of the items that have one.

    Parameters
    ----------
    answers, scale, missing : as for `rwg_j_star`; R's multilevel::awg is listwise.

    Returns
    -------
    float or None : None when no item has an a_WG.

    References
    ----------
    Brown and Hauenstein (2005), Organizational Research Methods 8, 165-184.
    """
    columns = _counted_items(answers, scale, missing)
    return _mean_of_items(lambda column: awg(column, scale=scale), columns)


def _counted_items(
    answers: Table, scale: Scale | None, missing: Missing
) -> list[Floats]:
    """Return the valid answers of every item that at least two people answered."""
    table = people_by_items(answers, name="answers", scale=scale)
    if missing not in ("pairwise", "listwise"):
        raise BadInput(f"missing is {missing!r}: it has to be pairwise or listwise")
    if missing == "listwise":
        table = table[~np.isnan(table).any(axis=1)]
    columns = [column[~np.isnan(column)] for column in table.T]
    return [column for column in columns if len(column) >= LEAST_PEOPLE]


def _mean_of_items(
    index: Callable[[Floats], float | None], columns: list[Floats]
) -> float | None:
    """Return the mean of an index over those items that have one."""
    found = [value for value in map(index, columns) if value is not None]
    return float(np.mean(found)) if found else None
