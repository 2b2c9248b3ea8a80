"""Do coders who may tick several categories agree: overlap, its chance level, alpha."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from peeraudit.stats.answers import BadInput, Table, people_by_items
from peeraudit.stats.interval import Interval
from peeraudit.stats.krippendorff import (
    Alpha,
    alpha_interval_of,
    alpha_of,
)

Category = Hashable
Codes = frozenset[Category]
CodedUnit = Sequence[Iterable[Category] | None]
"""What each coder ticked for one unit; None where the coder did not code it."""


@dataclass(frozen=True, slots=True)
class PairOverlap:
    """How often two coders share a category; how often they would by chance."""

    first: int
    second: int
    percent: float | None
    percent_by_chance: float | None
    units: int

    @property
    def beyond_chance(self) -> float | None:
        """The share of what chance leaves open on which they overlap; 1 is all."""
        if self.percent is None or self.percent_by_chance in (None, 100):
            return None
        chance = self.percent_by_chance or 0.0
        return (self.percent - chance) / (100 - chance)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Agreement as "shares at least one category", in percent of the coded units."""

    pairs: tuple[PairOverlap, ...]
    one_common_to_all: float | None
    every_pair_overlaps: float | None
    units: int


def overlap_agreement(units: Sequence[CodedUnit]) -> Overlap:
    """Return how often coders share a category: each pair, and all of them.

    Parameters
    ----------
    units : (units, coders) the categories that each coder ticked; None, or nothing
        ticked, where a coder did not code the unit.

    Returns
    -------
    Overlap : in percent of the units that all concerned have coded; None when there
        is none. "All agree" is told in both ways: one category common to all, which is
        stricter, and every pair overlapping. Chance is that of a coder's sets dealt
        out over the same units at random.

    Raises
    ------
    BadInput : where units differ in the number of coders.
    """
    coded = _coded(units)
    coders = len(coded[0]) if coded else 0
    whole = [[codes for codes in unit if codes] for unit in coded]
    whole = [unit for unit in whole if len(unit) == coders]
    common = [bool(frozenset.intersection(*unit)) for unit in whole if unit]
    pairwise = [all(a & b for a, b in combinations(unit, 2)) for unit in whole if unit]
    pairs = combinations(range(coders), 2)
    return Overlap(
        tuple(_pair(coded, first, second) for first, second in pairs),
        _percent(common),
        _percent(pairwise),
        len(common),
    )


def chance_of_overlap(*, first: int, second: int, categories: int) -> float:
    """Return how likely two coders share a category who tick at random.

    Parameters
    ----------
    first, second : how many categories each ticks.
    categories : how many there are to tick.

    Returns
    -------
    float : 1 - C(K - a, b) / C(K, b).
    """
    if not (0 < first <= categories and 0 < second <= categories):
        raise BadInput(f"{first} and {second} of {categories} categories: 1 to all")
    return 1 - comb(categories - first, second) / comb(categories, second)


def jaccard_distance(
    *, first: Iterable[Category], second: Iterable[Category]
) -> float | None:
    """Return 1 - the share of all ticked categories that both ticked.

    Parameters
    ----------
    first, second : the categories that each ticked.

    Returns
    -------
    float or None : 0 for the same set, 1 for none shared; None when one is empty,
        which stands for a missing code.
    """
    a, b = frozenset(first), frozenset(second)
    return _jaccard(a, b) if a and b else None


def masi_distance(
    *, first: Iterable[Category], second: Iterable[Category]
) -> float | None:
    """Return 1 - Jaccard x M; M is 1 if equal, 2/3 if one holds the other, 1/3 else.

    Parameters
    ----------
    first, second : the categories that each ticked.

    Returns
    -------
    float or None : as for `jaccard_distance`.

    References
    ----------
    Passonneau (2006), Measuring agreement on set-valued items, LREC.
    """
    a, b = frozenset(first), frozenset(second)
    return _masi(a, b) if a and b else None


def alpha_with_masi(units: Sequence[CodedUnit]) -> Alpha:
    """Return Krippendorff's alpha for sets of categories, under the MASI distance.

    Parameters
    ----------
    units : as for `overlap_agreement`.

    Returns
    -------
    Alpha : see `krippendorff_alpha`; the distance enters as it is, not squared.
    """
    return _alpha(units, _masi)


def alpha_with_masi_interval(units: Sequence[CodedUnit]) -> Interval | None:
    """Return between what alpha with MASI lies, with 95 % certainty.

    Parameters
    ----------
    units : as for `overlap_agreement`.

    Returns
    -------
    Interval or None : None with fewer than 30 units that two coders coded.
    """
    coded = [[codes for codes in unit if codes] for unit in _coded(units)]
    return alpha_interval_of(coded, distance=_masi)


def alpha_with_jaccard(units: Sequence[CodedUnit]) -> Alpha:
    """Return Krippendorff's alpha for sets of categories, under the Jaccard distance.

    Parameters
    ----------
    units : as for `overlap_agreement`.

    Returns
    -------
    Alpha : see `krippendorff_alpha`; the distance enters as it is, not squared.
    """
    return _alpha(units, _jaccard)


def percent_agreement(units_by_raters: Table, *, tolerance: float = 0) -> float | None:
    """Return in how many of 100 units all raters lie within a tolerance.

    Parameters
    ----------
    units_by_raters : (units, raters) a number each; a unit that misses one is left out.
    tolerance : by how many points the highest may lie above the lowest.

    Returns
    -------
    float or None : None when no unit is complete, or with fewer than two raters.
    """
    table = people_by_items(units_by_raters, name="units_by_raters")
    whole = table[~np.isnan(table).any(axis=1)]
    if not whole.size or whole.shape[1] <= 1:
        return None
    return float(100 * (np.ptp(whole, axis=1) <= tolerance + 1e-9).mean())


def _coded(units: Sequence[CodedUnit]) -> list[list[Codes]]:
    """Return sets, empty where a coder did not code the unit."""
    for place, unit in enumerate(units):
        if len(unit) != len(units[0]):
            raise BadInput(
                f"units[{place}] has {len(unit)} coders, and units[0] has "
                f"{len(units[0])}: None stands for a coder who did not code it"
            )
    return [[frozenset(codes or ()) for codes in unit] for unit in units]


def _alpha(
    units: Sequence[CodedUnit], distance: Callable[[Codes, Codes], float]
) -> Alpha:
    """Return alpha of the sets that are not missing."""
    coded = [[codes for codes in unit if codes] for unit in _coded(units)]
    return alpha_of(coded, distance=distance)


def _pair(coded: list[list[Codes]], first: int, second: int) -> PairOverlap:
    """Return how two coders overlap, by fact and with the sets dealt out at random."""
    both = [(u[first], u[second]) for u in coded if u[first] and u[second]]
    dealt = [bool(a & b) for a, _ in both for _, b in both]
    seen = [bool(a & b) for a, b in both]
    return PairOverlap(first, second, _percent(seen), _percent(dealt), len(both))


def _percent(found: Sequence[bool]) -> float | None:
    """Return the percentage that is true; None of nothing."""
    return 100 * sum(found) / len(found) if found else None


def _jaccard(a: Codes, b: Codes) -> float:
    return 1 - len(a & b) / len(a | b)


def _masi(a: Codes, b: Codes) -> float:
    if a == b:
        return 0.0
    monotone = 2 / 3 if a <= b or b <= a else 1 / 3
    return 1 - monotone * len(a & b) / len(a | b)
