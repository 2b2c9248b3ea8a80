"""From tallies to cells: what is shown of whom, and what is withheld and why."""

from collections.abc import Mapping, Sequence

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import (
    AnsweredReading,
    Cell,
    Cells,
    ClassReading,
    CommonestReading,
    DontKnow,
    ExactReading,
    GroupCount,
    ModalReading,
    Reason,
    ThemeCell,
    Withheld,
)
from peeraudit.disclosure.classes import UnprovedClasses
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.tally.counts import Tallies, Tally
from tests.unit.factories import (
    MG,
    PW,
    ST,
    altered,
    make_promise,
    make_tally,
    readiness,
    role_adoption,
)

OPEN = [GroupMode.ATTRIBUTED, GroupMode.JOINT_SHEET]


def disclosed(
    *tallies: Tally,
    floor: int = 5,
    answered: Mapping[Group, int] | None = None,
    modes: Mapping[Group, GroupMode] | None = None,
    instrument: Instrument | None = None,
) -> Cells:
    """Disclose tallies; as many of a group answered as its tallies say."""
    numbers = answered or {tally.group: tally.people for tally in tallies}
    asked = {group: 4 if group in (modes or {}) else 30 for group in numbers}
    promise = make_promise(asked, floor=floor, modes=modes)
    return disclose(Tallies(numbers, tallies), promise, instrument or role_adoption())


@pytest.mark.parametrize("floor", [5, 8, 10, 11])
def test_a_group_below_the_floor_is_withheld_as_a_whole(floor: int) -> None:
    below = make_tally("PW SE4", {"4": floor - 1})
    told = disclosed(below, floor=floor)
    assert told.cells == ()
    assert told.withheld == (Withheld(PW, Reason.FEW_PEOPLE),)
    assert told.groups == (GroupCount(PW, GroupMode.ANONYMOUS, 30, None),)


@pytest.mark.parametrize("floor", [5, 8, 10, 11])
def test_a_group_at_the_floor_is_shown_with_its_number(floor: int) -> None:
    told = disclosed(make_tally("PW SE4", {"4": floor}), floor=floor)
    assert [each.group for each in told.cells] == [PW]
    assert told.withheld == ()
    assert told.groups == (GroupCount(PW, GroupMode.ANONYMOUS, 30, floor),)


def test_each_kind_of_question_is_told_in_its_own_way() -> None:
    told = disclosed(
        make_tally("ST SE4", {"4": 5}),
        make_tally("ST SE4 of PW", {"3": 5}),
        make_tally("ST RCK", {"a": 3, "b": 2}),
        make_tally("ST PR1", {"part": 3, "must_never": 2}),
    )
    fewer = DontKnow.FEWER
    middle = told.cells[1]
    assert told.cells == (
        Cell(ST, "SE4", None, ClassReading("70_or_more"), fewer),
        middle,
        Cell(ST, "RCK", None, CommonestReading("a"), fewer),
        Cell(ST, "PR1", None, ModalReading("part"), fewer),
    )
    assert isinstance(middle, Cell)
    assert (middle.item, middle.about) == ("SE4", PW)


def test_the_number_of_answers_and_not_of_people_says_how_finely() -> None:
    ten = make_tally("PW SE4", {"5": 10}, people=12)
    nine = make_tally("PW SE5", {"5": 9}, dont_know=3)
    assert readings(ten, nine) == ["80_or_more", "70_or_more"]


def readings(*tallies: Tally) -> list[str]:
    """The classes in which statements are told."""
    return [
        each.reading.score_class
        for each in disclosed(*tallies).cells
        if isinstance(each, Cell) and isinstance(each.reading, ClassReading)
    ]


@pytest.mark.parametrize(
    ("unsure", "told"), [(3, DontKnow.HALF_OR_MORE), (2, DontKnow.FEWER)]
)
def test_a_question_that_few_answered_is_withheld_but_for_who_does_not_know(
    unsure: int, told: DontKnow
) -> None:
    few = make_tally("PW SE4", {"4": 2}, dont_know=unsure, people=6)
    assert disclosed(few).cells == ()
    assert disclosed(few).withheld == (
        Withheld(PW, Reason.FEW_ANSWERS, "SE4", None, told),
    )


def test_how_many_do_not_know_is_of_everyone_who_answered() -> None:
    # 5 of 10 do not know
    told = disclosed(make_tally("PW SE4", {"4": 5}, dont_know=5))
    assert [each.dont_know for each in told.cells if isinstance(each, Cell)] == [
        DontKnow.HALF_OR_MORE
    ]


def test_a_group_for_a_view_over_teams_is_withheld_whatever_its_number() -> None:
    told = disclosed(make_tally("PW SE4", {"4": 20}), modes={PW: GroupMode.POOLED_ONLY})
    assert (told.cells, told.withheld) == ((), (Withheld(PW, Reason.PROMISE),))


@pytest.mark.parametrize("mode", OPEN)
def test_an_open_group_of_one_is_shown_exactly(mode: GroupMode) -> None:
    told = disclosed(
        make_tally("MG SE4", {"4": 1}),
        make_tally("MG SE4 of PW", {"2": 1}),
        make_tally("MG PR1", {"part": 1}),
        make_tally("MG RCK", {"b": 1}),
        modes={MG: mode},
    )
    fewer = DontKnow.FEWER
    assert told.cells == (
        Cell(MG, "SE4", None, ExactReading(75, 1), fewer),
        Cell(MG, "SE4", PW, ExactReading(25, 1), fewer),
        Cell(MG, "PR1", None, AnsweredReading({"part": 1}), fewer),
        Cell(MG, "RCK", None, AnsweredReading({"b": 1}), fewer),
        ThemeCell(MG, "SE", 7500, items=1),
    )
    assert told.groups == (GroupCount(MG, mode, 4, 1),)


@pytest.mark.parametrize("mode", OPEN)
def test_an_open_group_that_did_not_answer_is_named_as_such(mode: GroupMode) -> None:
    told = disclosed(answered={MG: 0}, modes={MG: mode})
    assert told.withheld == (Withheld(MG, Reason.NOBODY),)
    assert told.groups == (GroupCount(MG, mode, 4, 0),)


def support(*answers: int | None) -> Sequence[Tally]:
    """How one manager answered statements about support; none was skipped."""
    return [
        make_tally(f"MG SP{number}", {} if step is None else {str(step): 1}, people=1)
        for number, step in enumerate(answers, 1)
    ]


def test_a_statement_that_no_rule_reads_counts_in_an_open_groups_theme_alone() -> None:
    assert "SP1" not in role_adoption().named_by_rules
    assert "SP5" in role_adoption().named_by_rules
    told = disclosed(*support(5, 5, 5, 5, 1, 1, 1, 1), modes={MG: GroupMode.ATTRIBUTED})
    # (4 x 100 + 4 x 0) / 8 = 50, in hundredths
    assert ThemeCell(MG, "SP", 5000, items=8) in told.cells
    named = {each.item for each in told.cells if isinstance(each, Cell)}
    assert named == {"SP3", "SP4", "SP5", "SP6", "SP7"}


def test_an_item_is_named_by_rules_whether_they_find_something_or_not() -> None:
    named = role_adoption().named_by_rules
    assert {"SE8", "ID3", "PR1", "RCK"} <= named  # F07, a note of F12, F17, F01


def test_an_open_groups_theme_needs_half_of_its_statements() -> None:
    four_of_eight = disclosed(
        *support(4, 4, 4, 5, None, None, None, None), modes={MG: GroupMode.ATTRIBUTED}
    )
    # (3 x 75 + 100) / 4 = 81.25
    assert ThemeCell(MG, "SP", 8125, items=4) in four_of_eight.cells
    three_of_eight = disclosed(
        *support(4, 4, 4, None, None, None, None, None),
        modes={MG: GroupMode.ATTRIBUTED},
    )
    assert [each for each in three_of_eight.cells if isinstance(each, ThemeCell)] == []


@pytest.mark.parametrize(
    ("answers", "hundredths"),
    [
        ((4, 4, 4, 4, 4, 4, 5), 7857),  # (6 x 75 + 100) / 7 = 78.5714...
        ((5, 5, 5, 5, 4, 4, 4), 8929),  # (4 x 100 + 3 x 75) / 7 = 89.2857...
    ],
)
def test_an_open_groups_theme_is_rounded_to_hundredths(
    answers: tuple[int, ...], hundredths: int
) -> None:
    told = disclosed(*support(*answers), modes={MG: GroupMode.ATTRIBUTED})
    assert ThemeCell(MG, "SP", hundredths, items=7) in told.cells


def test_a_guess_is_in_no_theme() -> None:
    guess = make_tally("MG SP4 of PW", {"1": 1})
    told = disclosed(*support(5, 5, 5, 5), guess, modes={MG: GroupMode.ATTRIBUTED})
    assert ThemeCell(MG, "SP", 10000, items=4) in told.cells


def test_without_theme_scores_an_open_group_has_no_themes() -> None:
    told = disclosed(
        make_tally("MG DP2", {"4": 1}),
        modes={MG: GroupMode.ATTRIBUTED},
        instrument=readiness(),
    )
    assert [each for each in told.cells if isinstance(each, ThemeCell)] == []


def test_a_question_that_an_open_group_did_not_answer_has_no_cell() -> None:
    skipped = make_tally("MG SE4", {}, dont_know=1)
    assert disclosed(skipped, modes={MG: GroupMode.ATTRIBUTED}).cells == ()


def test_nothing_is_disclosed_in_classes_that_nobody_has_proved() -> None:
    reading = role_adoption().reading
    swapped = reading.model_copy(update={"coarse_classes": reading.fine_classes})
    instrument = altered(role_adoption(), reading=swapped)
    with pytest.raises(UnprovedClasses):
        disclosed(make_tally("PW SE4", {"4": 5}), instrument=instrument)
