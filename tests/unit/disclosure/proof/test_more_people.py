"""Why it holds for any number: all others on one side always look like others on two.

docs/proof.md has the argument in words. Here each of its moves is made, and the product
is asked whether it tells the same.
"""

from collections.abc import Iterator

import pytest

from tests.unit.disclosure.proof import told
from tests.unit.disclosure.worlds import World

SIDES = ((1, 2), (3,), (4, 5))
MANY = (100, 251, 1000)


def one_sided(others: int) -> Iterator[World]:
    """Yield every way in which others answer a statement, all on one side."""
    for low in range(others + 1):
        yield (others - low, low, 0, 0, 0)
        yield (0, 0, 0, low, others - low)
    yield (0, 0, others, 0, 0)


def moves(others: World, own: int) -> list[tuple[int, int]]:
    """Whose answer to change, from one step to another, so that the same is told."""
    _, two, three, four, five = others
    if three:
        return [(3, 4 if own >= 3 else 2)]
    if four or five:
        return [(4, 3), (4, 5)] if four >= 2 else [(5, 3)]
    return [(2, 3), (2, 1)] if two >= 2 else [(1, 3)]


def moved(counts: World, changes: list[tuple[int, int]]) -> World:
    """Counts after the moves; steps and options are numbered from 1."""
    after = list(counts)
    for before, to in changes:
        after[before - 1] -= 1
        after[to - 1] += 1
    assert min(after) >= 0
    return tuple(after)


def with_own(others: World, own: int) -> World:
    return tuple(k + (n == own) for n, k in enumerate(others, 1))


@pytest.mark.parametrize("people", [*range(10, 61), *MANY])
def test_a_statement_tells_the_same_of_others_on_two_sides(people: int) -> None:
    for others in one_sided(people - 1):
        for own in range(1, 6):
            elsewhere = moved(others, moves(others, own))
            on = [side for side in SIDES if any(elsewhere[step - 1] for step in side)]
            assert len(on) == 2
            same = told.statement(with_own(elsewhere, own))
            assert told.statement(with_own(others, own)) == same


@pytest.mark.parametrize("options", [2, 3, 6, 9])
@pytest.mark.parametrize("people", [*range(5, 61), *MANY])
def test_options_tell_the_same_of_others_who_chose_two(
    people: int, options: int
) -> None:
    others = (people - 1, *[0] * (options - 1))
    for own in range(1, options + 1):
        for to in range(2, options + 1):
            elsewhere = with_own(moved(others, [(1, to)]), own)
            assert told.practice(with_own(others, own)) == told.practice(elsewhere)
            assert told.purpose(with_own(others, own)) == told.purpose(elsewhere)


ANSWERED, SKIPPED, UNSURE = 1, 2, 3


@pytest.mark.parametrize(
    ("did", "does"), [(ANSWERED, SKIPPED), (SKIPPED, ANSWERED), (UNSURE, SKIPPED)]
)
@pytest.mark.parametrize("floor", [5, 8, 10, 11])
def test_what_is_withheld_tells_the_same_of_others_who_did_two_things(
    floor: int, did: int, does: int
) -> None:
    cell = told.withheld(floor)
    for people in (*range(floor, 61), *MANY):
        others = tuple((people - 1) * (did == each) for each in (1, 2, 3))
        for own in (ANSWERED, SKIPPED, UNSURE):
            before = cell(with_own(others, own))
            after = cell(with_own(moved(others, [(did, does)]), own))
            assert before in {after, None}  # none: so many answered that it is shown
