"""How sure a gap is: what is drawn agrees with what can be worked out."""

from statistics import mean

import pytest

from benchmarks.coverage import AIM, REPLICATES, SIZES, cover
from peeraudit.stats import Scale
from peeraudit.stats.posterior import (
    item_gap_posterior,
    posterior_mean,
    theme_gap_posterior,
)


@pytest.mark.parametrize("sizes", SIZES, ids="{0[0]} v {0[1]}".format)
def test_95_percent_intervals_hold_the_truth_in_small_teams(
    sizes: tuple[int, int],
) -> None:
    found = cover(sizes, replicates=REPLICATES // 10)
    assert mean(found.gap) >= AIM
    assert mean(found.superiority) >= AIM


def test_without_answers_a_gap_is_the_prior_and_symmetric() -> None:
    nobody = [0, 0, 0, 0, 0]
    found = item_gap_posterior(first=nobody, second=nobody, draws=200_000)
    assert found.gap is None
    assert found.mean == pytest.approx(0, abs=0.02)
    assert found.interval_95.low == pytest.approx(-found.interval_95.high, abs=0.05)
    assert found.chance_first_higher == pytest.approx(0.5, abs=0.01)
    assert found.superiority == pytest.approx(0.5, abs=0.01)


def test_what_is_drawn_has_the_mean_that_is_worked_out() -> None:
    first, second = [0, 0, 1, 2, 2], [2, 1, 1, 0, 0]
    found = item_gap_posterior(first=first, second=second)
    exact = posterior_mean(first).mean - posterior_mean(second).mean
    assert found.mean == pytest.approx(exact, abs=0.02)
    assert found.gap == pytest.approx(4.2 - 1.75)
    assert (found.first_size, found.second_size) == (5, 4)


def test_the_imaginary_colleague_weighs_one_person() -> None:
    assert posterior_mean([0, 0, 0, 0, 1]).mean == 4
    assert posterior_mean([0, 0, 0, 0, 3]).mean == pytest.approx(4.5)
    assert posterior_mean([0, 1], low=0).mean == pytest.approx(0.75)


def test_a_theme_is_believed_as_an_item_is() -> None:
    theme = theme_gap_posterior(first=[4, 5, 4], second=[2, 3, 3, None])
    item = item_gap_posterior(first=[0, 0, 0, 2, 1], second=[0, 1, 2, 0, 0])
    assert theme.gap == pytest.approx(item.gap)
    assert theme.mean == pytest.approx(item.mean, abs=0.02)
    assert theme.superiority == pytest.approx(item.superiority, abs=0.02)
    assert theme.interval_80.low == pytest.approx(item.interval_80.low, abs=0.1)
    assert theme.chance_beyond == theme.chance_above > theme.chance_below
    assert theme.chance_same_direction == theme.chance_first_higher


def test_the_same_answers_give_the_same_result() -> None:
    again = [
        theme_gap_posterior(first=[4, 5], second=[2], scale=Scale(1, 7))
        for _ in range(2)
    ]
    assert again[0] == again[1]


def test_a_gap_downwards_is_as_sure_as_one_upwards() -> None:
    found = theme_gap_posterior(first=[1, 2, 1], second=[4, 5, 4])
    assert found.chance_beyond == found.chance_below > 0.8
    assert found.chance_same_direction == 1 - found.chance_first_higher > 0.9
    assert found.chance_within + found.chance_beyond <= 1
