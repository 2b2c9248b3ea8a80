"""What two releases of one team tell when one person has left between them.

Each release stands on answers of its own, and hides them as any release does. Together
they tell of who left only to somebody who is sure that nobody else changed their mind;
two steps that the others moved, all of them together, are enough to hide it here. That
is why rounds lie at least 90 days apart, and why there is no trend for a group of fewer
than ten whose membership changed by one or two.
"""

from collections.abc import Iterator

import pytest

from tests.attacker.attack import OUTSIDER, Attack, fitting
from tests.attacker.catalogue import Question
from tests.attacker.learned import SIDES
from tests.attacker.publish import publish
from tests.attacker.reading import attack
from tests.attacker.recover import everyone, recovered
from tests.attacker.teams import MG, PW, option, team

STAYED, LEFT = (4, 4, 4, 3, 3), 5
"""Those who stayed score 65 of 100, "60 to 69"; with who left, 71, "70 or more"."""
World = tuple[int, ...]


def says(question: Question, person: int, _: int) -> str:
    return option(question, ((*STAYED, LEFT)[person] - 1) / 4)


FIRST = team("six of them", {MG: 5, PW: 6}, says, form="core")
SECOND = team("one has left", {MG: 5, PW: 5}, says, form="core")
STATEMENT = Question(PW, "SE4")


@pytest.fixture(scope="module")
def rounds() -> tuple[Attack, Attack]:
    return attack(publish(FIRST)), attack(publish(SECOND))


def test_each_round_by_itself_tells_nothing(rounds: tuple[Attack, Attack]) -> None:
    for of, found in zip((FIRST, SECOND), rounds, strict=True):
        knowers = everyone(of, found.catalogue)
        assert [each for one in knowers for each in recovered(found, one)] == []


def test_who_left_is_known_if_nobody_else_changed_their_mind(
    rounds: tuple[Attack, Attack],
) -> None:
    """This is a limit: no release can help what people are sure of by themselves."""
    assert sides_of_who_left(*rounds, moved=0) == {2}


def test_who_left_is_hidden_by_two_steps_of_the_others(
    rounds: tuple[Attack, Attack],
) -> None:
    assert sides_of_who_left(*rounds, moved=2) == {1, 2}


def sides_of_who_left(before: Attack, after: Attack, *, moved: int) -> set[int]:
    """The sides that who left can have been on, the others having moved so far."""
    first, second = (_answered(each) for each in (before, after))
    for _ in range(moved):
        second |= {other for world in second for other in _one_step_on(world)}
    return {
        side
        for side, steps in enumerate(SIDES)
        for step in steps
        if any(_with(world, step) in first for world in second)
    }


def _answered(found: Attack) -> set[World]:
    """The worlds of the statement in which everyone answers."""
    fits = fitting(found.known(STATEMENT, OUTSIDER, frozenset()))
    return {tuple(world[:-2].tolist()) for world in fits if not world[-2:].any()}


def _with(world: World, step: int, more: int = 1) -> World:
    return (*world[:step], world[step] + more, *world[step + 1 :])


def _one_step_on(world: World) -> Iterator[World]:
    """The worlds in which one person answers one step higher or lower."""
    for step, n in enumerate(world):
        for other in (step - 1, step + 1):
            if n and 0 <= other < len(world):
                yield _with(_with(world, step, -1), other)
