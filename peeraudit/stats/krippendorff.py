"""Krippendorff's alpha: do coders agree beyond chance, whatever the kind of value."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import numpy as np

from peeraudit.stats.answers import BadInput, Floats, Table, people_by_items
from peeraudit.stats.interval import Interval

Level = Literal["nominal", "ordinal", "interval"]
Value = TypeVar("Value", bound=Hashable)
Distance = Callable[[Value, Value], float]
NOTHING_PAIRED = "no unit was coded by two coders"
NO_VARIATION = "every code is the same: no variation"


LEAST_UNITS = 30
DRAWS = 2_000
TAILS = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha, or why there is none; what it rests on."""

    value: float | None
    units: int
    reason: str = ""


def krippendorff_alpha(coders_by_units: Table, *, level: Level) -> Alpha:
    """Return alpha = 1 - observed by expected disagreement, for numbers.

    Parameters
    ----------
    coders_by_units : (coders, units) a number each; None or NaN where not coded.
    level : how far two values are apart: "nominal" (the same or not), "ordinal" (how
        many codes lie between), "interval" (the squared difference).

    Returns
    -------
    Alpha : 1 for full agreement, 0 for chance; without a value, and with a reason,
        where no unit was coded twice or nothing varies.

    Raises
    ------
    BadInput : where rows differ in length or a level has another name.

    References
    ----------
    Krippendorff (2004), Content Analysis, chapter 11.
    """
    table = people_by_items(coders_by_units, name="coders_by_units")
    if level not in ("nominal", "ordinal", "interval"):
        raise BadInput(f"level is {level!r}: nominal, ordinal or interval")
    units = [[float(v) for v in unit if not np.isnan(v)] for unit in table.T]
    values, coincidences, paired = _coincidences(units)
    points = np.array(values, dtype=np.float64)
    return _alpha(coincidences, _distances(points, coincidences, level), paired)


def alpha_of(units: Sequence[Sequence[Value]], *, distance: Distance[Value]) -> Alpha:
    """Return alpha for any kind of value, under a distance of one's own.

    Parameters
    ----------
    units : the codes that each unit was given, in any number.
    distance : how far two values are apart, from 0; it enters as it is.
    """
    values, coincidences, paired = _coincidences(units)
    distances = np.array([[distance(a, b) for b in values] for a in values])
    return _alpha(coincidences, distances.reshape(len(values), len(values)), paired)


def alpha_interval_of(
    units: Sequence[Sequence[Value]],
    *,
    distance: Distance[Value],
    draws: int = DRAWS,
    seed: int = 0,
) -> Interval | None:
    """Return between what alpha lies with 95 % certainty, units drawn anew.

    Parameters
    ----------
    units, distance : as for `alpha_of`.
    draws, seed : how often units are drawn, with replacement, and from which start.

    Returns
    -------
    Interval or None : None with fewer than 30 units that two coders coded, where
        such an interval holds the truth too seldom. Coders are not drawn.
    """
    values, coincidences, paired = _coincidences(units)
    if paired < LEAST_UNITS:
        return None
    distances = np.array([[distance(a, b) for b in values] for a in values])
    each = np.stack([_coincidences_of(unit, values) for unit in units if len(unit) > 1])
    drawn = np.random.default_rng(seed).multinomial(
        paired, [1 / paired] * paired, draws
    )
    every = (drawn @ each.reshape(paired, -1)).reshape(draws, *coincidences.shape)
    alphas = [_alpha(one, distances, paired).value for one in every]
    known = [alpha for alpha in alphas if alpha is not None]
    return Interval(*map(float, np.quantile(known, TAILS))) if known else None


def _coincidences(
    units: Sequence[Sequence[Value]],
) -> tuple[list[Value], Floats, int]:
    """Return the values, how often each meets each in a unit, and the paired units.

    A unit of m codes has m (m - 1) ordered pairs, each weighing 1 / (m - 1).
    """
    paired = [unit for unit in units if len(unit) > 1]
    values = sorted({v for unit in paired for v in unit}, key=_in_order)
    coincidences = np.zeros((len(values), len(values)))
    for unit in paired:
        coincidences += _coincidences_of(unit, values)
    return values, coincidences, len(paired)


def _coincidences_of(unit: Sequence[Value], values: list[Value]) -> Floats:
    """Return how often each value meets each in one unit."""
    places = [values.index(value) for value in unit]
    counts = np.bincount(places, minlength=len(values)).astype(np.float64)
    pairs: Floats = np.outer(counts, counts) - np.diag(counts)
    return pairs / (len(unit) - 1)


def _in_order(value: Hashable) -> tuple[float, str]:
    """Sort numbers by size and anything else by how it reads."""
    if isinstance(value, (int, float)):
        return float(value), ""
    return 0.0, str(sorted(map(str, value)) if isinstance(value, frozenset) else value)


def _distances(points: Floats, coincidences: Floats, level: Level) -> Floats:
    """Return how far each value is from each, squared where that is the custom."""
    often = coincidences.sum(axis=1)
    place = points if level == "interval" else np.cumsum(often) - often / 2
    apart: Floats = place[:, None] - place
    return np.sign(apart) ** 2 if level == "nominal" else apart**2


def _alpha(coincidences: Floats, distances: Floats, units: int) -> Alpha:
    """Return 1 - observed by expected disagreement."""
    if not units:
        return Alpha(None, 0, NOTHING_PAIRED)
    often = coincidences.sum(axis=1)
    by_chance = np.outer(often, often) - np.diag(often)
    expected = float((by_chance * distances).sum() / (often.sum() - 1))
    if expected <= 0:
        return Alpha(None, units, NO_VARIATION)
    return Alpha(1 - float((coincidences * distances).sum()) / expected, units)
