"""The proof finds what writing every set of answers out finds, and no leak."""

import numpy as np
import pytest

from peeraudit.disclosure.proof.account import Account, account
from peeraudit.disclosure.proof.controls import CONTROLS, Control
from peeraudit.disclosure.proof.known import OUTSIDER, UNSURE, Known, among
from peeraudit.disclosure.proof.shipped import (
    STATEMENT,
    Kind,
    few_answers,
    practice,
    purpose,
)
from tests.unit.disclosure.proof import told
from tests.unit.disclosure.worlds import Sides, World, worlds, written_out

FLOORS = (5, 8, 10, 11)
SILENT = (None, None)
"""Who does not know, and who has skipped, are on no side."""
STEPS = ("disagree", "disagree", "neither", "agree", "agree")


def options(n: int) -> Sides:
    """As many options, each on a side of its own."""
    return tuple(map(str, range(n)))


def found(kind: Kind, people: int, floor: int) -> Account:
    """What the proof finds where any of so many people may give no answer."""
    by_valid = {n: kind.known(n) for n in range(floor, people + 1)}
    return kind.account(among(people, floor, by_valid))


@pytest.mark.parametrize(
    ("floor", "people"), [(floor, n) for floor in FLOORS for n in range(floor, 13)]
)
def test_a_statement_never_tells_the_side_of_all_others(
    floor: int, people: int
) -> None:
    expected = written_out(
        people, (*STEPS, *SILENT), told.among_silent(told.statement, floor)
    )
    assert expected.leaks == 0
    assert found(STATEMENT, people, floor) == expected


@pytest.mark.parametrize("people", [5, 9, 10, 12, 25])
def test_where_everyone_is_known_to_answer_no_side_is_told_either(people: int) -> None:
    expected = written_out(people, STEPS, told.statement)
    assert expected.leaks == 0
    assert STATEMENT.account(STATEMENT.known(people)) == expected


@pytest.mark.parametrize("people", range(5, 13))
@pytest.mark.parametrize("n", [2, 3])
def test_a_practice_never_tells_the_answer_of_all_others(people: int, n: int) -> None:
    expected = written_out(
        people, (*options(n), *SILENT), told.among_silent(told.practice, 5)
    )
    assert expected.leaks == 0
    assert found(practice(n), people, 5) == expected


@pytest.mark.parametrize("people", range(5, 9))
@pytest.mark.parametrize("n", [2, 3, 6])
def test_a_purpose_never_tells_the_answer_of_all_others(people: int, n: int) -> None:
    expected = written_out(
        people, (*options(n), *SILENT), told.among_silent(told.purpose, 5)
    )
    assert expected.leaks == 0
    assert found(purpose(n), people, 5) == expected


@pytest.mark.parametrize(
    ("floor", "people"), [(floor, n) for floor in FLOORS for n in (floor, floor + 6)]
)
def test_what_is_withheld_never_tells_that_all_others_do_not_know(
    floor: int, people: int
) -> None:
    sides = ("answered", "skipped", "unsure")
    expected = written_out(people, sides, told.withheld(floor))
    assert expected.leaks == 0
    assert few_answers(people, floor) == expected


@pytest.mark.parametrize("control", CONTROLS, ids=lambda each: each.name)
def test_a_finer_way_of_telling_is_seen_to_give_people_away(control: Control) -> None:
    kind = control.kind
    sides = tuple(str(side) for side in kind.sides)

    def tell(world: World) -> int:
        return int(kind.read(np.array([world], dtype=np.int32).T)[0])

    leaks = 0
    for people in control.answers:
        expected = written_out(people, sides, tell)
        assert kind.account(kind.known(people)) == expected
        leaks += expected.leaks
    assert leaks > 0


def test_knowing_that_nobody_else_answered_is_a_leak_too() -> None:
    alone = Known(*(np.array([n]) for n in (0, UNSURE, 1, 0)))
    assert account(alone, 3).leaks == 1


def test_an_outsider_is_counted_once_for_each_cell() -> None:
    outside = STATEMENT.known(5).own == OUTSIDER
    assert outside.sum() == STATEMENT.account(STATEMENT.known(5)).cells == 7


def test_every_world_is_written_out() -> None:
    # five people and six answers: 10 over 5
    assert len(set(worlds(5, 6))) == 252
