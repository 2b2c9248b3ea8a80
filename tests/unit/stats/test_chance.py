"""What agreement comes to when people answer at random, beside published figures."""

import numpy as np
import pytest

from peeraudit.stats.agreement import NULL_VARIANCES, rwg_star
from peeraudit.stats.chance_agreement import (
    chance_of_average_deviation,
    chance_of_rwg,
    critical_average_deviation,
    critical_rwg,
    practical_limit,
)

SHARES = {
    "uniform": (0.2, 0.2, 0.2, 0.2, 0.2),
    "slight skew": (0.05, 0.15, 0.20, 0.35, 0.25),
    "moderate skew": (0.00, 0.10, 0.15, 0.40, 0.35),
    "heavy skew": (0.00, 0.00, 0.10, 0.40, 0.50),
    "triangular": (0.11, 0.22, 0.34, 0.22, 0.11),
    "normal": (0.07, 0.24, 0.38, 0.24, 0.07),
}


def test_null_variances_are_those_of_the_answers_that_they_stand_for() -> None:
    points = np.arange(1, 6)
    for name, shares in SHARES.items():
        mean = points @ shares
        assert NULL_VARIANCES[name] == pytest.approx((points - mean) ** 2 @ shares)
    assert NULL_VARIANCES.keys() == SHARES.keys()


def test_agreement_looks_worse_beside_answers_that_lean_one_way() -> None:
    answers = [4, 5, 5, 3]
    skewed = rwg_star(answers, null_variance=NULL_VARIANCES["heavy skew"])
    even = rwg_star(answers)
    assert skewed is not None
    assert even is not None
    assert skewed < even


@pytest.mark.parametrize(
    ("people", "rwg", "mean", "median"),
    [
        (2, 0.52, 0.52, 0.52),
        (3, 0.23, 0.38, 0.52),
        (4, 0.10, 0.31, 0.41),
        (5, 0.059, 0.26, 0.41),
        (6, 0.045, 0.22, 0.35),
        (7, 0.027, 0.16, 0.17),
        (8, 0.021, 0.13, 0.16),
        (9, 0.009, 0.11, 0.15),
        (10, 0.006, 0.085, 0.14),
    ],
)
def test_chance_passes_the_usual_cut_offs_this_often(
    people: int, rwg: float, mean: float, median: float
) -> None:
    limit = practical_limit(options=5)
    deviations = [
        chance_of_average_deviation(
            people=people, options=5, at_most=limit, about=about
        )
        for about in ("mean", "median")
    ]
    found = chance_of_rwg(people=people, options=5, at_least=0.70)
    assert found == pytest.approx(rwg, abs=0.006)
    assert deviations == pytest.approx([mean, median], abs=0.006)


def test_critical_values_are_those_of_published_simulations() -> None:
    # Dunlap, Burke and Smith-Crowe (2003): .53 for ten people, .64 for AD of five on
    # seven options
    assert critical_rwg(people=10, options=5) == pytest.approx(0.53, abs=0.005)
    deviation = critical_average_deviation(people=5, options=7)
    assert deviation == pytest.approx(0.64, abs=0.005)


def test_two_people_reach_no_critical_value() -> None:
    assert critical_rwg(people=2, options=5) is None
    assert critical_average_deviation(people=2, options=5, about="median") is None
