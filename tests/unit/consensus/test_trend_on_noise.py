"""How often chance alone is told as a change, and how often a true change is.

Made-up people: each leans from the mean by half a step of the scale (SD), and each
answer by one step, anew in each round. The figures stand in docs/adr/0017.
"""

import random
from collections.abc import Iterator
from fractions import Fraction

import pytest

from peeraudit.consensus.evidence import Score
from peeraudit.consensus.trend import Direction, direction
from peeraudit.instrument.definition import FINE_FROM
from tests.unit.factories import role_adoption

RUNS = 150


def shares(
    people: int, statements: int, score: int, change: int
) -> tuple[float, float]:
    """The shares of themes told as higher and as lower, after so large a change."""
    chance = random.Random(20260320)  # noqa: S311 # made-up people, no secret
    ways = [
        direction(list(rounds(chance, people, statements, (score, change))), 15)
        for _ in range(RUNS)
    ]
    return (
        ways.count(Direction.HIGHER) / RUNS,
        ways.count(Direction.LOWER) / RUNS,
    )


def rounds(
    chance: random.Random, people: int, statements: int, scores: tuple[int, int]
) -> Iterator[tuple[Score, Score]]:
    """What a group's statements are classed as, in one round and in the next."""
    score, change = scores
    leanings = [chance.gauss(0, 0.5) for _ in range(people)]
    for _ in range(statements):
        yield (
            classed(chance, leanings, score),
            classed(chance, leanings, score + change),
        )


def classed(chance: random.Random, leanings: list[float], score: int) -> Score:
    """The class of one statement that everyone answers."""
    steps = [
        min(5, max(1, round(1 + score / 25 + lean + chance.gauss(0, 1))))
        for lean in leanings
    ]
    mean = Fraction(25 * sum(step - 1 for step in steps), len(steps))
    reading = role_adoption().reading
    few = len(steps) < FINE_FROM
    classes = reading.coarse_classes if few else reading.fine_classes
    found = next((each for each in classes if mean < each.high), classes[-1])
    return Score(Fraction(found.value), Fraction(found.low), Fraction(found.high))


THEMES = [
    (people, statements, score)
    for people in (6, 9, 12, 25)
    for statements in (4, 8)
    for score in (45, 55)
]
themes = pytest.mark.parametrize(("people", "statements", "score"), THEMES)


@themes
def test_chance_alone_is_seldom_told_as_a_change(
    people: int, statements: int, score: int
) -> None:
    assert sum(shares(people, statements, score, 0)) < 0.12


@themes
def test_a_true_change_of_a_step_is_told_in_most_themes_and_never_turned(
    people: int, statements: int, score: int
) -> None:
    higher, lower = shares(people, statements, score, 25)
    assert higher > 0.75
    assert lower == 0
