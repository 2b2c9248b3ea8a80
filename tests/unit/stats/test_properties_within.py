"""What has to hold of agreement within a group, whatever people answer."""

from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.stats import agreement as one
from peeraudit.stats import agreement_over_items as several
from peeraudit.stats.ordered_categories import (
    consensus,
    leik_dispersion,
    van_der_eijk_agreement,
)
from tests.unit.stats.answering import (
    ANSWERS,
    PAIR_OR_MORE,
    WITH_MISSING,
    tables,
)

Index = Callable[[Sequence[float | None]], float | None]


def counted(index: Callable[[list[int]], float | None]) -> Index:
    """Give an index of frequencies the answers themselves."""
    return lambda answers: index([list(answers).count(k) for k in range(1, 6)])


OF_SQUARES: list[Index] = [one.standard_deviation, one.rwg, one.rwg_star]
OF_DISTANCES: list[Index] = [
    one.average_deviation_from_mean,
    one.average_deviation_from_median,
    counted(consensus),
    counted(van_der_eijk_agreement),
    counted(leik_dispersion),
]
DISPERSION = [*OF_SQUARES, *OF_DISTANCES, one.mean_pairwise_difference]
EVERY = [*DISPERSION, one.median, one.awg]


def same(first: float | None, second: float | None) -> bool:
    return first == second if first is None else second == pytest.approx(first)


@given(answers=ANSWERS, seed=st.integers(0, 99))
def test_the_order_of_people_changes_nothing(answers: list[int], seed: int) -> None:
    mixed = Random(seed).sample(answers, len(answers))  # noqa: S311  # no secret
    assert all(same(index(answers), index(mixed)) for index in EVERY)


@given(answers=ANSWERS)
def test_turning_the_scale_round_changes_no_agreement(answers: list[int]) -> None:
    turned = [6 - answer for answer in answers]
    assert all(same(index(answers), index(turned)) for index in DISPERSION)
    assert same(one.awg(answers), one.awg(turned))


@given(answers=PAIR_OR_MORE)
def test_doubling_people_moves_indices_of_squares_alone(answers: list[int]) -> None:
    double = answers * 2
    assert all(same(index(answers), index(double)) for index in OF_DISTANCES)
    if len(set(answers)) > 1:
        before, after = one.rwg_star(answers), one.rwg_star(double)
        assert before is not None
        assert after is not None
        assert before < after


@given(answers=WITH_MISSING, place=st.integers(0, 8))
def test_somebody_who_does_not_know_changes_nothing(
    answers: list[int | None], place: int
) -> None:
    more = [*answers[:place], None, *answers[place:]]
    whole: list[Index] = [
        one.standard_deviation,
        one.median,
        one.mean_pairwise_difference,
        one.rwg,
        one.rwg_star,
        one.average_deviation_from_mean,
        one.average_deviation_from_median,
        one.awg,
    ]
    assert all(same(index(answers), index(more)) for index in whole)


@given(table=tables())
def test_agreement_on_a_theme_is_the_mean_of_its_items(table: list[list[int]]) -> None:
    items = [one.rwg_star(list(column)) for column in zip(*table, strict=True)]
    known = [item for item in items if item is not None]
    assert several.rwg_j_star(table) == pytest.approx(sum(known) / len(known))


@given(answers=ANSWERS)
def test_one_item_is_a_theme_of_one(answers: list[int]) -> None:
    table = [[answer] for answer in answers]
    assert same(one.rwg(answers), several.rwg_j(table))
    assert same(one.rwg_star(answers), several.rwg_j_star(table))
    deviation = several.average_deviation_from_mean_j(table, missing="listwise")
    assert same(one.average_deviation_from_mean(answers), deviation)


@given(answers=PAIR_OR_MORE)
def test_indices_stay_within_their_bounds(answers: list[int]) -> None:
    star, cut = one.rwg_star(answers), one.rwg(answers)
    apart = one.mean_pairwise_difference(answers)
    assert star is not None
    assert cut is not None
    assert apart is not None
    assert -3 - 1e-9 <= star <= 1
    assert cut == max(0, star)
    assert 0 <= apart <= 4
    assert (star == 1) == (len(set(answers)) == 1) == (apart == 0)


@given(answers=PAIR_OR_MORE)
def test_squared_pair_differences_are_r_star(answers: list[int]) -> None:
    n = len(answers)
    squares = sum((a - b) ** 2 for a in answers for b in answers) / (n * (n - 1))
    assert one.rwg_star(answers) == pytest.approx(1 - squares / 4)
