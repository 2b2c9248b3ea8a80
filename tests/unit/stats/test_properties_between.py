"""What has to hold of gaps, exact tests and blind spots, whatever people answer."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peeraudit.stats.blind_spots import coorientation
from peeraudit.stats.effect_sizes import (
    cliffs_delta,
    probability_of_superiority,
    wasserstein_distance,
)
from peeraudit.stats.gap import leave_one_out, mean_difference, nonresponse_bounds
from peeraudit.stats.permutation import (
    exact_mean_difference_test,
    exact_rank_sum_test,
)
from peeraudit.stats.posterior import item_gap_posterior
from tests.unit.stats.answering import ANSWER, ANSWERS, PAIR_OR_MORE


def turned(answers: list[int]) -> list[int]:
    return [6 - answer for answer in answers]


def value(found: float | None) -> float:
    assert found is not None
    return found


@given(first=ANSWERS, second=ANSWERS)
def test_turning_the_scale_round_negates_every_gap(
    first: list[int], second: list[int]
) -> None:
    for measure in (mean_difference, cliffs_delta):
        back = value(measure(first=turned(first), second=turned(second)))
        assert back == pytest.approx(-value(measure(first=first, second=second)))
    superior = value(probability_of_superiority(first=first, second=second))
    back = value(probability_of_superiority(first=turned(first), second=turned(second)))
    assert back == pytest.approx(1 - superior)


@given(first=ANSWERS, second=ANSWERS)
def test_swapping_groups_negates_every_gap(first: list[int], second: list[int]) -> None:
    for measure in (mean_difference, cliffs_delta):
        swapped = value(measure(first=second, second=first))
        assert swapped == pytest.approx(-value(measure(first=first, second=second)))
    assert value(wasserstein_distance(first=first, second=second)) == pytest.approx(
        value(wasserstein_distance(first=second, second=first))
    )


@given(first=ANSWERS, second=ANSWERS)
def test_doubling_people_moves_no_effect_size(
    first: list[int], second: list[int]
) -> None:
    for measure in (cliffs_delta, wasserstein_distance, mean_difference):
        double = value(measure(first=first * 2, second=second * 2))
        assert double == pytest.approx(value(measure(first=first, second=second)))


@given(first=ANSWERS, second=ANSWERS)
def test_answers_move_at_least_as_far_as_means(
    first: list[int], second: list[int]
) -> None:
    moved = value(wasserstein_distance(first=first, second=second))
    assert moved >= abs(value(mean_difference(first=first, second=second))) - 1e-9


@settings(max_examples=60)
@given(first=ANSWERS, second=ANSWERS, seed=st.integers(0, 99))
def test_an_exact_p_is_never_below_what_sizes_allow(
    first: list[int], second: list[int], seed: int
) -> None:
    mixed = Random(seed).sample(first, len(first))  # noqa: S311  # no secret
    for test in (exact_mean_difference_test, exact_rank_sum_test):
        found = test(first=first, second=second)
        assert found.exact
        assert value(found.smallest_p) - 1e-12 <= value(found.p) <= 1 + 1e-12
        assert test(first=second, second=first).p == pytest.approx(found.p)
        assert test(first=mixed, second=[None, *second]).p == pytest.approx(found.p)


@given(first=ANSWERS, second=ANSWERS, missing=st.integers(0, 3), said=ANSWER)
def test_whatever_the_missing_would_have_said_is_within_bounds(
    first: list[int], second: list[int], missing: int, said: int
) -> None:
    bounds = nonresponse_bounds(
        first=first,
        second=second,
        first_people=len(first) + missing,
        second_people=len(second),
    )
    assert bounds is not None
    gap = value(mean_difference(first=first + [said] * missing, second=second))
    assert bounds.low - 1e-9 <= gap <= bounds.high + 1e-9
    width = missing * 4 / (len(first) + missing)
    assert bounds.high - bounds.low == pytest.approx(width)


@given(first=PAIR_OR_MORE, second=PAIR_OR_MORE)
def test_leaving_one_out_is_told_for_everybody(
    first: list[int], second: list[int]
) -> None:
    found = leave_one_out(first=first, second=second)
    assert found is not None
    assert len(found.gaps) == len(first) + len(second)
    without = value(mean_difference(first=first[1:], second=second))
    assert found.gaps[0] == pytest.approx(without)
    assert found.smallest == pytest.approx(min(map(abs, found.gaps)))


@given(st.lists(st.tuples(ANSWER, ANSWER), min_size=1, max_size=6), ANSWERS)
def test_turning_the_scale_round_negates_bias_and_keeps_the_error(
    pairs: list[tuple[int, int]], others: list[int]
) -> None:
    own, guesses = (list(each) for each in zip(*pairs, strict=True))
    empty: list[int] = []
    before = coorientation(
        own_first=own,
        own_second=others,
        first_about_second=guesses,
        second_about_first=empty,
    )
    after = coorientation(
        own_first=turned(own),
        own_second=turned(others),
        first_about_second=turned(guesses),
        second_about_first=empty,
    )
    assert value(after.agreement_gap) == pytest.approx(-value(before.agreement_gap))
    for part in ("congruency", "accuracy_bias"):
        turned_part = value(getattr(after.first, part))
        assert turned_part == pytest.approx(-value(getattr(before.first, part)))
    error = value(after.first.accuracy_error)
    assert error == pytest.approx(value(before.first.accuracy_error))
    assert before.second.accuracy_bias is None


FEW = st.lists(st.integers(0, 3), min_size=5, max_size=5)


@settings(max_examples=15)
@given(first=FEW, second=FEW)
def test_a_posterior_is_of_one_mind_whichever_group_is_first(
    first: list[int], second: list[int]
) -> None:
    ahead = item_gap_posterior(first=first, second=second)
    behind = item_gap_posterior(first=second, second=first)
    assert behind.mean == pytest.approx(-ahead.mean, abs=0.05)
    assert behind.interval_95.low == pytest.approx(-ahead.interval_95.high, abs=0.2)
    assert behind.superiority == pytest.approx(1 - ahead.superiority, abs=0.02)
    assert ahead.interval_95.low <= ahead.interval_80.low <= ahead.interval_80.high
    assert ahead.chance_within >= -1e-9
