"""What is undefined is None: one answer, none, nothing that varies."""

import numpy as np
import pytest

from peeraudit.stats import agreement as one
from peeraudit.stats import agreement_over_items as several
from peeraudit.stats.coding import (
    alpha_with_masi,
    jaccard_distance,
    masi_distance,
    overlap_agreement,
    percent_agreement,
)
from peeraudit.stats.effect_sizes import cliffs_delta, wasserstein_distance
from peeraudit.stats.gap import leave_one_out, mean_difference, nonresponse_bounds
from peeraudit.stats.krippendorff import NO_VARIATION, NOTHING_PAIRED
from peeraudit.stats.ordered_categories import (
    consensus,
    leik_dispersion,
    van_der_eijk_agreement,
)
from peeraudit.stats.permutation import (
    exact_kruskal_test,
    exact_mean_difference_test,
    kruskal_wallis_h,
    smallest_attainable_p,
)
from peeraudit.stats.ranking import (
    concordance,
    concordance_p,
    spearman_rho,
    tau_b,
    top_in_common,
)
from peeraudit.stats.reliability import intraclass_correlation
from peeraudit.stats.scoring import dont_know_share, group_theme_score, theme_scores

NOBODY: list[float | None] = []
SILENT = [None, None]


@pytest.mark.parametrize("answers", [NOBODY, SILENT, [4], [None, 4]])
def test_nobody_agrees_alone(answers: list[float | None]) -> None:
    for index in (
        one.standard_deviation,
        one.mean_pairwise_difference,
        one.rwg,
        one.rwg_star,
        one.average_deviation_from_mean,
        one.average_deviation_from_median,
        one.awg,
    ):
        assert index(answers) is None
    table = [[answer] for answer in answers]
    assert several.rwg_j(table) is several.rwg_j_star(table) is None
    assert several.mean_pairwise_difference_j(table) is several.awg_j(table) is None


def test_one_person_has_no_consensus_unless_the_formula_is_asked_for() -> None:
    alone = [0, 0, 0, 1, 0]
    for index, formula in (
        (consensus, 1),
        (leik_dispersion, 0),
        (van_der_eijk_agreement, 1),
    ):
        assert index(alone) is None
        assert index(alone, least_people=1) == formula
        assert index([0, 0, 0, 0, 0], least_people=0) is None


def test_two_options_have_no_triple() -> None:
    assert van_der_eijk_agreement([2, 1]) == pytest.approx(1 / 3)


def test_an_item_counts_from_two_answers() -> None:
    table = [[4, 1, None], [4, None, None], [None, None, 5]]
    assert several.rwg_j_star(table) == 1
    assert several.rwg_j(table) == 1
    assert several.rwg_j_star(table, missing="listwise") is None


@pytest.mark.parametrize("empty", [NOBODY, SILENT])
def test_a_group_without_answers_has_no_gap(empty: list[float | None]) -> None:
    assert mean_difference(first=empty, second=[3]) is None
    assert cliffs_delta(first=[3], second=empty) is None
    assert wasserstein_distance(first=empty, second=[3]) is None
    assert exact_mean_difference_test(first=empty, second=[3]).p is None
    assert leave_one_out(first=[3], second=[2, 3]) is None
    assert exact_kruskal_test([[3, 4], empty]).p is None
    assert kruskal_wallis_h([[3, 4], empty]) is None
    assert smallest_attainable_p(first_size=0, second_size=3) is None


def test_a_group_with_nobody_in_post_has_no_bounds() -> None:
    nobody = nonresponse_bounds(
        first=NOBODY, second=[3], first_people=0, second_people=1
    )
    assert nobody is None


def test_what_does_not_vary_has_no_correlation() -> None:
    assert kruskal_wallis_h([[3, 3], [3, 3]]) is None
    assert exact_kruskal_test([[3, 3], [3, 3]]).p == 1
    assert spearman_rho(first=[2, 2], second=[1, 2]) is None
    assert tau_b(first=[1, None], second=[1, 2]) is None
    assert concordance([[1, 1], [2, 2]]).w is None
    assert concordance([[1, 2, 3]]).rho is None
    assert concordance_p([[1, 2, 3]]).p is None
    assert concordance_p([[1, 1], [2, 2]]).p == 1
    assert top_in_common(first=[1, 2], second=[1, 2]) is None


def test_teams_that_do_not_differ_have_no_reliable_mean() -> None:
    alike = intraclass_correlation([1, 5, 1, 5], teams=["a", "a", "b", "b"])
    assert (alike.single, alike.mean) == (-1, None)
    still = intraclass_correlation([3, 3, 3, 3], teams=["a", "a", "b", "b"])
    assert (still.single, still.mean) == (None, None)
    single = intraclass_correlation([1, 2], teams=["a", "b"])
    assert (single.single, single.people) == (None, 2)
    assert not single.enough_teams


def test_alpha_says_why_there_is_none() -> None:
    assert alpha_with_masi([[["a"], ["a"]]]).reason == NO_VARIATION
    assert alpha_with_masi([[["a"], None], [[], ["b"]]]).reason == NOTHING_PAIRED


def test_an_empty_set_of_categories_is_missing() -> None:
    assert masi_distance(first=[], second=["a"]) is None
    assert jaccard_distance(first=[], second=[]) is None
    found = overlap_agreement([[["a"], []], [None, ["b"]]])
    assert found.units == 0
    assert found.every_pair_overlaps is found.pairs[0].percent is None
    assert overlap_agreement([]).pairs == ()
    assert percent_agreement([[1, None]]) is percent_agreement([[1], [2]]) is None


def test_a_person_who_answered_less_than_half_has_no_score() -> None:
    scores = theme_scores([[4, 2, None, None], [4, None, None, None]])
    assert scores[0] == 3
    assert np.isnan(scores[1])
    assert group_theme_score([[None, None]]) is None
    assert dont_know_share(dont_know=0, answered=0) is None
