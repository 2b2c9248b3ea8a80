"""In which order people came, as backups show it; and whether it can be told again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peeraudit.operations.privacy_check.scene import Moment, RowName, Scene

SURE = 3.8
"""Standard errors from no order at all: among 20, about one in 400,000 by chance."""

FEWEST_IN_ORDER = 8
"""So many in the exact order come about by chance once in 20,000 times."""

Observed = tuple[str, Any, int]
"""What was observed, its value for one row, and when that row came."""


def arrivals(scene: Scene) -> Mapping[RowName, int]:
    """Return the number of the backup in which each row was first seen.

    Empty where there were no backups while people answered.
    """
    first: dict[RowName, int] = {}
    for number, look in enumerate(scene.looks):
        if look.when is Moment.OPEN:
            for row in look.rows:
                first.setdefault(row.name, number)
    return {name: number for name, number in first.items() if number}


def telling(observed: Iterable[Observed]) -> set[str]:
    """Return what tells in which order rows came, once they are sorted by it."""
    piles = defaultdict(list)
    for name, value, number in observed:
        piles[name].append((value, number))
    return {
        name
        for name, pairs in piles.items()
        if tells_order(*map(list, zip(*pairs, strict=True)))
    }


def tells_order(values: Sequence[Any], truth: Sequence[int]) -> bool:
    """Say whether ``values``, sorted, are in the order of ``truth`` beyond chance.

    Spearman's rank correlation times the root of n - 1 is about standard normal where
    there is no relation (Kendall and Gibbons, Rank Correlation Methods, 1990, ch. 4).
    """
    n = len(truth)
    if n < FEWEST_IN_ORDER or len(set(values)) < n:
        return False
    pairs = zip(_ranks(values), _ranks(truth), strict=True)
    rho = 1 - 6 * sum((a - b) ** 2 for a, b in pairs) / (n * (n * n - 1))
    return abs(rho) * (n - 1) ** 0.5 >= SURE or abs(rho) == 1


def _ranks(values: Sequence[Any]) -> list[int]:
    """Return the place of each value among all, from the smallest."""
    ranks = [0] * len(values)
    for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        ranks[place] = rank
    return ranks
