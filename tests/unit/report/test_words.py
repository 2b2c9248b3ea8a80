"""Scores, lists and dates as people say them."""

from datetime import date
from fractions import Fraction

import pytest

from peeraudit.consensus.evidence import Score
from peeraudit.instrument.sentences import listed
from peeraudit.report.words import between, counted, days, pages_words, score_words
from tests.unit.factories import role_adoption


def test_every_class_of_the_instrument_reads_right() -> None:
    reading = role_adoption().reading
    coarse = [between(each.low, each.high) for each in reading.coarse_classes]
    fine = [between(each.low, each.high) for each in reading.fine_classes]
    assert coarse == ["below 50", "50 to 59", "60 to 69", "70 or more"]
    assert fine[0] == "below 20"
    assert fine[3] == "40 to 49"
    assert fine[-1] == "80 or more"


def test_an_exact_score_is_a_whole_number() -> None:
    exact = Fraction(275, 4)
    assert score_words(Score(exact, exact, exact)) == "69"


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_are_said_as_people_do(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_one_is_one_and_pages_are_named() -> None:
    assert counted(1, "practice", "practices") == "1 practice"
    assert counted(0, "practice", "practices") == "0 practices"
    assert pages_words([6]) == "page 6"
    assert pages_words([6, 7, 11]) == "pages 6, 7 and 11"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 2), date(2026, 3, 20), "2 to 20 March 2026"),
        (date(2026, 3, 30), date(2026, 4, 2), "30 March to 2 April 2026"),
        (date(2025, 12, 30), date(2026, 1, 9), "30 December 2025 to 9 January 2026"),
        (date(2026, 3, 2), date(2026, 3, 2), "2 March 2026"),
    ],
)
def test_days_are_said_without_saying_anything_twice(
    first: date, last: date, said: str
) -> None:
    assert days(first, last) == said
