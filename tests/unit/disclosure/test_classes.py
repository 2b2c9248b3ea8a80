"""Classes, bands and words: exactly as coarse as the number of answers asks."""

from fractions import Fraction

import pytest

from peeraudit.disclosure.cells import Alike, ClassReading, DontKnow, Shares
from peeraudit.disclosure.classes import (
    UnprovedClasses,
    class_reading,
    commonest_reading,
    dont_know,
    modal_reading,
    points,
    refuse_unproved,
)
from peeraudit.instrument.definition import Reading, ScoreClass
from peeraudit.stats.agreement import rwg_star
from tests.unit.disclosure.worlds import World, worlds
from tests.unit.factories import role_adoption

COARSE = {"below_50": 50, "50_to_59": 60, "60_to_69": 70, "70_or_more": 101}
FINE = {
    "below_20": 20,
    "20_to_29": 30,
    "30_to_39": 40,
    "40_to_49": 50,
    "50_to_59": 60,
    "60_to_69": 70,
    "70_to_79": 80,
    "80_or_more": 101,
}
"""Each class, and the score at which the next begins."""


def by_step(steps: World) -> dict[str, int]:
    return {str(step): k for step, k in enumerate(steps, 1) if k}


def read(steps: World) -> ClassReading:
    """What is told of how many gave each answer from 1 to 5."""
    return class_reading(by_step(steps), role_adoption().reading)


def score(steps: World) -> Fraction:
    """The mean of (answer - 1) x 25."""
    return Fraction(25 * sum(step * k for step, k in enumerate(steps)), sum(steps))


def class_of(steps: World, classes: dict[str, int]) -> str:
    return next(name for name, end in classes.items() if score(steps) < end)


def with_total(people: int, total: int) -> World:
    """Answers that are as alike as can be and add up to ``total``."""
    step, more = divmod(total, people)
    steps = [0] * 6
    steps[step - 1], steps[step] = people - more, more
    return tuple(steps[:5])


@pytest.mark.parametrize("people", range(5, 10))
def test_5_to_9_answers_are_told_in_four_classes(people: int) -> None:
    for total in range(people, 5 * people + 1):
        steps = with_total(people, total)
        assert read(steps).score_class == class_of(steps, COARSE)


@pytest.mark.parametrize("people", [*range(10, 25), 25, 30, 100])
def test_from_10_answers_classes_have_ten_points(people: int) -> None:
    for total in range(people, 5 * people + 1):
        steps = with_total(people, total)
        assert read(steps).score_class == class_of(steps, FINE)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # five people: 10 points are 2 steps
        ((0, 1, 4, 0, 0), "below_50"),  # 45
        ((0, 0, 5, 0, 0), "50_to_59"),  # 50
        ((0, 0, 4, 1, 0), "50_to_59"),  # 55
        ((0, 0, 3, 2, 0), "60_to_69"),  # 60
        ((0, 0, 2, 3, 0), "60_to_69"),  # 65
        ((0, 0, 1, 4, 0), "70_or_more"),  # 70
        # ten people
        ((3, 7, 0, 0, 0), "below_20"),  # 17.5
        ((2, 8, 0, 0, 0), "20_to_29"),  # 20
        ((0, 0, 0, 9, 1), "70_to_79"),  # 77.5
        ((0, 0, 0, 8, 2), "80_or_more"),  # 80
    ],
)
def test_a_class_begins_at_its_lower_end(steps: World, expected: str) -> None:
    assert read(steps).score_class == expected


@pytest.mark.parametrize("people", range(5, 10))
def test_alike_is_what_the_formula_says_for_every_possible_team(people: int) -> None:
    for steps in worlds(people, 5):
        told = read(steps)
        answers = [step for step, k in enumerate(steps, 1) for _ in range(k)]
        agreement = rwg_star(answers)
        assert agreement is not None
        alike = Alike.ALIKE if agreement >= 0.3 - 1e-9 else Alike.SPREAD
        assert told.alike is (None if told.score_class == "70_or_more" else alike)


def test_the_highest_class_says_neither_alike_nor_spread() -> None:
    assert read((1, 0, 0, 0, 4)) == ClassReading("70_or_more")


@pytest.mark.parametrize("people", [10, 24])
def test_10_to_24_answers_tell_a_class_alone(people: int) -> None:
    for steps in ((people, 0, 0, 0, 0), (5, 0, 0, 0, people - 5)):
        assert (read(steps).alike, read(steps).shares) == (None, None)


@pytest.mark.parametrize(
    ("steps", "shares"),
    [
        ((25, 0, 0, 0, 0), Shares(90, 0, 0)),  # everyone has no band of its own
        ((0, 0, 25, 0, 0), Shares(0, 90, 0)),
        ((1, 1, 0, 20, 3), Shares(0, 0, 90)),  # 8 %, 92 %
        ((1, 2, 22, 0, 0), Shares(10, 80, 0)),  # 12 %, 88 %
        ((5, 5, 5, 5, 5), Shares(40, 20, 40)),
    ],
)
def test_from_25_answers_shares_are_told_in_bands_of_ten(
    steps: World, shares: Shares
) -> None:
    assert read(steps).shares == shares
    assert read(steps).alike is None


@pytest.mark.parametrize(
    ("unsure", "people", "expected"),
    [
        (0, 5, DontKnow.FEWER),
        (2, 5, DontKnow.FEWER),
        (3, 5, DontKnow.HALF_OR_MORE),
        (3, 6, DontKnow.HALF_OR_MORE),
        (4, 9, DontKnow.FEWER),
        (0, 0, DontKnow.FEWER),
    ],
)
def test_half_or_more_or_fewer_do_not_know(
    unsure: int, people: int, expected: DontKnow
) -> None:
    assert dont_know(unsure, people) is expected


@pytest.mark.parametrize(
    ("counts", "most"),
    [
        ({"part": 3, "not_part": 2}, "part"),  # 60 %
        ({"part": 5, "must_never": 4}, None),  # 56 %
        ({"part": 4, "must_never": 6}, "must_never"),
        ({"part": 10, "not_part": 7}, None),  # 59 %
        ({"part": 5}, "part"),
    ],
)
def test_most_say_what_60_percent_say(counts: dict[str, int], most: str | None) -> None:
    assert modal_reading(counts).option == most


@pytest.mark.parametrize(
    ("counts", "commonest"),
    [
        ({"a": 2, "b": 1, "c": 1, "d": 1}, "a"),
        ({"a": 2, "b": 2, "c": 1}, None),
        ({"f": 5}, "f"),
    ],
)
def test_the_commonest_purpose_is_told_unless_two_are_level(
    counts: dict[str, int], commonest: str | None
) -> None:
    assert commonest_reading(counts).option == commonest


def test_points_add_up() -> None:
    assert points({"1": 2, "2": 1, "5": 2}) == 25 + 200


def finer(name: str, *edges: int) -> Reading:
    """The shipped reading, with classes that begin at these scores."""
    classes = tuple(
        ScoreClass(id=f"from_{low}", low=low, high=high, value=low)
        for low, high in zip(edges, (*edges[1:], 100), strict=True)
    )
    return role_adoption().reading.model_copy(update={name: classes})


@pytest.mark.parametrize(
    ("name", "edges"),
    [
        ("coarse_classes", (0, 45, 50, 60, 70)),
        ("coarse_classes", (0, 50, 60, 70, 80)),
        ("coarse_classes", (0, 50, 60, 70, 100)),
        ("fine_classes", (0, 10, 20, 30, 40, 50, 60, 70, 80)),
        ("fine_classes", (0, 20, 25, 30)),
        ("fine_classes", (0, 20, 30, 40, 50, 60, 70, 80, 100)),
    ],
)
def test_classes_that_nobody_has_proved_are_refused(
    name: str, edges: tuple[int, ...]
) -> None:
    with pytest.raises(UnprovedClasses, match=name):
        refuse_unproved(finer(name, *edges))


def test_the_shipped_classes_and_wider_ones_are_proved() -> None:
    refuse_unproved(role_adoption().reading)
    refuse_unproved(finer("coarse_classes", 0, 50, 70))
