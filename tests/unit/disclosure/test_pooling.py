"""A view over teams: enough teams and answers, none over half, for each question."""

from collections import Counter
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import (
    Cell,
    Cells,
    ClassReading,
    CommonestReading,
    DontKnow,
    GroupCount,
    ModalReading,
    Reason,
    Shares,
    Withheld,
)
from peeraudit.disclosure.classes import UnprovedClasses, class_reading
from peeraudit.disclosure.pooling import CannotPool, WaitingTeam, pool
from peeraudit.tally.counts import Tallies, Tally
from tests.unit.factories import (
    PW,
    altered,
    make_tally,
    role_adoption,
)

NO_FLOOR_OF_ITS_OWN = 5
"""What the teams were promised, where nothing else is said: less than a view needs."""


def team(*tallies: Tally) -> Tallies:
    """One team; as many of it answered as its first question says."""
    return Tallies({PW: tallies[0].people}, tallies)


def of(*numbers: int, step: str = "2") -> list[Tallies]:
    """Teams of which so many answered one statement, all of them the same."""
    return [team(make_tally("PW SE4", {step: n} if n else {})) for n in numbers]


def pooled(teams: Sequence[Tallies], floor: int = NO_FLOOR_OF_ITS_OWN) -> Cells:
    """Make a view of teams in which 99 were asked."""
    silent = 99 - sum(each.answered[PW] for each in teams)
    waiting = [
        WaitingTeam(each, each.answered[PW] + (silent if n == 0 else 0), floor=floor)
        for n, each in enumerate(teams)
    ]
    return pool(waiting, PW, role_adoption())


def only(cells: Cells) -> Cell:
    (cell,) = cells.cells
    assert isinstance(cell, Cell)
    return cell


@pytest.mark.parametrize(
    "numbers", [(), (12,), (6, 6), (6, 6, 0), (8, 8, 0, 0), (0, 0, 0)]
)
def test_fewer_than_three_teams_with_answers_are_no_view(
    numbers: tuple[int, ...],
) -> None:
    with pytest.raises(CannotPool, match="answers from 3 teams or more"):
        pooled(of(*numbers))


@pytest.mark.parametrize("numbers", [(4, 3, 3), (6, 5, 1), (4, 4, 4, 0), (1,) * 10])
def test_three_teams_with_answers_are_a_view_whoever_else_is_silent(
    numbers: tuple[int, ...],
) -> None:
    told = pooled(of(*numbers))
    assert told.groups == (GroupCount(PW, GroupMode.POOLED_ONLY, 99, 10),)
    assert only(told).item == "SE4"
    assert told.withheld == ()


@pytest.mark.parametrize(
    ("numbers", "floor", "least"),
    [
        ((3, 3, 3), 5, 10),  # a floor of five is not enough over teams
        ((3, 3, 3), 8, 10),
        ((3, 3, 3), 10, 10),
        ((4, 3, 3), 11, 11),
    ],
)
def test_ten_answers_are_needed_and_more_where_a_team_was_promised_more(
    numbers: tuple[int, ...], floor: int, least: int
) -> None:
    with pytest.raises(CannotPool, match=f"at least {least} answers"):
        pooled(of(*numbers), floor)
    first, *rest = numbers
    assert only(pooled(of(first + 1, *rest), floor)).item == "SE4"


@pytest.mark.parametrize(
    ("largest", "others"),
    [(5, (3, 2)), (5, (4, 1)), (6, (3, 3)), (50, (25, 25)), (51, (26, 25))],
)
def test_a_team_may_be_half_of_a_view_and_not_one_answer_more(
    largest: int, others: tuple[int, int]
) -> None:
    assert only(pooled(of(*others, largest))).item == "SE4"
    with pytest.raises(CannotPool, match="more than half of it"):
        pooled(of(*others, largest + 1))


@pytest.mark.parametrize("numbers", [(6, 6), (3, 3, 3), (9, 3, 3)])
def test_a_refusal_tells_no_team_and_no_number_of_its_own(
    numbers: tuple[int, ...],
) -> None:
    with pytest.raises(CannotPool) as refused:
        pooled(of(*numbers))
    rules = {"3", "10"}
    assert {each for each in str(refused.value).split() if each.isdigit()} <= rules
    for turned in permutations(numbers):
        with pytest.raises(CannotPool, match=str(refused.value)):
            pooled(of(*turned))


def split(step: str, *numbers: int, people: int = 6) -> list[Tallies]:
    """Teams of six, of which so many answered one statement, and all another."""
    return [
        team(
            make_tally("PW SE4", {step: n} if n else {}, people=people),
            make_tally("PW SE5", {"4": people}, people=people),
        )
        for n in numbers
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        (5, 5, 0),  # two teams
        (4, 3, 2),  # nine answers
        (6, 3, 2),  # one over half
        (0, 0, 0),
    ],
)
def test_a_question_is_held_to_the_same_rules_as_the_view(
    numbers: tuple[int, ...],
) -> None:
    told = pooled(split("2", *numbers))
    assert only(told).item == "SE5"
    assert told.withheld == (
        Withheld(PW, Reason.FEW_ANSWERS, "SE4", None, DontKnow.FEWER),
    )
    assert told.groups[0].answered == 10


@pytest.mark.parametrize("numbers", [(4, 3, 3), (5, 3, 2), (6, 3, 3)])
def test_a_question_that_enough_answered_is_shown(numbers: tuple[int, ...]) -> None:
    told = pooled(split("2", *numbers))
    assert {each.item for each in told.cells if isinstance(each, Cell)} == {
        "SE4",
        "SE5",
    }


def test_a_question_needs_as_many_answers_as_any_team_was_promised() -> None:
    told = pooled(split("2", 4, 3, 3), floor=11)
    assert [each.item for each in told.withheld] == ["SE4"]


@pytest.mark.parametrize(
    ("unsure", "told"),
    [((2, 2, 2), DontKnow.HALF_OR_MORE), ((2, 2, 1), DontKnow.FEWER)],
)
@pytest.mark.parametrize("valid", [2, 0])
def test_who_does_not_know_is_told_of_everyone_in_the_view(
    unsure: tuple[int, ...], valid: int, told: DontKnow
) -> None:
    # 6 or 5 of 12, whether the question is shown or not
    teams = [
        team(make_tally("PW SE4", {"2": valid} if valid else {}, dont_know=n, people=4))
        for n in unsure
    ]
    cells = pooled(teams)
    assert [each.dont_know for each in cells.withheld] == [told]


def test_who_does_not_know_is_told_of_a_question_that_is_shown_too() -> None:
    teams = [
        team(make_tally("PW SE4", {"2": 4}, dont_know=n, people=8)) for n in (4, 4, 4)
    ]
    assert only(pooled(teams)).dont_know is DontKnow.HALF_OR_MORE
    teams = [
        team(make_tally("PW SE4", {"2": 4}, dont_know=n, people=8)) for n in (4, 4, 3)
    ]
    assert only(pooled(teams)).dont_know is DontKnow.FEWER


def test_guesses_are_left_out_as_they_are_about_other_people_in_each_team() -> None:
    teams = [
        team(make_tally("PW SE4", {"2": 4}), make_tally("PW SE4 of ST", {"5": 4}))
        for _ in range(3)
    ]
    told = pooled(teams)
    assert (only(told).item, only(told).about) == ("SE4", None)
    assert told.withheld == ()


def test_ten_answers_are_told_in_ten_points_and_twenty_five_in_shares() -> None:
    assert only(pooled(of(4, 3, 3))).reading == ClassReading("20_to_29")
    assert only(pooled(of(8, 8, 8))).reading == ClassReading("20_to_29")
    assert only(pooled(of(9, 8, 8))).reading == ClassReading(
        "20_to_29", shares=Shares(90, 0, 0)
    )


def test_practices_and_purposes_are_pooled_in_their_own_ways() -> None:
    told = pooled(
        [
            team(
                make_tally("PW PR1", {"part": part, "not_part": 4 - part}),
                make_tally("PW RCK", {"a": 2, "b": 1, "c": 1}),
            )
            for part in (4, 3, 1)
        ]
    )
    assert [each.reading for each in told.cells if isinstance(each, Cell)] == [
        ModalReading("part"),  # 8 of 12
        CommonestReading("a"),
    ]


STEPS = st.lists(st.sampled_from("12345"), min_size=4, max_size=4)


@given(st.lists(STEPS, min_size=3, max_size=5))
def test_a_cell_is_that_of_all_answers_together_in_whatever_order_of_teams(
    said: list[list[str]],
) -> None:
    teams = [team(make_tally("PW SE4", Counter(each))) for each in said]
    together = Counter(step for each in said for step in each)
    expected = class_reading(together, role_adoption().reading)
    assert only(pooled(teams)).reading == expected
    assert pooled(teams[::-1]) == pooled(teams)


NUMBERS = st.lists(st.integers(0, 6), min_size=3, max_size=5)


@given(
    NUMBERS, NUMBERS.flatmap(lambda n: st.tuples(*[st.sampled_from("12345")] * len(n)))
)
def test_what_is_withheld_depends_on_numbers_and_never_on_answers(
    numbers: list[int], steps: tuple[str, ...]
) -> None:
    def told(say: Sequence[str]) -> tuple[bool, ...]:
        teams = [
            team(
                make_tally("PW SE4", {step: n} if n else {}, people=6),
                make_tally("PW SE5", {"4": 6}),
            )
            for n, step in zip(numbers, say, strict=False)
        ]
        return tuple(each.item == "SE4" for each in pooled(teams).withheld)

    padded = (*steps, *"33333")[: len(numbers)]
    assert told(padded) == told("3" * len(numbers))


def test_nothing_is_pooled_in_classes_that_nobody_has_proved() -> None:
    reading = role_adoption().reading
    finer = reading.coarse_classes[0].model_copy(update={"high": 45})
    swapped = reading.model_copy(
        update={"coarse_classes": (finer, *reading.coarse_classes[1:])}
    )
    teams = [WaitingTeam(each, 4) for each in of(4, 4, 4)]
    with pytest.raises(UnprovedClasses):
        pool(teams, PW, altered(role_adoption(), reading=swapped))
