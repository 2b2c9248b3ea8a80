"""How sure a gap between two groups is, with one imaginary colleague added to each.

The colleague could say anything: a prior that weighs one person in all. What is drawn
is seeded, so that the same answers always give the same result.
"""

from dataclasses import dataclass

import numpy as np

from peeraudit.stats.answers import (
    FIVE_POINTS,
    Answers,
    BadInput,
    Floats,
    Frequencies,
    Scale,
    frequencies_of,
    given,
)
from peeraudit.stats.interval import Interval

IMAGINARY_COLLEAGUES = 1.0
"""Total prior weight, in people. Half a person an option is badly wrong at 3 v 3."""

DRAWS = 20_000
SEED = 2013
WORTH_NOTICING = 0.5
"""A gap that matters, in points of five: half a point. Our judgement; see MEASURES."""


@dataclass(frozen=True, slots=True)
class PosteriorMean:
    """What is believed of one group's mean, in scale points."""

    mean: float
    standard_deviation: float


@dataclass(frozen=True, slots=True)
class GapPosterior:
    """What is believed of the first group's mean minus the second's, in scale points.

    `gap` is that of the answers themselves, None when a group has none. The rest counts
    the imaginary colleagues in. Superiority is the chance that somebody of the first
    group is higher than somebody of the second, ties half.
    """

    gap: float | None
    mean: float
    interval_80: Interval
    interval_95: Interval
    chance_first_higher: float
    chance_above: float
    chance_below: float
    superiority: float
    superiority_95: Interval
    first_size: int
    second_size: int
    threshold: float

    @property
    def chance_beyond(self) -> float:
        """How sure it is that the gap exceeds the threshold, the likelier way."""
        return max(self.chance_above, self.chance_below)

    @property
    def chance_within(self) -> float:
        """How sure it is that the gap is no larger than the threshold either way."""
        return 1 - self.chance_above - self.chance_below

    @property
    def chance_same_direction(self) -> float:
        """How sure the direction is that the answers themselves show."""
        gap = self.mean if self.gap is None else self.gap
        return self.chance_first_higher if gap >= 0 else 1 - self.chance_first_higher


def posterior_mean(
    frequencies: Frequencies,
    *,
    low: int = 1,
    prior_weight: float = IMAGINARY_COLLEAGUES,
) -> PosteriorMean:
    """Return what is believed of a group's mean on one item, worked out exactly.

    Parameters
    ----------
    frequencies : (K,) how many people chose each option, in order.
    low : the first option, in scale points.
    prior_weight : of the prior in all, in people, shared evenly by the options.

    Returns
    -------
    PosteriorMean : of the prior alone when nobody answered.

    References
    ----------
    Perks (1947); Berger, Bernardo and Sun (2015), Bayesian Analysis 10, 189-221; on a
    prior that weakens with the number of options, de Campos and Benavoli (2011).
    """
    weights = _weights(frequencies, prior_weight, "frequencies")
    points = np.arange(low, low + len(weights), dtype=np.float64)
    share = weights / weights.sum()
    mean = float(share @ points)
    variance = float(share @ (points - mean) ** 2) / (float(weights.sum()) + 1)
    return PosteriorMean(mean, variance**0.5)


def item_gap_posterior(
    *,
    first: Frequencies,
    second: Frequencies,
    prior_weight: float = IMAGINARY_COLLEAGUES,
    threshold: float = WORTH_NOTICING,
    draws: int = DRAWS,
) -> GapPosterior:
    """Return what is believed of the gap between two groups on one item.

    Parameters
    ----------
    first, second : (K,) how many people of each group chose each option, in order.
    prior_weight : as for `posterior_mean`.
    threshold : the gap that matters, in scale points.
    draws : how many shares are drawn of each group's Dirichlet posterior.

    Returns
    -------
    GapPosterior : the prior alone for a group without answers; `gap` is None then.

    Raises
    ------
    BadInput : where the groups differ in options, or a frequency is no whole number.
    """
    x = _weights(first, prior_weight, "first")
    y = _weights(second, prior_weight, "second")
    if len(x) != len(y):
        raise BadInput(f"first has {len(x)} options and second {len(y)}")
    random = np.random.default_rng(SEED)
    p, q = random.dirichlet(x, draws), random.dirichlet(y, draws)
    points = np.arange(len(x), dtype=np.float64)
    n, m = int(np.sum(first)), int(np.sum(second))
    gap = None
    if n and m:
        gap = float(np.array(first) @ points / n - np.array(second) @ points / m)
    below = np.cumsum(q, axis=1) - q / 2
    return _summary(gap, (p - q) @ points, (p * below).sum(axis=1), (n, m), threshold)


def theme_gap_posterior(
    *,
    first: Answers,
    second: Answers,
    scale: Scale = FIVE_POINTS,
    threshold: float = WORTH_NOTICING,
    draws: int = DRAWS,
) -> GapPosterior:
    """Return what is believed of the gap between two groups on a theme.

    Parameters
    ----------
    first, second : (n,) and (m,) theme scores, one a person; None or NaN for none.
    scale : the answer options, of which the imaginary colleague may use any.
    threshold, draws : as for `item_gap_posterior`.

    Returns
    -------
    GapPosterior : the prior alone for a group without scores; its `gap` is None then.

    Raises
    ------
    BadInput : where a score is off the scale.

    References
    ----------
    Ferguson (1973), Annals of Statistics 1, 209-230: a Dirichlet process of mass 1.
    """
    x = given(first, name="first", scale=scale)
    y = given(second, name="second", scale=scale)
    random = np.random.default_rng(SEED)
    weights_x = _weights_with_colleague(len(x), scale, random, draws)
    weights_y = _weights_with_colleague(len(y), scale, random, draws)
    scores_x, scores_y = np.append(x, scale.points), np.append(y, scale.points)
    gaps = weights_x @ scores_x - weights_y @ scores_y
    higher = (np.sign(scores_x[:, None] - scores_y) + 1) / 2
    superior = (weights_x @ higher * weights_y).sum(axis=1)
    gap = float(x.mean() - y.mean()) if len(x) and len(y) else None
    return _summary(gap, gaps, superior, (len(x), len(y)), threshold)


def colleague(scale: Scale, random: "np.random.Generator", draws: int) -> Floats:
    """Draw what an imaginary colleague says: a share for each option of the scale."""
    evenly = np.full(scale.options, IMAGINARY_COLLEAGUES / scale.options)
    shares: Floats = random.dirichlet(evenly, draws)
    return shares


def _weights_with_colleague(
    people: int, scale: Scale, random: "np.random.Generator", draws: int
) -> Floats:
    """Draw weights for each of a group's scores, then for a colleague's options."""
    weights = random.dirichlet(np.ones(people + 1), draws)
    return np.hstack(
        [weights[:, :-1], weights[:, -1:] * colleague(scale, random, draws)]
    )


def _weights(frequencies: Frequencies, prior_weight: float, name: str) -> Floats:
    """Return people and the prior's share of one, option by option."""
    if not prior_weight > 0:
        raise BadInput(f"prior_weight is {prior_weight}: it has to be above 0")
    counts = frequencies_of(frequencies, name=name)
    return counts + prior_weight / len(counts)


def _summary(
    gap: float | None,
    gaps: Floats,
    superior: Floats,
    sizes: tuple[int, int],
    threshold: float,
) -> GapPosterior:
    """Sum up what was drawn."""
    low_95, low_80, high_80, high_95 = np.quantile(gaps, (0.025, 0.1, 0.9, 0.975))
    return GapPosterior(
        gap=gap,
        mean=float(gaps.mean()),
        interval_80=Interval(float(low_80), float(high_80)),
        interval_95=Interval(float(low_95), float(high_95)),
        chance_first_higher=float((gaps > 0).mean()),
        chance_above=float((gaps > threshold).mean()),
        chance_below=float((gaps < -threshold).mean()),
        superiority=float(superior.mean()),
        superiority_95=Interval(*map(float, np.quantile(superior, (0.025, 0.975)))),
        first_size=sizes[0],
        second_size=sizes[1],
        threshold=threshold,
    )
