"""No cell tells anyone on which side all the others are: every possible team is tried.

Proved for every number of people up to twelve, with "I do not know", and for the least
number that is told in shares. Ways of telling that are known to give people away are
tried in the same way, and do.
"""

from collections.abc import Callable, Hashable
from functools import cache
from statistics import fmean, stdev

import pytest

from peeraudit.disclosure import classes
from peeraudit.disclosure.cells import Alike
from tests.unit.disclosure.worlds import (
    AGREE,
    DISAGREE,
    NEITHER,
    STATEMENT,
    UNSURE,
    Cell,
    World,
    certainties,
    worlds,
)
from tests.unit.factories import role_adoption

UP_TO = 12
SHIPPED = [(floor, n) for floor in (5, 8, 10, 11) for n in range(floor, UP_TO + 1)]
ONE_SIDED = (DISAGREE, NEITHER, AGREE)

Told = Callable[[World], Hashable]


@cache
def statement(steps: World) -> Hashable:
    """What the product tells of the answers to a statement."""
    return classes.class_reading(by_step(steps), role_adoption().reading)


def by_step(steps: World) -> dict[str, int]:
    return {str(step): k for step, k in enumerate(steps, 1) if k}


def by_option(options: World) -> dict[str, int]:
    return {str(option): k for option, k in enumerate(options) if k}


def cell(told: Told, floor: int) -> Cell:
    """Tell from the floor up, with how many do not know, as the product does."""

    def tell(world: World) -> Hashable | None:
        *answers, unsure = world
        if sum(answers) < floor:
            return None
        return told(tuple(answers)), classes.dont_know(unsure, sum(world))

    return tell


@pytest.mark.parametrize(("floor", "people"), SHIPPED)
def test_a_statement_never_tells_the_side_of_all_others(
    floor: int, people: int
) -> None:
    assert certainties(people, STATEMENT, cell(statement, floor)) == []


def test_the_shares_of_25_people_never_tell_the_side_of_all_others() -> None:
    everyone_answers = STATEMENT[:5]
    assert certainties(25, everyone_answers, statement) == []


@pytest.mark.parametrize("people", range(5, UP_TO + 1))
@pytest.mark.parametrize("options", [2, 3])
def test_a_practice_never_tells_the_answer_of_all_others(
    people: int, options: int
) -> None:
    def practice(answers: World) -> Hashable:
        return classes.modal_reading(by_option(answers))

    sides = (*map(str, range(options)), UNSURE)
    assert certainties(people, sides, cell(practice, 5)) == []


@pytest.mark.parametrize("people", range(5, 9))
@pytest.mark.parametrize("options", [2, 3, 6])
def test_a_purpose_never_tells_the_answer_of_all_others(
    people: int, options: int
) -> None:
    def purpose(answers: World) -> Hashable:
        return classes.commonest_reading(by_option(answers))

    sides = (*map(str, range(options)), UNSURE)
    assert certainties(people, sides, cell(purpose, 5)) == []


@pytest.mark.parametrize("people", range(5, 12))
def test_what_is_withheld_never_tells_that_all_others_do_not_know(people: int) -> None:
    def withheld(world: World) -> Hashable | None:
        answered, _, unsure = world
        few = answered < 5
        return classes.dont_know(unsure, people) if few else None

    assert certainties(people, ("answered", "skipped", "unsure"), withheld) == []


def mean_of(steps: World) -> float:
    return fmean(answers(steps))


def answers(steps: World) -> list[int]:
    return [25 * step for step, k in enumerate(steps) for _ in range(k)]


def nearest_five(steps: World) -> Hashable:
    return round(mean_of(steps) / 5)


def mean_and_deviation(steps: World) -> Hashable:
    return round(mean_of(steps), 1), round(stdev(answers(steps)), 1)


def class_and_how_many_agree(steps: World) -> Hashable:
    return statement(steps), steps[3] + steps[4]


def class_and_alike_for_more_than_nine(steps: World) -> Hashable:
    return statement(steps), stdev(answers(steps)) ** 2 <= 1.4 * 25**2


def alike_in_the_highest_class_too(steps: World) -> Hashable:
    n = sum(steps)
    total = sum(step * k for step, k in enumerate(steps, 1))
    squares = sum(step**2 * k for step, k in enumerate(steps, 1))
    alike = 5 * (n * squares - total**2) <= 7 * n * (n - 1)
    return statement(steps), Alike.ALIKE if alike else Alike.SPREAD


@pytest.mark.parametrize(
    ("people", "told"),
    [
        (5, nearest_five),
        (5, mean_and_deviation),
        (5, class_and_how_many_agree),
        (5, alike_in_the_highest_class_too),
        (10, class_and_alike_for_more_than_nine),
    ],
)
def test_a_finer_way_of_telling_is_seen_to_give_people_away(
    people: int, told: Told
) -> None:
    leaks = certainties(people, STATEMENT, cell(told, 5))
    assert {side for _, _, side in leaks} & set(ONE_SIDED)


@pytest.mark.parametrize("people", [3, 4])
def test_a_floor_below_five_is_seen_to_give_people_away(people: int) -> None:
    assert certainties(people, STATEMENT, cell(statement, people))


def test_a_band_of_its_own_for_everyone_is_seen_to_give_people_away() -> None:
    def shares(steps: World) -> Hashable:
        sides = (steps[0] + steps[1], steps[2], steps[3] + steps[4])
        return tuple(10 * k // sum(steps) for k in sides)

    assert certainties(10, STATEMENT, cell(shares, 5))


def test_every_world_is_tried() -> None:
    # five people and six answers: 10 over 5
    assert len(set(worlds(5, 6))) == 252
