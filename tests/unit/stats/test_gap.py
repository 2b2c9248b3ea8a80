"""What may be said of a gap, and what it hangs on."""

from dataclasses import replace

import pytest

from peeraudit.stats.gap import (
    GapLabel,
    expected_false_flags,
    is_split,
    label_gap,
    leave_one_out,
    nonresponse_bounds,
)
from peeraudit.stats.interval import Interval
from peeraudit.stats.posterior import GapPosterior

BAR = Interval(0.0, 1.0)
GAP = GapPosterior(
    gap=0.4,
    mean=0.4,
    interval_80=BAR,
    interval_95=BAR,
    chance_first_higher=0.80,
    chance_above=0.45,
    chance_below=0.05,
    superiority=0.6,
    superiority_95=BAR,
    first_size=3,
    second_size=4,
    threshold=0.5,
)


def test_a_gap_is_clear_from_four_in_five() -> None:
    assert label_gap(replace(GAP, chance_above=0.80)) is GapLabel.CLEAR
    assert label_gap(replace(GAP, chance_above=0.79)) is GapLabel.NO_CLEAR
    assert label_gap(replace(GAP, chance_below=0.81)) is GapLabel.CLEAR


def test_a_gap_is_possible_by_size_or_by_size_and_direction() -> None:
    surely = replace(GAP, gap=0.5, chance_first_higher=0.90)
    assert label_gap(surely) is GapLabel.POSSIBLE
    assert label_gap(replace(surely, gap=0.49)) is GapLabel.NO_CLEAR
    assert label_gap(replace(surely, chance_first_higher=0.89)) is GapLabel.NO_CLEAR
    below = replace(GAP, gap=-0.6, chance_first_higher=0.05)
    assert label_gap(below) is GapLabel.POSSIBLE
    assert label_gap(replace(GAP, gap=-1.0)) is GapLabel.POSSIBLE


def test_a_group_of_two_gets_no_label() -> None:
    assert label_gap(replace(GAP, second_size=2, chance_above=1)) is GapLabel.NOT_ENOUGH
    nobody = replace(GAP, gap=None, first_size=0)
    assert label_gap(nobody) is GapLabel.NOT_ENOUGH


def test_the_footer_counts_what_clear_gaps_may_be_chance() -> None:
    clear = replace(GAP, chance_above=0.85)
    sure = replace(GAP, chance_above=0.95)
    assert expected_false_flags(clear, sure, GAP) == pytest.approx(0.20)
    assert expected_false_flags() == 0


def test_a_gap_that_hangs_on_one_person_is_seen() -> None:
    found = leave_one_out(first=[3, 3, 5], second=[3, 3, 3])
    assert found is not None
    assert found.gaps == pytest.approx((1, 1, 0, 2 / 3, 2 / 3, 2 / 3))
    assert found.smallest == 0
    assert not found.keeps_direction
    assert not found.stays_noticeable


def test_a_gap_that_everybody_shares_stays_whichever_way_it_points() -> None:
    found = leave_one_out(first=[2, 2, 1], second=[4, 4, 5])
    assert found is not None
    assert found.keeps_direction
    assert found.stays_noticeable
    assert found.smallest == pytest.approx(7 / 3)
    none = leave_one_out(first=[3, 3], second=[3, 3])
    assert none is not None
    assert not none.keeps_direction


def test_a_missing_manager_moves_the_gap_within_bounds() -> None:
    found = nonresponse_bounds(
        first=[4, 5], second=[3, 3], first_people=3, second_people=2
    )
    assert found is not None
    assert (found.low, found.high) == pytest.approx((10 / 3 - 3, 14 / 3 - 3))


def test_a_split_group_is_told_from_a_middling_one() -> None:
    assert is_split([1, 5, 1, 5])
    assert is_split([1, 2, 5, 5])
    assert not is_split([1, 3, 3, 5])
    assert not is_split([2, 2, 4, 4])
    assert not is_split([4, 5, 5, 4])
    assert not is_split([5])
