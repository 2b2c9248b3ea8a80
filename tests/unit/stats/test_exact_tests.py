"""Exact tests, beside writing every assignment out."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peeraudit.stats import assignments
from peeraudit.stats.permutation import (
    exact_kruskal_test,
    exact_mean_difference_test,
    exact_rank_sum_test,
    kruskal_wallis_h,
    smallest_attainable_p,
)
from peeraudit.stats.ranking import concordance, concordance_p
from tests.unit.stats.answering import ANSWER

ANSWERS = st.lists(ANSWER, min_size=1, max_size=4)


def written_out(first: list[float], second: list[float]) -> float:
    """The share of all assignments whose sum is as far from what is expected."""
    everybody = np.array(first + second)
    expected = everybody.mean() * len(first)
    seen = abs(sum(first) - expected)
    sums = [
        abs(everybody[list(members)].sum() - expected)
        for members in combinations(range(len(everybody)), len(first))
    ]
    return float(np.mean(np.array(sums) >= seen - 1e-9))


@settings(max_examples=50)
@given(first=ANSWERS, second=ANSWERS)
def test_counting_sums_is_writing_assignments_out(
    first: list[float], second: list[float]
) -> None:
    found = exact_mean_difference_test(first=first, second=second)
    assert found.p == pytest.approx(written_out(first, second))


def test_scores_that_are_no_simple_fractions_are_told_apart() -> None:
    first, second = [3.14159, 4.0001, 2.71828], [1.41421, 2.5, 1.73205, 2.23607]
    found = exact_mean_difference_test(first=first, second=second)
    assert found.p == pytest.approx(written_out(first, second))


@settings(max_examples=20)
@given(st.lists(st.lists(ANSWER, min_size=1, max_size=3), min_size=2, max_size=3))
def test_counting_rank_sums_is_dealing_everybody_out(groups: list[list[int]]) -> None:
    sizes = [*map(len, groups)]
    everybody = [answer for group in groups for answer in group]
    seen = kruskal_wallis_h(groups)
    found = exact_kruskal_test(groups)
    assert found.exact
    if seen is None:
        assert found.p == 1
        return
    labels = assignments.every_assignment(sizes)
    assert len(labels) == assignments.ways_to_assign(sizes)
    as_large = []
    for row in labels:
        dealt = [np.array(everybody)[row == group] for group in range(len(sizes))]
        as_large.append((kruskal_wallis_h(dealt) or 0) >= seen - 1e-9)
    assert found.p == pytest.approx(np.mean(as_large))


@settings(max_examples=20)
@given(st.lists(st.lists(ANSWER, min_size=3, max_size=3), min_size=2, max_size=3))
def test_counting_orders_is_writing_them_out(ranks: list[list[int]]) -> None:
    found = concordance_p(ranks)
    seen = concordance(ranks).w
    if seen is None:
        assert found.p == 1
        return
    every: list[list[tuple[int, ...]]] = [[]]
    for row in ranks:
        every = [[*done, order] for done in every for order in permutations(row)]
    as_alike = [(concordance(orders).w or 0) >= seen - 1e-9 for orders in every]
    assert found.p == pytest.approx(np.mean(as_alike))


@pytest.mark.parametrize(
    ("sizes", "smallest"),
    [
        ((1, 10), 0.091),
        ((2, 4), 0.067),
        ((2, 5), 0.048),
        ((3, 3), 0.10),
        ((3, 4), 0.029),
        ((3, 5), 0.018),
        ((4, 4), 0.029),
        ((5, 5), 0.008),
        ((6, 6), 0.002),
    ],
)
def test_the_smallest_p_is_that_of_complete_separation(
    sizes: tuple[int, int], smallest: float
) -> None:
    n, m = sizes
    found = smallest_attainable_p(first_size=n, second_size=m)
    assert found == pytest.approx(smallest, abs=5e-4)
    apart = exact_rank_sum_test(first=[5] * n, second=[1] * m)
    assert apart.smallest_p == found
    assert apart.p == pytest.approx(found)


def test_too_many_to_count_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = [4, 5, 4, 3], [2, 3, 3, 2, 1]
    counted = exact_mean_difference_test(first=first, second=second)
    several = exact_kruskal_test([first, second, [3, 3]])
    monkeypatch.setattr(assignments, "MOST_STATES", 3)
    drawn = exact_mean_difference_test(first=first, second=second)
    assert not drawn.exact
    assert drawn == exact_mean_difference_test(first=first, second=second)
    assert drawn.p == pytest.approx(counted.p, abs=0.005)
    assert exact_kruskal_test([first, second, [3, 3]]).p == pytest.approx(
        several.p, abs=0.01
    )


def test_groups_too_large_for_whole_numbers_are_drawn() -> None:
    groups = [list(range(n, n + 40)) for n in (0, 1, 2, 3, 4, 5, 6)]
    assert not exact_kruskal_test(groups).exact


def test_many_orders_are_drawn() -> None:
    ranks = [[*range(12)], [*range(12)], [*reversed(range(12))]]
    found = concordance_p(ranks)
    assert not found.exact
    assert found == concordance_p(ranks)
