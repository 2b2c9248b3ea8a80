"""How far the answers of two groups lie apart, without asking how sure that is."""

import numpy as np

from peeraudit.stats.answers import Answers, Floats, given


def cliffs_delta(*, first: Answers, second: Answers) -> float | None:
    """Return Cliff's delta: how much oftener the first group is higher than lower.

    Parameters
    ----------
    first, second : (n,) and (m,) one number a person; None or NaN where missing.

    Returns
    -------
    float or None : mean sign(x_i - y_j) over all pairs, from -1 to 1; None when a
        group is empty.

    References
    ----------
    Cliff (1993), Psychological Bulletin 114, 494-509.
    """
    x, y = given(first, name="first"), given(second, name="second")
    if not len(x) or not len(y):
        return None
    return float(np.sign(x[:, None] - y).mean())


def probability_of_superiority(*, first: Answers, second: Answers) -> float | None:
    """Return the share of pairings in which the first group is higher; ties half.

    Parameters
    ----------
    first, second : (n,) and (m,) one number a person; None or NaN where missing.

    Returns
    -------
    float or None : A = (delta + 1) / 2, from 0 to 1; None when a group is empty.

    References
    ----------
    Vargha and Delaney (2000), Journal of Educational and Behavioral Statistics 25.
    """
    delta = cliffs_delta(first=first, second=second)
    return None if delta is None else (delta + 1) / 2


def wasserstein_distance(*, first: Answers, second: Answers) -> float | None:
    """Return by how many points answers have to move for two groups to look alike.

    It sees a split group beside a middling one, which have the same mean.

    Parameters
    ----------
    first, second : (n,) and (m,) one number a person; None or NaN where missing.

    Returns
    -------
    float or None : the area between both cumulative shares, in scale points; None
        when a group is empty.
    """
    x, y = given(first, name="first"), given(second, name="second")
    if not len(x) or not len(y):
        return None
    points = np.unique(np.concatenate([x, y]))
    apart = np.abs(_reached(x, points) - _reached(y, points))
    return float(apart[:-1] @ np.diff(points))


def _reached(answers: Floats, points: Floats) -> Floats:
    """Return the share of answers at or below each point."""
    return np.searchsorted(np.sort(answers), points, side="right") / len(answers)
