"""Which groups differ on a theme that is known to differ: pair by pair, adjusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from peeraudit.stats.answers import Answers, BadInput
from peeraudit.stats.multiplicity import holm
from peeraudit.stats.permutation import exact_mean_difference_test

CLOSED = 3
"""Groups of which every pair may be tested once all together differ."""


@dataclass(frozen=True, slots=True)
class PairTest:
    """Two groups by place; their exact p, the smallest possible, and adjusted."""

    first: int
    second: int
    p: float | None
    smallest_p: float | None
    adjusted_p: float | None


def pairwise_tests(
    groups: Sequence[Answers], *, omnibus_p: float
) -> tuple[PairTest, ...]:
    """Test every pair of groups on one theme, after a test of all together.

    Parameters
    ----------
    groups : each group's theme scores, one a person; None or NaN where missing.
    omnibus_p : the theme's p of all groups together, such as the adjusted one of
        `max_t`. No pair can be surer than that.

    Returns
    -------
    tuple of PairTest : exact p of the mean difference. With up to three groups the
        adjusted p is the larger of p and `omnibus_p` (closed testing); with more, p
        goes through Holm first. None for a pair of which a group is empty.

    Raises
    ------
    BadInput : where `omnibus_p` is no p.

    References
    ----------
    Marcus, Peritz and Gabriel (1976), Biometrika 63, 655-660, on closed testing.
    """
    if not 0 <= omnibus_p <= 1:
        raise BadInput(f"omnibus_p is {omnibus_p}: a p lies from 0 to 1")
    places = [*combinations(range(len(groups)), 2)]
    tests = [
        exact_mean_difference_test(first=groups[a], second=groups[b]) for a, b in places
    ]
    found = [test.p for test in tests]
    stepped = found if len(groups) <= CLOSED else holm(found)
    return tuple(
        PairTest(
            a, b, test.p, test.smallest_p, None if p is None else max(p, omnibus_p)
        )
        for (a, b), test, p in zip(places, tests, stepped, strict=True)
    )
