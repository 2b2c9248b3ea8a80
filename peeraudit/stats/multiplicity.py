"""Many comparisons at once: what is left when one looks at every theme and pair."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peeraudit.stats.answers import BadInput, Floats, Table, people_by_items
from peeraudit.stats.assignments import (
    drawn_assignments,
    every_assignment,
    ways_to_assign,
)

COUNTED = 50_000
"""Assignments that are all tried; where there are more, some are drawn."""

DRAWS = 20_000
TIED = 1e-9
"""By what share two statistics may differ that are one, but for rounding."""

PValues = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class MaxT:
    """Each theme's own p, and its p adjusted for all themes looked at."""

    raw_p: tuple[float | None, ...]
    adjusted_p: tuple[float | None, ...]
    assignments: int
    exact: bool


def holm(p: PValues) -> tuple[float | None, ...]:
    """Adjust p values so that one false alarm among them all is rare (Holm).

    Parameters
    ----------
    p : (m,) None or NaN where a test has none; it stays, and does not count.

    Returns
    -------
    tuple : step-down maximum of (m - i + 1) p_(i), at most 1.

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    """
    values, order = _ascending(p)
    factors = len(order) - np.arange(len(order))
    return _back(p, order, np.maximum.accumulate(factors * values[order]))


def benjamini_hochberg(p: PValues) -> tuple[float | None, ...]:
    """Adjust p values so that few of those called are false. For screening items.

    Parameters
    ----------
    p : as for `holm`.

    Returns
    -------
    tuple : step-up minimum of m p_(i) / i, at most 1.

    References
    ----------
    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57.
    """
    values, order = _ascending(p)
    scaled = len(order) / (np.arange(len(order)) + 1) * values[order]
    return _back(p, order, np.minimum.accumulate(scaled[::-1])[::-1])


def within_reach(smallest_p: PValues, *, level: float = 0.05) -> tuple[bool, ...]:
    """Say which tests can reach a level at all, when they share it (Tarone).

    Parameters
    ----------
    smallest_p : (m,) the smallest p that each test can attain.
    level : the chance of one false alarm among all.

    Returns
    -------
    tuple of bool : the others are left out of the family, which costs nothing.

    References
    ----------
    Tarone (1990), Biometrics 46, 515-522.
    """
    values = np.array(smallest_p, dtype=np.float64)
    for shared in range(1, len(values) + 1):
        reachable = values <= level / shared
        if reachable.sum() <= shared:
            return tuple(bool(each) for each in reachable)
    return ()


def max_t(groups: Sequence[Table], *, seed: int = 0) -> MaxT:
    """Test every theme over two or more groups, permuting whole people.

    Parameters
    ----------
    groups : each (people, themes) theme scores; None or NaN where there is none.
    seed : of the draws, where there are more than 50,000 assignments.

    Returns
    -------
    MaxT : step-down Westfall-Young p of the between-group F, for two groups |t|. A
        theme that does not vary has p 1. All None with people in fewer than two groups.

    Raises
    ------
    BadInput : where groups differ in the number of themes.

    References
    ----------
    Westfall and Young (1993), Resampling-Based Multiple Testing; the order of R's
    multtest::mt.maxT.
    """
    tables, themes = _tables(groups)
    sizes = [*map(len, tables)]
    if len(sizes) <= 1:
        return MaxT((None,) * themes, (None,) * themes, 0, exact=True)
    exact = ways_to_assign(sizes) <= COUNTED
    labels = (
        every_assignment(sizes)
        if exact
        else drawn_assignments(sizes, draws=DRAWS, seed=seed)
    )
    people = np.concatenate(tables)
    as_is = np.repeat(np.arange(len(sizes), dtype=np.int8), sizes)[None, :]
    seen = _statistics(people, as_is, len(sizes))[0]
    found = _statistics(people, labels, len(sizes))
    raw, adjusted = _step_down(seen, found, exact=exact)
    return MaxT(tuple(raw), tuple(adjusted), len(labels), exact)


def _tables(groups: Sequence[Table]) -> tuple[list[Floats], int]:
    """Return the groups that have people, and how many themes they were scored on."""
    tables = [people_by_items(g, name=f"groups[{i}]") for i, g in enumerate(groups)]
    tables = [table for table in tables if len(table)]
    themes = {table.shape[1] for table in tables}
    if len(themes) > 1:
        raise BadInput(
            f"groups have {sorted(themes)} themes: they have to have as many"
        )
    return tables, max(themes, default=0)


def _statistics(people: Floats, labels: NDArray[np.int8], groups: int) -> Floats:
    """Return F, but for a factor that all assignments share: (assignments, themes)."""
    present = ~np.isnan(people)
    centred = np.where(present, people - _means(people, present), 0.0)
    total = (centred**2).sum(axis=0)
    between = np.zeros((len(labels), people.shape[1]))
    for group in range(groups):
        member = (labels == group).astype(np.float64)
        counts = member @ present
        between += (member @ centred) ** 2 / np.maximum(counts, 1)
    varies = total > TIED * np.maximum(1, (people**2).sum(axis=0, where=present))
    share = np.where(varies, between / np.where(varies, total, 1.0), 0.0)
    share = np.clip(share.round(12), 0.0, 1.0)
    freedom = np.maximum(present.sum(axis=0) - groups, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic: Floats = freedom * share / (1 - share)
    return np.where(share == 1, np.inf, statistic)


def _means(people: Floats, present: NDArray[np.bool_]) -> Floats:
    """Return the mean of each theme over those who have a score."""
    counts = np.maximum(present.sum(axis=0), 1)
    means: Floats = np.where(present, people, 0.0).sum(axis=0) / counts
    return means


def _step_down(
    seen: Floats, found: Floats, *, exact: bool
) -> tuple[list[float], list[float]]:
    """Return raw and adjusted p: each theme against the largest of those left."""
    order = np.argsort(-seen, kind="stable")
    reached = np.where(np.isinf(seen), seen, seen * (1 - TIED))
    largest = np.maximum.accumulate(found[:, order[::-1]], axis=1)[:, ::-1]
    extra = 0 if exact else 1
    whole = len(found) + extra
    raw = ((found >= reached).sum(axis=0) + extra) / whole
    stepped = ((largest >= reached[order]).sum(axis=0) + extra) / whole
    adjusted = np.empty(len(seen))
    adjusted[order] = np.maximum.accumulate(stepped)
    return [float(each) for each in raw], [float(each) for each in adjusted]


def _ascending(p: PValues) -> tuple[Floats, NDArray[np.intp]]:
    """Return p values, and the order of those that there are."""
    values = np.array(p, dtype=np.float64)
    for place, value in enumerate(values):
        if value < 0 or value > 1:
            raise BadInput(f"p[{place}] is {value:g}: a p lies from 0 to 1")
    order = np.argsort(values, kind="stable")
    return values, order[: int((~np.isnan(values)).sum())]


def _back(
    p: PValues, order: NDArray[np.intp], adjusted: Floats
) -> tuple[float | None, ...]:
    """Put adjusted values back where they came from."""
    values: list[float | None] = [None] * len(p)
    for place, value in zip(order, np.minimum(adjusted, 1), strict=True):
        values[place] = float(value)
    return tuple(values)
