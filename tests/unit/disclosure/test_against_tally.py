"""A second look at closing: no cell is finer than as many answers may have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.audit.promise import GroupMode, Promise
from peeraudit.disclosure.against_tally import finer_than_counted
from peeraudit.disclosure.cells import (
    Alike,
    Cell,
    Cells,
    ClassReading,
    CommonestReading,
    DontKnow,
    GroupCount,
    ModalReading,
    Reading,
    Shares,
    ThemeCell,
)
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.frozen import Group
from peeraudit.tally.counts import Tallies, Tally
from tests.unit.disclosure.test_withholding import PEOPLE, answers, how_many, promises
from tests.unit.factories import (
    PW,
    make_promise,
    make_tally,
    read_question,
    role_adoption,
)

READING = role_adoption().reading
NO_SHARES = Shares(0, 0, 0)


def found(
    question: str,
    told: Reading,
    answered: int,
    *,
    floor: int = 5,
    mode: GroupMode = GroupMode.ANONYMOUS,
) -> list[str]:
    """What is found of one cell, where so many of forty answered its question."""
    group, key = read_question(question)
    option = "3" if isinstance(told, ClassReading) else "part"
    tally = make_tally(question, {option: answered} if answered else {}, people=40)
    cell = Cell(group, key.item, key.about, told, DontKnow.FEWER)
    cells = Cells((GroupCount(group, mode, 40, 40),), (cell,), ())
    return list(
        finer_than_counted(cells, Tallies({group: 40}, (tally,)), floor, READING)
    )


KINDS = [
    # what is told, and from how many answers it may be
    ("PW SE4", ClassReading("below_50", Alike.ALIKE), 5),
    ("PW SE4", ClassReading("60_to_69", Alike.SPREAD), 5),
    ("PW SE4", ClassReading("70_or_more"), 5),
    ("PW SE4", ClassReading("50_to_59"), 10),  # few answers are told as alike, too
    ("PW SE4", ClassReading("60_to_69"), 10),
    ("PW SE4", ClassReading("below_20"), 10),
    ("PW SE4", ClassReading("70_to_79"), 10),
    ("PW SE4", ClassReading("80_or_more"), 10),
    ("PW SE4", ClassReading("50_to_59", shares=NO_SHARES), 25),
    ("PW SE4", ClassReading("70_or_more", shares=NO_SHARES), 25),
    ("PW SE4", ClassReading("80_or_more", shares=NO_SHARES), 25),
    ("ST SE4 of PW", ClassReading("70_or_more"), 5),
    ("ST SE4 of PW", ClassReading("80_or_more"), 10),
    ("PW PR1", ModalReading("part"), 5),
    ("PW PR1", ModalReading(None), 5),
    ("PW RCK", CommonestReading("a"), 5),
]


@pytest.mark.parametrize(("question", "told", "least"), KINDS)
def test_a_cell_of_one_answer_too_few_is_found(
    question: str, told: Reading, least: int
) -> None:
    group, key = read_question(question)
    line = f"{group}, {key}: a cell of {least - 1} answers"
    assert found(question, told, least - 1) == [line]
    assert found(question, told, least) == []


@pytest.mark.parametrize("floor", [8, 10, 11])
@pytest.mark.parametrize(("question", "told", "least"), KINDS)
def test_no_cell_is_of_fewer_answers_than_the_floor(
    question: str, told: Reading, least: int, floor: int
) -> None:
    needed = max(least, floor)
    if isinstance(told, ClassReading) and told.alike and floor >= 10:
        return  # from ten answers it is never told how alike they are
    assert len(found(question, told, needed - 1, floor=floor)) == 1
    assert found(question, told, needed, floor=floor) == []


@pytest.mark.parametrize("score_class", ["below_50", "50_to_59", "60_to_69"])
@pytest.mark.parametrize("alike", Alike)
def test_how_alike_ten_answers_are_is_found_as_nobody_has_proved_it_safe(
    score_class: str, alike: Alike
) -> None:
    told = ClassReading(score_class, alike)
    assert found("PW SE4", told, 9) == []
    for answered in (10, 11, 25):
        assert len(found("PW SE4", told, answered)) == 1


def test_a_cell_of_a_question_that_nobody_was_asked_is_found() -> None:
    cell = Cell(PW, "SE5", None, ClassReading("70_or_more"), DontKnow.FEWER)
    cells = Cells((GroupCount(PW, GroupMode.ANONYMOUS, 9, 9),), (cell,), ())
    tallies = Tallies({PW: 9}, (make_tally("PW SE4", {"5": 9}),))
    (line,) = finer_than_counted(cells, tallies, 5, READING)
    assert line == "peer_worker, SE5: a cell of 0 answers"


def test_the_answers_to_a_guess_and_to_its_own_statement_are_told_apart() -> None:
    guess = Cell(
        PW, "SE4", Group.OTHER_STAFF, ClassReading("80_or_more"), DontKnow.FEWER
    )
    cells = Cells((GroupCount(PW, GroupMode.ANONYMOUS, 30, 30),), (guess,), ())
    tallies = (
        make_tally("PW SE4", {"5": 30}),
        make_tally("PW SE4 of ST", {"5": 9}, people=30),
    )
    (line,) = finer_than_counted(cells, Tallies({PW: 30}, tallies), 5, READING)
    assert "SE4.other_staff: a cell of 9 answers" in line


def test_every_cell_that_is_too_fine_is_named() -> None:
    items = ("SE4", "SE5", "SE6")
    told = tuple(
        Cell(PW, item, None, ClassReading("80_or_more"), DontKnow.FEWER)
        for item in items
    )
    cells = Cells((GroupCount(PW, GroupMode.ANONYMOUS, 9, 9),), told, ())
    tallies = tuple(make_tally(f"PW {item}", {"5": 9}) for item in items)
    lines = list(finer_than_counted(cells, Tallies({PW: 9}, tallies), 5, READING))
    assert [line.split(":")[0] for line in lines] == [
        f"peer_worker, {i}" for i in items
    ]


@pytest.mark.parametrize("mode", GroupMode)
def test_only_a_group_that_answers_openly_may_be_told_by_itself(
    mode: GroupMode,
) -> None:
    lines = found("PW SE4", ClassReading("80_or_more"), 1, mode=mode)
    assert bool(lines) is not mode.is_open


@given(st.data(), PEOPLE, promises())
def test_nothing_is_found_of_what_is_really_disclosed(
    data: st.DataObject, people: dict[Group, int], promise: Promise
) -> None:
    tallies = data.draw(answers(people, data.draw(how_many(people))))
    cells = disclose(tallies, promise, role_adoption())
    assert list(finer_than_counted(cells, tallies, promise.floor, READING)) == []


def one_less(tally: Tally) -> Tally:
    """The same with one answer taken away."""
    option = max(tally.counts)
    left = {**tally.counts, option: tally.counts[option] - 1}
    return Tally(tally.group, tally.key, left, tally.dont_know, tally.people)


@given(st.data(), PEOPLE, st.sampled_from([5, 8, 10, 11]))
def test_a_cell_at_the_edge_is_found_when_one_answer_is_missing(
    data: st.DataObject, people: dict[Group, int], floor: int
) -> None:
    promise = make_promise(dict.fromkeys(people, 26), floor=floor)
    tallies = data.draw(answers(people, data.draw(how_many(people))))
    cells = disclose(tallies, promise, role_adoption())
    shown = {
        (each.group, each.item, each.about)
        for each in cells.cells
        if isinstance(each, Cell)
    }
    fewer = Tallies(
        people, tuple(one_less(t) if t.valid else t for t in tallies.tallies)
    )
    edges = sum(
        tally.valid in {floor, 10, 25}
        and tally.valid >= floor
        and (tally.valid == floor or is_a_statement(tally))
        for tally in tallies.tallies
        if (tally.group, tally.key.item, tally.key.about) in shown
    )
    lines = list(finer_than_counted(cells, fewer, floor, READING))
    assert len(lines) == edges


def is_a_statement(tally: Tally) -> bool:
    return set(tally.counts) <= set("12345")


def test_the_theme_of_an_open_group_is_no_cell_of_answers() -> None:
    theme = ThemeCell(PW, "SE", 7500, 1)
    cells = Cells((GroupCount(PW, GroupMode.JOINT_SHEET, 3, 1),), (theme,), ())
    assert list(finer_than_counted(cells, Tallies({PW: 1}, ()), 5, READING)) == []
