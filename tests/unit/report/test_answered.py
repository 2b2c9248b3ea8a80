"""Who answered: groups that answer openly, together, or only over several teams."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import GroupCount, Reason, Withheld
from peeraudit.instrument.frozen import Group
from peeraudit.release.release import Release
from peeraudit.report.answered import Answered, answered, answered_table
from peeraudit.report.reader import Reader
from tests.unit.factories import MG, PW, ST, SU, make_promise, make_release

POOLED_LATER = " What they say may still count in a view over several teams."
OPENLY_TOGETHER = "Openly, from one sheet filled in together"
PEERS = GroupCount(PW, GroupMode.JOINT_SHEET, 3, 1)


def told(
    *groups: GroupCount,
    withheld: Mapping[Group, Reason] | None = None,
    pooling: bool = False,
    floor: int = 5,
) -> Answered:
    """Who answered, in a team of these groups."""
    return answered(
        Reader(release(*groups, withheld=withheld, pooling=pooling, floor=floor))
    )


def release(
    *groups: GroupCount,
    withheld: Mapping[Group, Reason] | None = None,
    pooling: bool = False,
    floor: int = 5,
) -> Release:
    promise = make_promise(pooling=pooling, floor=floor)
    hidden = tuple(Withheld(group, why) for group, why in (withheld or {}).items())
    made = make_release({}, promise=promise)
    return replace(made, groups=groups, withheld=hidden)


def line(found: Answered) -> list[str]:
    """The only line of the table."""
    (row,) = found.table.rows
    return [row.head, *(each.text for each in row.entries)]


def count(group: Group, mode: GroupMode, asked: int, n: int | None) -> GroupCount:
    return GroupCount(group, mode, asked, n)


@pytest.mark.parametrize(
    ("group", "withheld", "expected"),
    [
        (
            count(PW, GroupMode.JOINT_SHEET, 3, 1),
            None,
            [
                "Peer workers",
                "3",
                "1 sheet",
                "Openly, from one sheet filled in together",
            ],
        ),
        (
            count(PW, GroupMode.JOINT_SHEET, 3, 0),
            Reason.NOBODY,
            ["Peer workers", "3", "0", "Not shown"],
        ),
        (
            count(MG, GroupMode.ATTRIBUTED, 2, 2),
            None,
            ["Managers", "2", "2", "Openly, as agreed before"],
        ),
        (
            count(MG, GroupMode.ATTRIBUTED, 2, 0),
            Reason.NOBODY,
            ["Managers", "2", "0", "Not shown"],
        ),
        (
            count(PW, GroupMode.POOLED_ONLY, 4, None),
            Reason.PROMISE,
            ["Peer workers", "4", "Fewer than 5", "Only in a view over several teams"],
        ),
        (
            count(SU, GroupMode.POOLED_ONLY, 9, 8),
            Reason.PROMISE,
            [
                "People who use the service",
                "9",
                "8",
                "Only in a view over several teams",
            ],
        ),
        (
            count(PW, GroupMode.ANONYMOUS, 4, None),
            Reason.FEW_PEOPLE,
            ["Peer workers", "4", "Fewer than 5", "Not shown"],
        ),
        (
            count(ST, GroupMode.ANONYMOUS, 9, 7),
            None,
            ["Other staff", "9", "7", "In broad bands"],
        ),
    ],
)
def test_each_group_is_told_as_it_was_promised(
    group: GroupCount, withheld: Reason | None, expected: list[str]
) -> None:
    hidden = {group.group: withheld} if withheld else {}
    assert line(told(group, withheld=hidden, pooling=True)) == expected


def test_a_higher_floor_is_the_number_that_is_told() -> None:
    found = told(
        count(PW, GroupMode.ANONYMOUS, 9, None),
        withheld={PW: Reason.FEW_PEOPLE},
        floor=10,
    )
    assert line(found)[2] == "Fewer than 10"
    assert found.withheld == ("Peer workers: not shown. Fewer than 10 answered.",)
    assert "only from 10 answers up" in found.why


def test_on_the_first_page_the_table_has_numbers_alone() -> None:
    table = answered_table(Reader(release(PEERS)), with_modes=False)
    assert table.columns == ("Group", "Asked", "Answered")
    assert [len(row.entries) for row in table.rows] == [2]


def test_there_is_a_line_for_each_group_in_the_instruments_order_and_no_total() -> None:
    groups = [count(each, GroupMode.ANONYMOUS, 9, 7) for each in reversed(Group)]
    heads = [row.head for row in told(*groups).table.rows]
    assert heads == [
        "Managers",
        "Peer workers",
        "Other staff",
        "People who use the service",
    ]


FEW = (count(PW, GroupMode.ANONYMOUS, 4, None), count(ST, GroupMode.ANONYMOUS, 4, None))


@pytest.mark.parametrize("pooling", [True, False])
def test_with_pooling_hidden_groups_are_told_that_they_may_still_count(
    *, pooling: bool
) -> None:
    one = told(*FEW[:1], withheld={PW: Reason.FEW_PEOPLE}, pooling=pooling)
    more = POOLED_LATER if pooling else ""
    assert one.withheld == (f"Peer workers: not shown. Fewer than 5 answered.{more}",)
    both = told(
        *FEW, withheld=dict.fromkeys((PW, ST), Reason.FEW_PEOPLE), pooling=pooling
    )
    assert both.withheld == (
        "Peer workers and other staff: not shown. Fewer than 5 of each group "
        f"answered.{more}",
    )


@pytest.mark.parametrize(
    ("mode", "reason", "words"),
    [
        (
            GroupMode.POOLED_ONLY,
            Reason.PROMISE,
            "Peer workers: not shown here. As promised, what they say counts only in a "
            "view over several teams.",
        ),
        (
            GroupMode.JOINT_SHEET,
            Reason.NOBODY,
            "Peer workers: not shown. Nobody answered.",
        ),
    ],
)
def test_only_groups_that_too_few_answered_are_told_of_pooling_again(
    mode: GroupMode, reason: Reason, words: str
) -> None:
    found = told(count(PW, mode, 4, 0), withheld={PW: reason}, pooling=True)
    assert found.withheld == (words,)


def test_a_question_that_too_few_answered_does_not_count_elsewhere() -> None:
    made = release(count(ST, GroupMode.ANONYMOUS, 9, 7), pooling=True)
    few = Withheld(ST, Reason.FEW_ANSWERS, "SE4")
    found = answered(Reader(replace(made, withheld=(few,))))
    assert found.withheld == (
        "Other staff: 1 question is not shown. Fewer than 5 answered.",
    )


def test_where_something_is_hidden_small_groups_read_how_they_may_be_heard() -> None:
    found = told(*FEW[:1], withheld={PW: Reason.FEW_PEOPLE}, pooling=True)
    assert any("give one view, openly and together" in each for each in found.instead)
    assert found.instead[-1] == (
        "A view over several teams can show what one small team cannot."
    )
    assert told(PEERS).instead == ()
