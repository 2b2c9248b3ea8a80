"""The proof reads answers as the product does: as finely, and no finer."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.disclosure.cells import Alike, ClassReading
from peeraudit.disclosure.proof import readings
from peeraudit.disclosure.proof.shipped import Read
from peeraudit.disclosure.proof.worlds import every_world
from tests.unit.disclosure.proof import told
from tests.unit.disclosure.worlds import World, worlds

HOW = {None: 0, Alike.SPREAD: 1, Alike.ALIKE: 2}


def number(told_as: ClassReading) -> tuple[int, int, int]:
    """What the proof should make of what the product tells of a statement."""
    ids = [each.id for each in told.FINEST.fine_classes]
    if told_as.shares is not None:
        shares = told_as.shares
        bands = 10 * shares.disagree + shares.neither + shares.agree // 10
        return 2, ids.index(told_as.score_class), bands
    if told_as.score_class in ids and told_as.alike is None:
        return 1, ids.index(told_as.score_class), 0
    ids = [each.id for each in told.FINEST.coarse_classes]
    return 0, ids.index(told_as.score_class), HOW[told_as.alike]


def read(reading: Read, each: list[World]) -> list[int]:
    """The numbers that the proof gives to worlds of as many people."""
    return [int(n) for n in reading(np.array(each, dtype=np.int32).T)]


def up_to_twelve(answers: int) -> Iterator[list[World]]:
    """Every world of five people, of six, and so on."""
    for people in range(5, 13):
        yield list(worlds(people, answers))


@st.composite
def large(draw: st.DrawFn, answers: int) -> World:
    """A world of many people, with nearly all of them on one side now and then."""
    people = draw(st.integers(13, 300))
    weights = [draw(st.sampled_from((0, 1, 2, 30))) for _ in range(answers)]
    counts = [people * weight // max(sum(weights), 1) for weight in weights]
    counts[draw(st.integers(0, answers - 1))] += people - sum(counts)
    return tuple(counts)


@pytest.mark.parametrize(("people", "answers"), [(5, 5), (12, 5), (7, 6), (1, 2)])
def test_every_world_is_there_once(people: int, answers: int) -> None:
    columns = [tuple(map(int, each)) for each in every_world(people, answers).T]
    assert columns == list(worlds(people, answers))


def test_a_statement_is_read_as_the_product_reads_it() -> None:
    for each in up_to_twelve(5):
        expected = [
            int(readings.together(*number(told.statement(world)))[0]) for world in each
        ]
        assert read(readings.statement, each) == expected


@given(large(5))
def test_a_statement_to_many_people_is_read_as_the_product_reads_it(
    world: World,
) -> None:
    expected = readings.together(*number(told.statement(world)))
    assert read(readings.statement, [world]) == list(expected)


@pytest.mark.parametrize(
    ("reading", "product", "answers"),
    [
        *((readings.most_say, told.practice, options) for options in (2, 3, 4)),
        *((readings.commonest, told.purpose, options) for options in (2, 3, 6)),
    ],
)
def test_options_are_read_as_the_product_reads_them(
    reading: Read, product: told.Told, answers: int
) -> None:
    for each in up_to_twelve(answers):
        said = [product(world) for world in each]
        expected = [0 if option is None else 1 + int(str(option)) for option in said]
        assert read(reading, each) == expected


@given(st.one_of(large(2), large(3)))
def test_a_practice_of_many_people_is_read_as_the_product_reads_it(
    world: World,
) -> None:
    option = told.practice(world)
    expected = 0 if option is None else 1 + int(str(option))
    assert read(readings.most_say, [world]) == [expected]


@given(st.one_of(large(2), large(6)))
def test_a_purpose_of_many_people_is_read_as_the_product_reads_it(world: World) -> None:
    option = told.purpose(world)
    expected = 0 if option is None else 1 + int(str(option))
    assert read(readings.commonest, [world]) == [expected]
