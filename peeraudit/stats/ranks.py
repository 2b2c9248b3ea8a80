"""Numbers to ranks: the smallest is 1, and ties share the mean of their ranks."""

import numpy as np

from peeraudit.stats.answers import Floats


def mid_ranks(numbers: Floats) -> Floats:
    """Return the rank of each number among them all, ties sharing the mean rank."""
    _, place, often = np.unique(numbers, return_inverse=True, return_counts=True)
    last = np.cumsum(often)
    ranks: Floats = (last - (often - 1) / 2)[place]
    return ranks


def ties(numbers: Floats) -> int:
    """Return the sum of t^3 - t over groups of t ties: 0 where none are tied."""
    _, often = np.unique(numbers, return_counts=True)
    return int((often**3 - often).sum())
