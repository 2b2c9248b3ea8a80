"""Do people put things in the same order: what the role is for, first things first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from math import factorial

import numpy as np

from peeraudit.stats.answers import (
    Answers,
    BadInput,
    Floats,
    Table,
    all_given,
    people_by_items,
)
from peeraudit.stats.assignments import Whole
from peeraudit.stats.permutation import DRAWS, ExactTest
from peeraudit.stats.ranks import mid_ranks, ties

MOST_STEPS = 5_000_000
"""Sums of ranks times orders that are tried at most for one more person."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """How alike several people's orders are.

    `rho` is the mean rank correlation of two people, 0 by chance. `w` is Kendall's W,
    which is 1 / raters by chance: read it with few people, and it misleads.
    """

    w: float | None
    rho: float | None
    raters: int
    things: int


def whole_rankings(raters_by_items: Table) -> Floats:
    """Return a full ranking for each person: what is unranked shares the last ranks.

    Parameters
    ----------
    raters_by_items : (m, k) a row a person, a column a thing; the smallest comes first;
        None or NaN where a person left it unranked.

    Returns
    -------
    (m, k) array : ranks from 1; ties and the unranked tail have their mean rank.
    """
    table = people_by_items(raters_by_items, name="raters_by_items")
    last = np.where(np.isnan(table), np.inf, table)
    rows = [mid_ranks(row) for row in last]
    return np.array(rows).reshape(table.shape)


def concordance(raters_by_items: Table) -> Concordance:
    """Return the mean rank correlation, and Kendall's W corrected for ties.

    Parameters
    ----------
    raters_by_items : as for `whole_rankings`.

    Returns
    -------
    Concordance : values are None below two people or two things, and when everybody
        ties everything.

    References
    ----------
    Kendall and Gibbons (1990), Rank Correlation Methods, chapter 6.
    """
    ranks = whole_rankings(raters_by_items)
    m, k = ranks.shape
    tied = sum(map(ties, ranks))
    most = m**2 * (k**3 - k) - m * tied
    if m <= 1 or most <= 0:
        return Concordance(None, None, m, k)
    sums = ranks.sum(axis=0)
    w = float(12 * ((sums - sums.mean()) ** 2).sum() / most)
    return Concordance(w, (m * w - 1) / (m - 1), m, k)


def concordance_p(raters_by_items: Table, *, seed: int = 0) -> ExactTest:
    """Return how often orders at random are as alike, over every order of each person.

    Parameters
    ----------
    raters_by_items : as for `whole_rankings`.
    seed : of the draws, where there are too many orders to count.

    Returns
    -------
    ExactTest : no p below two people or two things; 1 when everything is tied. No
        smallest p is given.
    """
    ranks = np.rint(2 * whole_rankings(raters_by_items)).astype(np.int64)
    m, k = ranks.shape
    if m <= 1 or k <= 1:
        return ExactTest(None, None)
    seen = int((ranks.sum(axis=0) ** 2).sum())
    counted = _rank_sums(ranks)
    if counted is None:
        drawn = np.random.default_rng(seed).permuted(
            np.tile(ranks, (DRAWS, 1, 1)), axis=2
        )
        as_alike = (drawn.sum(axis=1) ** 2).sum(axis=1) >= seen
        return ExactTest((int(as_alike.sum()) + 1) / (DRAWS + 1), None, exact=False)
    sums, ways = counted
    as_alike = (sums**2).sum(axis=1) >= seen
    return ExactTest(float(ways[as_alike].sum() / ways.sum()), None)


def _rank_sums(ranks: Whole) -> tuple[Whole, Floats] | None:
    """Return every set of rank sums and in how many ways; None where it is too much.

    Which thing has which sum does not matter, so sums are sorted and put together.
    """
    k = ranks.shape[1]
    if factorial(k) > MOST_STEPS:
        return None
    orders = np.array(list(permutations(range(k))))
    sums = np.sort(ranks[:1], axis=1)
    ways: Floats = np.ones(1)
    for row in ranks[1:]:
        if len(sums) * len(orders) * k > MOST_STEPS:
            return None
        after = np.sort((sums[:, None, :] + row[orders]).reshape(-1, k), axis=1)
        sums, place = np.unique(after, axis=0, return_inverse=True)
        each = np.repeat(ways, len(orders)) / len(orders)
        ways = np.bincount(place.reshape(-1), weights=each).astype(np.float64)
    return sums, ways


def spearman_rho(*, first: Answers, second: Answers) -> float | None:
    """Return Spearman's rank correlation of two lists, pair by pair.

    Parameters
    ----------
    first, second : (k,) one number a thing; pairs with a missing one are left out.

    Returns
    -------
    float or None : from -1 to 1; None where either list does not vary.

    Raises
    ------
    BadInput : where the lists differ in length.
    """
    x, y = _pairs(first, second)
    a, b = mid_ranks(x) - (len(x) + 1) / 2, mid_ranks(y) - (len(y) + 1) / 2
    spread = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / spread if spread else None


def tau_b(*, first: Answers, second: Answers) -> float | None:
    """Return Kendall's tau-b of two lists, such as the mean ranks of two groups.

    Parameters
    ----------
    first, second : as for `spearman_rho`.

    Returns
    -------
    float or None : from -1 to 1; None where either list does not vary.

    Raises
    ------
    BadInput : where the lists differ in length.
    """
    x, y = _pairs(first, second)
    a, b = np.sign(x[:, None] - x), np.sign(y[:, None] - y)
    spread = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / spread if spread else None


def top_in_common(*, first: Answers, second: Answers, top: int = 3) -> float | None:
    """Return how many of two lists' first few things are the same.

    Parameters
    ----------
    first, second : (k,) mean ranks of the same things; the smallest comes first.
    top : how many things count as first.

    Returns
    -------
    float or None : from 0 to `top`. Things that tie for the last places share them.
        None when fewer things than that are ranked in both.
    """
    x, y = _pairs(first, second)
    if top < 1 or len(x) < top:
        return None
    return float(np.minimum(_places(x, top), _places(y, top)).sum())


def _places(numbers: Floats, top: int) -> Floats:
    """Return how much of a place among the first few each thing has."""
    below = np.array([(numbers < each).sum() for each in numbers])
    tied = np.array([(numbers == each).sum() for each in numbers])
    places: Floats = np.clip((top - below) / tied, 0.0, 1.0)
    return places


def _pairs(first: Answers, second: Answers) -> tuple[Floats, Floats]:
    """Return two lists without the pairs of which one is missing."""
    x, y = all_given(first, name="first"), all_given(second, name="second")
    if len(x) != len(y):
        raise BadInput(f"first has {len(x)} and second {len(y)}: they have to be pairs")
    both = ~(np.isnan(x) | np.isnan(y))
    return x[both], y[both]


def mean_ranks(rankings: Sequence[Table]) -> list[Floats]:
    """Return each group's mean rank of every thing.

    Parameters
    ----------
    rankings : each group's (m, k), as for `whole_rankings`.
    """
    return [whole_rankings(each).mean(axis=0) for each in rankings]
