"""Ranks and codes: unranked tails, chance, and what alpha of single labels is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.stats.coding import (
    alpha_with_jaccard,
    alpha_with_masi,
    alpha_with_masi_interval,
    chance_of_overlap,
    overlap_agreement,
)
from peeraudit.stats.krippendorff import krippendorff_alpha
from peeraudit.stats.ranking import (
    concordance,
    mean_ranks,
    spearman_rho,
    top_in_common,
    whole_rankings,
)
from peeraudit.stats.registry.coding import CODED
from peeraudit.stats.reliability import intraclass_correlation


def test_what_is_left_unranked_shares_the_last_ranks() -> None:
    found = whole_rankings([[1, 2, None, None, None], [3, 1, 2, None, None]])
    assert found.tolist() == [[1, 2, 4, 4, 4], [3, 1, 2, 4.5, 4.5]]


@given(
    st.integers(3, 5).flatmap(
        lambda k: st.lists(st.permutations(range(k)), min_size=2, max_size=5)
    )
)
def test_rho_is_the_mean_correlation_of_all_pairs(orders: list[list[int]]) -> None:
    pairs = [
        spearman_rho(first=a, second=b)
        for place, a in enumerate(orders)
        for b in orders[:place]
    ]
    known = [pair for pair in pairs if pair is not None]
    assert concordance(orders).rho == pytest.approx(sum(known) / len(pairs), abs=1e-9)


def test_groups_are_compared_by_mean_ranks_and_first_things() -> None:
    first, second = mean_ranks([[[1, 2, 3, 4], [2, 1, 3, 4]], [[4, 1, 2, 3]]])
    assert first.tolist() == [1.5, 1.5, 3, 4]
    assert top_in_common(first=first, second=second) == 2
    assert top_in_common(first=first, second=second, top=1) == 0.5
    assert top_in_common(first=first, second=first) == 3
    assert top_in_common(first=first, second=second, top=0) is None


SINGLE = st.lists(
    st.lists(st.none() | st.integers(1, 3), min_size=3, max_size=3),
    min_size=1,
    max_size=6,
)


@given(units=SINGLE)
def test_alpha_of_single_labels_is_nominal_alpha(units: list[list[int | None]]) -> None:
    sets = [[None if code is None else {code} for code in unit] for unit in units]
    coders = [list(coder) for coder in zip(*units, strict=True)]
    nominal = krippendorff_alpha(coders, level="nominal")
    for alpha in (alpha_with_masi(sets), alpha_with_jaccard(sets)):
        assert (alpha.units, alpha.reason) == (nominal.units, nominal.reason)
        if nominal.value is not None:
            assert alpha.value == pytest.approx(nominal.value)


@pytest.mark.parametrize(
    ("ticked", "categories", "chance"),
    [
        (2, 4, 0.83),
        (2, 6, 0.60),
        (2, 8, 0.46),
        (2, 12, 0.32),
        (3, 6, 0.95),
        (3, 10, 0.71),
    ],
)
def test_coders_overlap_by_chance(ticked: int, categories: int, chance: float) -> None:
    found = chance_of_overlap(first=ticked, second=ticked, categories=categories)
    assert found == pytest.approx(chance, abs=0.005)


def test_all_agree_in_two_ways() -> None:
    found = overlap_agreement(
        [[{"a", "b"}, {"b", "c"}, {"c", "a"}], [{"a"}, None, {"a"}]]
    )
    assert found.one_common_to_all == 0
    assert found.every_pair_overlaps == 100
    assert (found.units, found.pairs[1].units) == (1, 2)


def test_alpha_gets_an_interval_from_thirty_units() -> None:
    units = [[{"a"}, {"a"}], [{"b"}, {"b", "c"}], [{"a"}, {"c"}], [{"c"}, {"c"}]]
    assert alpha_with_masi_interval(units * 7) is None
    found = alpha_with_masi_interval([*units * 10, [{"a"}, None]])
    alpha = alpha_with_masi(units * 10).value
    assert found is not None
    assert alpha is not None
    assert found.low < alpha < found.high < 1
    wide = alpha_with_masi_interval(units * 40)
    assert wide is not None
    assert wide.high - wide.low < 0.6 * (found.high - found.low)
    assert alpha_with_masi_interval([[{"a"}, {"a"}]] * 30) is None


def test_overlap_stands_beside_what_chance_gives() -> None:
    (pair,) = overlap_agreement(CODED.by_place[0]).pairs  # type: ignore[arg-type]
    assert pair.percent == pytest.approx(200 / 3)
    assert pair.percent_by_chance == pytest.approx(500 / 9)
    assert pair.beyond_chance == pytest.approx(0.25)
    (always,) = overlap_agreement([[{"a"}, {"a"}]]).pairs
    assert always.beyond_chance is None


def test_ten_teams_are_enough() -> None:
    teams = [f"team {n % 10}" for n in range(40)]
    found = intraclass_correlation([n % 5 + 1 for n in range(40)], teams=teams)
    assert found.enough_teams
    assert (found.teams, found.people) == (10, 40)
