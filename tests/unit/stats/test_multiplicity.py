"""Many comparisons at once: max-T beside writing it out, and its companions."""

from itertools import combinations

import numpy as np
import pytest

from peeraudit.stats import multiplicity
from peeraudit.stats.multiplicity import benjamini_hochberg, holm, max_t, within_reach
from peeraudit.stats.pairs import pairwise_tests

FIRST = [[4.0, 3.0, 5.0], [4.5, 4.0, 4.0], [5.0, 3.5, 4.5]]
SECOND = [[2.0, 3.0, 4.5], [2.5, 4.0, 5.0], [1.0, 3.5, 4.0], [3.0, 4.5, 4.0]]


def t_squared(people: np.ndarray, members: tuple[int, ...]) -> np.ndarray:
    """Student's t of each theme, squared, for one assignment."""
    inside = np.isin(np.arange(len(people)), members)
    x, y = people[inside], people[~inside]
    within = ((x - x.mean(0)) ** 2).sum(0) + ((y - y.mean(0)) ** 2).sum(0)
    error = within / (len(people) - 2) * (1 / len(x) + 1 / len(y))
    return np.asarray((x.mean(0) - y.mean(0)) ** 2 / error)


def test_the_largest_t_of_those_left_is_what_a_theme_is_held_against() -> None:
    people = np.array(FIRST + SECOND)
    every = np.array([t_squared(people, m) for m in combinations(range(7), 3)])
    seen = t_squared(people, (0, 1, 2))
    found = max_t([FIRST, SECOND])
    assert found.exact
    assert found.assignments == 35
    assert found.raw_p == pytest.approx((every >= seen - 1e-9).mean(axis=0))
    first, *_ = np.argsort(-seen)
    assert found.adjusted_p[first] == pytest.approx(
        (every.max(axis=1) >= seen[first] - 1e-9).mean()
    )


def test_adjusting_never_lowers_a_p_and_order_of_groups_is_nothing() -> None:
    found, other = max_t([FIRST, SECOND]), max_t([SECOND, FIRST])
    assert found.raw_p == pytest.approx(other.raw_p)
    assert found.adjusted_p == pytest.approx(other.adjusted_p)
    pairs = zip(found.raw_p, found.adjusted_p, strict=True)
    assert all(raw <= adjusted for raw, adjusted in pairs if raw and adjusted)


def test_three_groups_are_tested_at_once() -> None:
    found = max_t([FIRST, SECOND, [[1.0, 3.0, 4.0], [1.5, 4.0, 4.5]]])
    assert found.assignments == 1260
    assert found.raw_p[0] is not None
    assert found.raw_p[0] < 0.02
    assert found.raw_p[1] is not None
    assert found.raw_p[1] > 0.5


def test_complete_separation_without_spread_is_the_smallest_p() -> None:
    found = max_t([[[5, 3]] * 3, [[1, 3]] * 3])
    assert found.raw_p == pytest.approx((0.1, 1))
    assert found.adjusted_p == pytest.approx((0.1, 1))


def test_somebody_without_a_score_is_left_out_of_that_theme() -> None:
    silent = [None, 3.0, 5.0]
    found = max_t([[*FIRST, silent], SECOND])
    assert found.assignments == 70
    assert all(p is not None and 0 < p <= 1 for p in found.raw_p)


def test_a_family_needs_two_groups() -> None:
    assert max_t([FIRST, []]).adjusted_p == (None, None, None)
    assert max_t([]).raw_p == ()


def test_too_many_assignments_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = max_t([FIRST, SECOND])
    monkeypatch.setattr(multiplicity, "COUNTED", 10)
    drawn = max_t([FIRST, SECOND])
    assert not drawn.exact
    assert drawn == max_t([FIRST, SECOND])
    assert drawn.adjusted_p == pytest.approx(counted.adjusted_p, abs=0.02)


def test_no_pair_is_surer_than_all_groups_together() -> None:
    groups = [[4, 5, 5], [2, 3, 2], [1, 2, 1]]
    found = pairwise_tests(groups, omnibus_p=0.2)
    assert [(pair.first, pair.second) for pair in found] == [(0, 1), (0, 2), (1, 2)]
    assert [pair.p for pair in found] == pytest.approx([0.1, 0.1, 0.3])
    assert [pair.adjusted_p for pair in found] == pytest.approx([0.2, 0.2, 0.3])
    assert {pair.smallest_p for pair in found} == {0.1}


def test_pairs_of_four_groups_go_through_holm() -> None:
    groups: list[list[float | None]] = [
        [5, 5, 4, 5],
        [1, 2, 1, 1],
        [3, 3, 4, 3],
        [None],
    ]
    found = pairwise_tests(groups, omnibus_p=0.01)
    tested = [pair.p for pair in found]
    assert [pair.adjusted_p for pair in found] == [
        None if p is None else pytest.approx(max(p, 0.01)) for p in holm(tested)
    ]
    assert tested.count(None) == 3


def test_a_missing_p_stays_missing_and_does_not_count() -> None:
    assert holm([None, 0.04]) == (None, 0.04)
    assert benjamini_hochberg([0.5, None, 0.9]) == (0.9, None, 0.9)
    assert holm([]) == ()


def test_tests_that_cannot_reach_the_level_are_left_out() -> None:
    assert within_reach([0.1, 0.029, 0.008]) == (False, False, True)
    assert within_reach([0.04]) == (True,)
    assert within_reach([0.1, 0.2]) == (False, False)
    assert within_reach([]) == ()
