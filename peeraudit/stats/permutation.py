"""Exact tests: how many ways of dealing people out give a difference as large."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm

import numpy as np
from numpy.typing import NDArray

from peeraudit.stats.answers import Answers, BadInput, Floats, given
from peeraudit.stats.assignments import (
    Whole,
    dealt_sums,
    drawn_assignments,
    ways_to_assign,
    whole_numbers,
)
from peeraudit.stats.ranks import mid_ranks, ties

DRAWS = 20_000
"""Assignments that are drawn where there are too many to count."""


@dataclass(frozen=True, slots=True)
class ExactTest:
    """A p, and beside it the smallest that groups of these sizes can reach.

    `exact` says whether every assignment was counted; else p is of seeded draws.
    """

    p: float | None
    smallest_p: float | None
    exact: bool = True


def smallest_attainable_p(*, first_size: int, second_size: int) -> float | None:
    """Return the p of two groups that are wholly apart, the smallest that sizes allow.

    Parameters
    ----------
    first_size, second_size : how many people answered in each group.

    Returns
    -------
    float or None : 1 / C(N, n), or twice that for groups of one size; None when a
        group is empty.
    """
    if first_size < 0 or second_size < 0:
        raise BadInput(f"{first_size} and {second_size} people: neither can be below 0")
    if not first_size or not second_size:
        return None
    both_ways = 2 if first_size == second_size else 1
    return both_ways / ways_to_assign((first_size, second_size))


def exact_mean_difference_test(
    *, first: Answers, second: Answers, seed: int = 0
) -> ExactTest:
    """Test two groups' means by every assignment of people to the groups.

    Parameters
    ----------
    first, second : (n,) and (m,) one number a person; None or NaN where missing.
    seed : of the draws, where there are too many assignments to count.

    Returns
    -------
    ExactTest : two-sided, p the share of assignments whose sum lies as far from what is
        expected, as in R's exactRankTests and coin. 1 when all are tied; no p when a
        group is empty.

    References
    ----------
    Edgington and Onghena (2007), Randomization Tests.
    """
    x, y = given(first, name="first"), given(second, name="second")
    return _two_group_test(np.concatenate([x, y]), len(x), len(y), seed)


def exact_rank_sum_test(*, first: Answers, second: Answers, seed: int = 0) -> ExactTest:
    """Test two groups by their ranks: Wilcoxon, Mann and Whitney's, ties and all.

    Parameters
    ----------
    first, second, seed : as for `exact_mean_difference_test`.

    Returns
    -------
    ExactTest : as for `exact_mean_difference_test`, of mid-ranks.

    References
    ----------
    Streitberg and Roehmel (1986), Statistical Software Newsletter 12, 10-17.
    """
    x, y = given(first, name="first"), given(second, name="second")
    ranks = mid_ranks(np.concatenate([x, y]))
    return _two_group_test(ranks, len(x), len(y), seed)


def kruskal_wallis_h(groups: Sequence[Answers]) -> float | None:
    """Return Kruskal and Wallis's H, corrected for ties.

    Parameters
    ----------
    groups : each group's answers, one number a person; None or NaN where missing.

    Returns
    -------
    float or None : 0 where mean ranks are equal; None when all are tied, or fewer than
        two groups have answers.
    """
    found = _with_answers(groups)
    together = np.concatenate([np.empty(0), *found])
    n = len(together)
    if len(found) <= 1 or ties(together) == n**3 - n:
        return None
    ranks = mid_ranks(together)
    starts = np.cumsum([0, *map(len, found)])[:-1]
    squares = np.add.reduceat(ranks, starts) ** 2 / np.array([*map(len, found)])
    uncorrected = 12 * squares.sum() / (n * (n + 1)) - 3 * (n + 1)
    return float(uncorrected / (1 - ties(together) / (n**3 - n)))


def exact_kruskal_test(groups: Sequence[Answers], *, seed: int = 0) -> ExactTest:
    """Test several groups by ranks, over every way to deal people out into them.

    Parameters
    ----------
    groups : as for `kruskal_wallis_h`.
    seed : of the draws, where there are too many assignments to count.

    Returns
    -------
    ExactTest : p the share of assignments with an H as large; 1 when all are tied; no p
        when fewer than two groups have answers. No smallest p is given.

    References
    ----------
    Kruskal and Wallis (1952), Journal of the American Statistical Association 47.
    """
    found = _with_answers(groups)
    if len(found) <= 1:
        return ExactTest(None, None)
    ranks = np.rint(2 * mid_ranks(np.concatenate(found))).astype(np.int64)
    sizes = [*map(len, found)]
    # The sum of R^2 / n orders assignments as H does; in whole numbers, ties are ties.
    unit = lcm(*sizes)
    weights = np.array([unit // size for size in sizes], dtype=np.int64)
    starts = np.cumsum([0, *sizes])[:-1]
    seen = int(np.add.reduceat(ranks, starts) ** 2 @ weights)
    sums, ways, exact = _sums(ranks, sizes, seed)
    return ExactTest(
        _share((sums**2 @ weights) >= seen, ways, exact=exact), None, exact
    )


def _with_answers(groups: Sequence[Answers]) -> list[Floats]:
    """Return the groups in which somebody answered."""
    found = [given(each, name=f"groups[{i}]") for i, each in enumerate(groups)]
    return [each for each in found if len(each)]


def _two_group_test(numbers: Floats, n: int, m: int, seed: int) -> ExactTest:
    """Test the sum over the first n numbers, two-sided about what is expected."""
    smallest = smallest_attainable_p(first_size=n, second_size=m)
    if smallest is None:
        return ExactTest(None, None)
    values = whole_numbers(numbers)
    expected = n * values.sum()
    seen = abs((n + m) * values[:n].sum() - expected)
    sums, ways, exact = _sums(values, (n, m), seed)
    as_far = np.abs((n + m) * sums[:, 0] - expected) >= seen
    return ExactTest(_share(as_far, ways, exact=exact), smallest, exact)


def _sums(values: Whole, sizes: Sequence[int], seed: int) -> tuple[Whole, Floats, bool]:
    """Return the sums that groups can have, how often, and whether all are counted."""
    every = dealt_sums(values, sizes)
    if every:
        return every.sums, every.ways, True
    labels = drawn_assignments(sizes, draws=DRAWS, seed=seed)
    sums = np.stack([(labels == g) @ values for g in range(len(sizes))], axis=1)
    return sums, np.ones(DRAWS), False


def _share(as_far: NDArray[np.bool_], ways: Floats, *, exact: bool) -> float:
    """Return the share of assignments; of draws, with what was seen as one of them."""
    found, every = float(ways[as_far].sum()), float(ways.sum())
    return found / every if exact else (found + 1) / (every + 1)
