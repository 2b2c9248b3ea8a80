"""Scores by theme with their width, and gaps over what two groups were asked alike."""

from fractions import Fraction

import pytest

from peeraudit.consensus.themes import (
    GapSize,
    ThemeGap,
    ThemeScore,
    theme_gaps,
    theme_scores,
    whole,
)
from peeraudit.disclosure.cells import ClassReading
from tests.unit.factories import (
    MG,
    PW,
    ST,
    SU,
    Says,
    make_asking,
    make_evidence,
    readiness,
    role_adoption,
    with_thresholds,
)

HALF_OF_SUPPORT = ("SP1", "SP2", "SP3", "SP4")


def scores(says: Says) -> list[ThemeScore]:
    return list(theme_scores(make_evidence(says)))


def gaps(says: Says) -> list[ThemeGap]:
    return list(theme_gaps(make_evidence(says)))


def support(group: str, *points: int) -> Says:
    """Exact scores of a group on the first statements about support."""
    return {f"{group} SP{number}": score for number, score in enumerate(points, 1)}


def test_a_theme_score_is_the_mean_of_class_values_as_wide_as_its_classes() -> None:
    told = scores(
        {
            "PW SP1": "below_50",
            "PW SP2": "50_to_59",
            "PW SP3": "60_to_69",
            "PW SP4": "70_or_more",
        }
    )
    # (35 + 55 + 65 + 82) / 4 = 59.25, (0 + 50 + 60 + 70) / 4 = 45,
    # (50 + 60 + 70 + 100) / 4 = 70
    assert told == [ThemeScore(PW, "SP", 59, low=45, high=70, items=4)]


def test_a_theme_score_is_narrower_where_many_answer() -> None:
    told = scores(
        {
            "PW SP1": "40_to_49",
            "PW SP2": ClassReading("50_to_59"),
            "PW SP3": "70_to_79",
            "PW SP4": "80_or_more",
        }
    )
    # (45 + 55 + 75 + 88) / 4 = 65.75, (40 + 50 + 70 + 80) / 4 = 60,
    # (50 + 60 + 80 + 100) / 4 = 72.5, which people round up
    assert told == [ThemeScore(PW, "SP", 65, low=60, high=73, items=4)]


def test_a_theme_needs_half_of_the_statements_that_were_asked() -> None:
    # eight are asked about support, and three are less than half
    assert scores(support("PW", 60, 60, 60)) == []
    assert [each.items for each in scores(support("PW", 60, 60, 60, 60))] == [4]


def test_a_theme_needs_half_of_what_that_group_was_asked() -> None:
    # people who use the service are asked one statement about support
    assert [each.score for each in scores({"SU SP6": 75})] == [75]


def test_an_open_group_has_the_score_of_its_own_theme_cell() -> None:
    told = scores({"MG SP": 62, "MG SP4": 25})
    assert told == [ThemeScore(MG, "SP", 62, low=62, high=62, items=1)]


def test_a_guess_counts_in_no_theme() -> None:
    own = support("ST", 60, 60, 60, 60)
    assert [each.score for each in scores({**own, "ST SP4 of PW": 0})] == [60]


def test_without_theme_scores_there_are_neither_scores_nor_gaps() -> None:
    says = {"PW DP2": 80, "PW DP3": 80, "MG DP2": 20, "MG DP3": 20}
    evidence = make_evidence(says, asking=make_asking(readiness()))
    assert list(theme_scores(evidence)) == []
    assert list(theme_gaps(evidence)) == []


@pytest.mark.parametrize(
    ("managers", "size"),
    [
        (59, GapSize.NONE),
        (60, GapSize.POSSIBLE),
        (69, GapSize.POSSIBLE),
        (70, GapSize.CLEAR),
    ],
)
def test_a_gap_is_possible_from_20_and_clear_from_30(
    managers: int, size: GapSize
) -> None:
    told = gaps({**support("MG", *[managers] * 4), **support("PW", 40, 40, 40, 40)})
    assert told == [ThemeGap("SP", MG, PW, managers - 40, size, items=4)]


def test_a_gap_is_the_mean_over_statements_not_the_gap_of_means() -> None:
    told = gaps({**support("MG", 100, 80, 60, 40, 0), **support("PW", 50, 50, 50, 50)})
    # (50 + 30 + 10 - 10) / 4 = 20; the fifth has no answer to set it against
    assert told == [ThemeGap("SP", MG, PW, 20, GapSize.POSSIBLE, items=4)]


def test_a_gap_has_a_direction() -> None:
    told = gaps({**support("MG", 40, 40, 40, 40), **support("PW", 65, 65, 65, 65)})
    assert [(each.higher, each.lower, each.gap) for each in told] == [(PW, MG, 25)]


def test_a_gap_needs_half_of_the_statements_asked_alike() -> None:
    assert gaps({**support("MG", 90, 90, 90), **support("PW", 10, 10, 10)}) == []


def test_a_statement_that_asks_groups_different_things_is_in_no_gap() -> None:
    alike = ("RC1", "RC3", "RC4", "RC5")
    says = {f"PW {item}": 40 for item in alike} | {f"MG {item}": 70 for item in alike}
    told = gaps({**says, "PW RC2": 100, "MG RC2": 0})
    # RC2 asks of the job description in different ways; with it, (4 x 30 - 100) / 5
    assert told == [ThemeGap("RC", MG, PW, 30, GapSize.CLEAR, items=4)]


def test_a_statement_that_is_other_for_managers_alone_counts_for_the_rest() -> None:
    items = ("FT1", "FT2", "FT3", "FT4")
    says = {f"{group} {item}": 50 for group in ("MG", "PW", "ST") for item in items}
    counted = {(each.higher, each.lower): each.items for each in gaps(says)}
    # FT3 asks managers about what they do themselves: three of their seven are too few
    assert counted == {(PW, ST): 4}


def test_groups_are_compared_over_what_both_are_asked() -> None:
    told = gaps({**support("PW", 0, 0, 0, 0, 0, 40), "SU SP6": 60})
    assert told == [ThemeGap("SP", SU, PW, 20, GapSize.POSSIBLE, items=1)]


def test_gaps_have_thresholds_of_their_own() -> None:
    instrument = with_thresholds(role_adoption(), gap_none=10, gap_clear=15)
    says = {**support("MG", 52, 52, 52, 52), **support("PW", 40, 40, 40, 40)}
    told = theme_gaps(make_evidence(says, asking=make_asking(instrument)))
    assert [each.size for each in told] == [GapSize.POSSIBLE]


@pytest.mark.parametrize(
    ("number", "rounded"),
    [
        (Fraction(5, 2), 3),
        (Fraction(12, 5), 2),
        (Fraction(-5, 2), -3),
        (Fraction(0), 0),
    ],
)
def test_halves_are_rounded_away_from_nothing(number: Fraction, rounded: int) -> None:
    assert whole(number) == rounded


def test_no_group_is_compared_with_itself_or_twice() -> None:
    says = {
        f"{group} {item}": 50
        for group in ("MG", "PW", "ST")
        for item in HALF_OF_SUPPORT
    }
    pairs = [{each.higher, each.lower} for each in gaps(says)]
    assert pairs == [{MG, PW}, {MG, ST}, {PW, ST}]
