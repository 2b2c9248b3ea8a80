"""How far two groups' theme scores are apart, and what that hangs on."""

from dataclasses import dataclass
from enum import Enum

from peeraudit.stats.agreement import mean_pairwise_difference
from peeraudit.stats.answers import (
    FIVE_POINTS,
    Answers,
    BadInput,
    Floats,
    Scale,
    given,
)
from peeraudit.stats.interval import Interval
from peeraudit.stats.posterior import WORTH_NOTICING, GapPosterior

LARGE = 1.0
"""A gap to look at however sure it is, in points of five. Our judgement."""

SURE_OF_SIZE = 0.80
SURE_OF_DIRECTION = 0.90
LEAST_FOR_A_LABEL = 3
"""Answers of each group, below which a gap gets no label."""

FAR_APART = 2.0
ALMOST_NOBODY = 0.1
"""A split group: points between two people, and the share at the middle."""

ROUNDING = 1e-9


class GapLabel(Enum):
    """What may be said of a gap."""

    CLEAR = "clear gap"
    POSSIBLE = "possible gap"
    NO_CLEAR = "no clear gap"
    NOT_ENOUGH = "not enough answers"


@dataclass(frozen=True, slots=True)
class LeaveOneOut:
    """What becomes of a gap when any one person is left out."""

    gaps: tuple[float, ...]
    smallest: float
    keeps_direction: bool
    stays_noticeable: bool


def mean_difference(*, first: Answers, second: Answers) -> float | None:
    """Return the first group's mean minus the second's, in scale points.

    Parameters
    ----------
    first, second : (n,) and (m,) one number a person; None or NaN where missing.

    Returns
    -------
    float or None : None when a group is empty.
    """
    x, y = given(first, name="first"), given(second, name="second")
    return float(x.mean() - y.mean()) if len(x) and len(y) else None


def label_gap(posterior: GapPosterior) -> GapLabel:
    """Return what may be said of a gap.

    Parameters
    ----------
    posterior : as `theme_gap_posterior` returns it, for half a point.

    Returns
    -------
    GapLabel : clear where it is at least 80 % sure that the gap exceeds half a point;
        possible where it is half a point with a direction 90 % sure, or one point; not
        enough answers where a group has fewer than three.

    References
    ----------
    Our judgement, from simulated teams: wrong in 1 to 7 of 100 themes without a gap,
    for 2 v 4 to 10 v 10 people (benchmarks/flags.py).
    """
    if min(posterior.first_size, posterior.second_size) < LEAST_FOR_A_LABEL:
        return GapLabel.NOT_ENOUGH
    if posterior.chance_beyond >= SURE_OF_SIZE:
        return GapLabel.CLEAR
    size = abs(posterior.gap or 0.0) + ROUNDING
    sure = posterior.chance_same_direction >= SURE_OF_DIRECTION
    if size >= LARGE or (size >= WORTH_NOTICING and sure):
        return GapLabel.POSSIBLE
    return GapLabel.NO_CLEAR


def expected_false_flags(*posteriors: GapPosterior) -> float:
    """Return how many of the gaps called clear may be chance.

    Parameters
    ----------
    posteriors : of every gap that was looked at.

    Returns
    -------
    float : the sum of 1 - P over those that `label_gap` calls clear.
    """
    return sum(
        1 - each.chance_beyond
        for each in posteriors
        if label_gap(each) is GapLabel.CLEAR
    )


def leave_one_out(*, first: Answers, second: Answers) -> LeaveOneOut | None:
    """Return what becomes of a gap when any one person is left out.

    Parameters
    ----------
    first, second : as for `mean_difference`.

    Returns
    -------
    LeaveOneOut or None : `gaps` without each of the first group, then of the second;
        `smallest` by size, whatever the direction. None unless each group has two.
    """
    x, y = given(first, name="first"), given(second, name="second")
    if min(len(x), len(y)) <= 1:
        return None
    whole = float(x.mean() - y.mean())
    gaps = [*(_means_without(x) - y.mean()), *(x.mean() - _means_without(y))]
    along = [float(gap) * (1 if whole >= 0 else -1) for gap in gaps]
    return LeaveOneOut(
        gaps=tuple(map(float, gaps)),
        smallest=min(map(abs, along)),
        keeps_direction=abs(whole) > ROUNDING and min(along) > ROUNDING,
        stays_noticeable=min(along) >= WORTH_NOTICING - ROUNDING,
    )


def nonresponse_bounds(
    *,
    first: Answers,
    second: Answers,
    first_people: int,
    second_people: int,
    scale: Scale = FIVE_POINTS,
) -> Interval | None:
    """Return between what the gap could lie, had everybody in post answered.

    Parameters
    ----------
    first, second : as for `mean_difference`, on the scale.
    first_people, second_people : how many people each group has in post.
    scale : the answer options; who is missing could have said either end.

    Returns
    -------
    Interval or None : None when a group has nobody in post.

    Raises
    ------
    BadInput : where more answered than are in post, or an answer is off the scale.

    References
    ----------
    Manski (1989), Journal of Human Resources 24, 343-360.
    """
    x = _ends(given(first, name="first", scale=scale), first_people, scale, "first")
    y = _ends(given(second, name="second", scale=scale), second_people, scale, "second")
    return Interval(x.low - y.high, x.high - y.low) if x and y else None


def is_split(answers: Answers, *, scale: Scale = FIVE_POINTS) -> bool:
    """Say whether a group is split: answers on both sides, hardly any in the middle.

    Parameters
    ----------
    answers : (n,) one number a person on the scale; None or NaN where missing.

    Returns
    -------
    bool : true where two or more answered, two people typically differ by two points
        or more, and at most one in ten stands at the middle. Our judgement.
    """
    found = given(answers, name="answers", scale=scale)
    if (
        len(found) <= 1
        or (found >= scale.middle).all()
        or (found <= scale.middle).all()
    ):
        return False
    apart = mean_pairwise_difference(found) or 0.0
    at_the_middle = float((found == scale.middle).mean())
    return apart >= FAR_APART and at_the_middle <= ALMOST_NOBODY


def _means_without(scores: Floats) -> Floats:
    """Return a group's mean without each person in turn."""
    means: Floats = (scores.sum() - scores) / (len(scores) - 1)
    return means


def _ends(scores: Floats, people: int, scale: Scale, name: str) -> Interval | None:
    """Return the least and most that a mean could be, had everybody answered."""
    missing = people - len(scores)
    if missing < 0:
        raise BadInput(f"{name} has {len(scores)} answers of {people} people in post")
    if not people:
        return None
    known = float(scores.sum())
    return Interval(
        (known + missing * scale.low) / people, (known + missing * scale.high) / people
    )
