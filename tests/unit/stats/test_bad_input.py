"""Bad input is told: what is wrong, and where it stands."""

from collections.abc import Callable

import numpy as np
import pytest

from peeraudit.stats import BadInput, Scale
from peeraudit.stats.agreement import rwg, rwg_star, standard_deviation
from peeraudit.stats.agreement_over_items import rwg_j_star
from peeraudit.stats.blind_spots import coorientation
from peeraudit.stats.chance_agreement import (
    critical_average_deviation,
    critical_rwg,
    practical_limit,
)
from peeraudit.stats.coding import chance_of_overlap, overlap_agreement
from peeraudit.stats.gap import nonresponse_bounds
from peeraudit.stats.krippendorff import krippendorff_alpha
from peeraudit.stats.many_groups import agreement_of_many
from peeraudit.stats.multiplicity import holm, max_t
from peeraudit.stats.ordered_categories import consensus
from peeraudit.stats.pairs import pairwise_tests
from peeraudit.stats.permutation import smallest_attainable_p
from peeraudit.stats.posterior import item_gap_posterior, posterior_mean
from peeraudit.stats.ranking import spearman_rho
from peeraudit.stats.reliability import intraclass_correlation
from peeraudit.stats.scoring import dont_know_share, reverse_scored

HALF = {"first_size": -1, "second_size": 3}
MANY = np.array([[[1, 2], [3, 6]]])

WRONG: list[tuple[Callable[[], object], str]] = [
    (lambda: rwg([4, 7, 2]), "answers[1] is 7: the scale runs from 1 to 5"),
    (lambda: rwg([0, 4], scale=Scale(1, 4)), "answers[0] is 0: the scale runs from 1"),
    (lambda: standard_deviation([1, float("inf")]), "answers[1] is infinite"),
    (lambda: standard_deviation([4, "four"]), "answers[1] is 'four', which is no num"),  # type: ignore[list-item]
    (lambda: standard_deviation([4, "5"]), "answers[1] is '5', which is no number"),  # type: ignore[list-item]
    (lambda: standard_deviation({1: 2}), "answers is {1: 2}, which is no number"),  # type: ignore[arg-type]
    (lambda: standard_deviation("45"), "answers is '45', which is no number"),  # type: ignore[arg-type]
    (lambda: standard_deviation([[1], [2]]), "answers has to be one number a person"),  # type: ignore[list-item]
    (lambda: standard_deviation([[1], [2, 3]]), "answers has rows that differ"),  # type: ignore[list-item]
    (lambda: rwg_j_star([[1, 2], [3]]), "answers[1] has 1 answers, and answers[0] has"),
    (lambda: rwg_j_star([[1, 2], [3, 9]]), "answers[1][1] is 9: the scale runs"),
    (lambda: rwg_j_star([[1, 2], [3, "x"]]), "answers[1][1] is 'x', which is no"),  # type: ignore[list-item]
    (lambda: rwg_j_star([3, 4]), "answers[0] is 3, not a row of answers"),  # type: ignore[list-item]
    (lambda: rwg_j_star([[1]], missing="some"), "missing is 'some': it has to be"),  # type: ignore[arg-type]
    (lambda: rwg_star([1, 2], null_variance=0), "null_variance is 0: it has to be"),
    (lambda: Scale(3, 3), "a scale from 3 to 3 has no two options"),
    (lambda: consensus([1, 2.5, 0]), "frequencies[1] is 2.5: people are whole"),
    (lambda: consensus([1, -2, 0]), "frequencies[1] is -2: people are whole"),
    (lambda: consensus([3]), "frequencies has to count at least two options, not 1"),
    (lambda: posterior_mean([1, 2], prior_weight=0), "prior_weight is 0: it has to be"),
    (
        lambda: item_gap_posterior(first=[1, 2], second=[1, 2, 3]),
        "first has 2 options and second 3",
    ),
    (lambda: holm([0.2, 1.2]), "p[1] is 1.2: a p lies from 0 to 1"),
    (lambda: pairwise_tests([[1], [2]], omnibus_p=2), "omnibus_p is 2: a p lies"),
    (lambda: max_t([[[1, 2]], [[1]]]), "groups have [1, 2] themes"),
    (lambda: spearman_rho(first=[1], second=[1, 2]), "first has 1 and second 2"),
    (lambda: smallest_attainable_p(**HALF), "-1 and 3 people: neither can be"),
    (lambda: intraclass_correlation([1, 2], teams=["a"]), "teams has 1 for 2 answers"),
    (lambda: krippendorff_alpha([[1]], level="ratio"), "level is 'ratio': nominal"),  # type: ignore[arg-type]
    (lambda: overlap_agreement([[["a"], ["b"]], [["a"]]]), "units[1] has 1 coders"),
    (
        lambda: chance_of_overlap(first=0, second=2, categories=6),
        "0 and 2 of 6 categories: 1 to all",
    ),
    (
        lambda: nonresponse_bounds(
            first=[1, 2], second=[1], first_people=1, second_people=1
        ),
        "first has 2 answers of 1 people in post",
    ),
    (
        lambda: coorientation(
            own_first=[1, 2],
            own_second=[3],
            first_about_second=[3],
            second_about_first=[],
        ),
        "first_about_second has 1 guesses of 2 people",
    ),
    (lambda: reverse_scored([[1, 2]], keys=[1]), "keys has 1 for 2 items"),
    (lambda: reverse_scored([[1, 2]], keys=[1, 0]), "keys[1] is 0: it has to be 1"),
    (lambda: dont_know_share(dont_know=-1, answered=2), "dont_know is -1"),
    (lambda: practical_limit(options=1), "options is 1: there have to be two"),
    (lambda: critical_rwg(people=1, options=5), "1 people with 5 options"),
    (lambda: critical_rwg(people=60, options=9), "more than the 200,000"),
    (
        lambda: critical_average_deviation(people=3, options=5, about="mode"),
        "about is 'mode': it has to be mean or median",
    ),
    (lambda: agreement_of_many(MANY), "answers[0][1][1] is 6: the scale runs from 1"),
    (lambda: agreement_of_many(MANY[0]), "answers have to be numbers, as groups by"),
]


@pytest.mark.parametrize(("call", "said"), WRONG, ids=[said for _, said in WRONG])
def test_what_is_wrong_is_told_with_its_place(
    call: Callable[[], object], said: str
) -> None:
    with pytest.raises(BadInput) as told:
        call()
    assert said in str(told.value)
