"""Who misreads whom: what a group thinks another would say, beside what it says."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from peeraudit.stats.answers import (
    FIVE_POINTS,
    Answers,
    BadInput,
    Floats,
    Scale,
    all_given,
    given,
)
from peeraudit.stats.gap import SURE_OF_SIZE
from peeraudit.stats.posterior import (
    DRAWS,
    SEED,
    WORTH_NOTICING,
    colleague,
    theme_gap_posterior,
)


class State(Enum):
    """How a group stands to another, by what is and by what it thinks."""

    TRUE_CONSENSUS = "true consensus"
    TRUE_DISSENSUS = "true dissensus"
    FALSE_CONSENSUS = "false consensus"
    FALSE_CONFLICT = "false conflict"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Reading:
    """One group reading another, in scale points; None where a part has no answers.

    `congruency` is the gap that the group thinks there is: own answer minus guess, of
    the same people. `accuracy_bias` is the mean guess minus what the others say, and
    `accuracy_error` the mean size of each guess's error: show both, for bias can be 0
    while every guess is wrong.
    """

    congruency: float | None
    accuracy_bias: float | None
    accuracy_error: float | None


@dataclass(frozen=True, slots=True)
class Coorientation:
    """The gap between two groups, and how each reads the other."""

    agreement_gap: float | None
    first: Reading
    second: Reading


@dataclass(frozen=True, slots=True)
class NaiveGuesses:
    """The error of guesses that need no knowledge of the others, in scale points.

    `projects` says whether the group's guess is nearer to its own view than to theirs.
    """

    like_us: float | None
    middle: float | None
    projects: bool | None


def coorientation(
    *,
    own_first: Answers,
    own_second: Answers,
    first_about_second: Answers,
    second_about_first: Answers,
) -> Coorientation:
    """Return the gap between two groups, and how rightly each sees the other.

    Parameters
    ----------
    own_first, own_second : (n,) and (m,) what each person says; None or NaN if missing.
    first_about_second : (n,) what each of the first thinks that the second would say;
        "don't know" counts as missing. May be empty where nobody was asked.
    second_about_first : (m,) the other way round.

    Returns
    -------
    Coorientation : in scale points; None wherever a part has no answers.

    Raises
    ------
    BadInput : where guesses and own answers are not of the same people.

    References
    ----------
    McLeod and Chaffee (1973), American Behavioral Scientist 16, 469-499.
    """
    x, y = given(own_first, name="own_first"), given(own_second, name="own_second")
    return Coorientation(
        agreement_gap=_difference(x, y),
        first=_reading(own_first, first_about_second, y, "first_about_second"),
        second=_reading(own_second, second_about_first, x, "second_about_first"),
    )


def state(
    *, own: Answers, guesses: Answers, others: Answers, scale: Scale = FIVE_POINTS
) -> State:
    """Return how a group stands to another, where that is at least 80 % sure.

    Parameters
    ----------
    own, guesses : (n,) what each person says, and thinks that the others would say.
    others : (m,) what the others say.
    scale : the answer options.

    Returns
    -------
    State : a gap is there where it exceeds half a point with 80 % certainty, and is not
        where it stays within half a point with as much. Anything else is uncertain. A
        gap that the group thinks to lie the other way is false consensus.

    References
    ----------
    Seltzer (2007); Seltzer and Mitrook (2009), who name the four states.
    """
    real = theme_gap_posterior(first=own, second=others, scale=scale)
    there = _direction(real.chance_above, real.chance_below)
    thought = _thought_direction(own, guesses, scale)
    if not real.first_size or not real.second_size or there is None or thought is None:
        return State.UNCERTAIN
    if there == 0:
        return State.FALSE_CONFLICT if thought else State.TRUE_CONSENSUS
    return State.TRUE_DISSENSUS if thought == there else State.FALSE_CONSENSUS


def naive_guesses(
    *, own: Answers, guesses: Answers, others: Answers, scale: Scale = FIVE_POINTS
) -> NaiveGuesses:
    """Return how wrong it would be to guess "like us", or the middle of the scale.

    Parameters
    ----------
    own, guesses, others, scale : as for `state`.

    Returns
    -------
    NaiveGuesses : to hold the accuracy error against; None where a part is empty.
    """
    x = given(own, name="own", scale=scale)
    y = given(others, name="others", scale=scale)
    guessed = given(guesses, name="guesses", scale=scale)
    projects = None
    if len(x) and len(y) and len(guessed):
        to_own, to_theirs = guessed.mean() - x.mean(), guessed.mean() - y.mean()
        projects = bool(abs(to_own) < abs(to_theirs))
    middle = abs(scale.middle - float(y.mean())) if len(y) else None
    return NaiveGuesses(_error(x, y), middle, projects)


def _reading(own: Answers, guesses: Answers, others: Floats, name: str) -> Reading:
    """Return how a group reads the others."""
    guessed = given(guesses, name=name)
    apart = _paired_differences(own, guesses, name)
    return Reading(
        congruency=float(apart.mean()) if len(apart) else None,
        accuracy_bias=_difference(guessed, others),
        accuracy_error=_error(guessed, others),
    )


def _paired_differences(own: Answers, guesses: Answers, name: str) -> Floats:
    """Return own answer minus guess, of everybody who gave both."""
    mine, theirs = all_given(own, name="own"), all_given(guesses, name=name)
    if not len(mine) or not len(theirs):
        return np.empty(0)
    if len(mine) != len(theirs):
        raise BadInput(
            f"{name} has {len(theirs)} guesses of {len(mine)} people: they have to be "
            "of the same people, None for who gave none"
        )
    apart = mine - theirs
    kept: Floats = apart[~np.isnan(apart)]
    return kept


def _thought_direction(own: Answers, guesses: Answers, scale: Scale) -> int | None:
    """Return where a group thinks that it differs: above 1, below -1, nowhere 0."""
    apart = _paired_differences(own, guesses, "guesses")
    if not len(apart):
        return None
    random = np.random.default_rng(SEED)
    own_minus_guess = colleague(scale, random, DRAWS) - colleague(scale, random, DRAWS)
    imagined = own_minus_guess @ scale.points
    weights = random.dirichlet(np.ones(len(apart) + 1), DRAWS)
    means = weights[:, :-1] @ apart + weights[:, -1] * imagined
    above = float((means > WORTH_NOTICING).mean())
    return _direction(above, float((means < -WORTH_NOTICING).mean()))


def _direction(above: float, below: float) -> int | None:
    """Return 1, -1 or 0 where that is sure; else None."""
    certain = {1: above, -1: below, 0: 1 - above - below}
    return next((way for way, p in certain.items() if p >= SURE_OF_SIZE), None)


def _difference(first: Floats, second: Floats) -> float | None:
    """Return the difference of two means, where there are two."""
    both = len(first) and len(second)
    return float(first.mean() - second.mean()) if both else None


def _error(guesses: Floats, others: Floats) -> float | None:
    """Return the mean size of the guesses' errors about the others' mean."""
    both = len(guesses) and len(others)
    return float(np.abs(guesses - others.mean()).mean()) if both else None
