"""Modes: what each is for, how many sheets it has, and who may choose to be pooled."""

import pytest

from peeraudit.audit.promise import FLOORS, GroupMode, GroupPromise, Promise
from tests.unit.factories import CLOSES, MG, PW, ST, make_promise

ANONYMOUS, ATTRIBUTED, JOINT, POOLED = GroupMode
OPEN = [ATTRIBUTED, JOINT]
EVERY_FLOOR = pytest.mark.parametrize("floor", FLOORS)


def promised(mode: GroupMode, asked: int, *, floor: int = 5) -> GroupPromise:
    """What one group is promised, in an audit with pooling."""
    promise = make_promise({PW: asked}, floor=floor, modes={PW: mode}, pooling=True)
    return promise.group[PW]


@pytest.mark.parametrize(
    ("mode", "said"), [(ATTRIBUTED, "attributed"), (JOINT, "joint sheet")]
)
@EVERY_FLOOR
def test_who_can_be_anonymous_may_not_be_asked_to_answer_openly(
    mode: GroupMode, said: str, floor: int
) -> None:
    assert promised(mode, floor - 1, floor=floor).mode is mode
    with pytest.raises(ValueError, match=f"{said} is for fewer than {floor}"):
        promised(mode, floor, floor=floor)


def test_one_person_fills_in_no_sheet_together() -> None:
    with pytest.raises(ValueError, match="one person fills in no sheet together"):
        promised(JOINT, 1)
    assert promised(ATTRIBUTED, 1).sheets == 1


@pytest.mark.parametrize("asked", [1, 4, 5, 40])
def test_a_group_of_any_size_may_be_for_a_view_over_teams_alone(asked: int) -> None:
    assert promised(POOLED, asked).mode is POOLED


def test_pooled_only_without_pooling_would_show_nothing_anywhere() -> None:
    group = GroupPromise(PW, 6, POOLED)
    with pytest.raises(ValueError, match="pooled only needs an audit with pooling"):
        Promise(5, CLOSES, (group,))
    assert Promise(5, CLOSES, (group,), pooling=True).group[PW] is group


def test_one_group_that_cannot_be_kept_refuses_the_whole_promise() -> None:
    with pytest.raises(ValueError, match="joint sheet"):
        make_promise({MG: 6, PW: 6, ST: 6}, modes={ST: JOINT})


@pytest.mark.parametrize(
    ("mode", "asked", "sheets"),
    [
        (ANONYMOUS, 7, 7),
        (ATTRIBUTED, 2, 2),
        (JOINT, 2, 1),
        (JOINT, 4, 1),
        (POOLED, 9, 9),
    ],
)
def test_a_joint_sheet_is_one_and_everyone_else_has_their_own(
    mode: GroupMode, asked: int, sheets: int
) -> None:
    assert promised(mode, asked).sheets == sheets


@pytest.mark.parametrize("mode", GroupMode)
@pytest.mark.parametrize("pooling", [True, False])
def test_only_an_anonymous_group_chooses_and_only_with_pooling(
    mode: GroupMode, *, pooling: bool
) -> None:
    if mode is POOLED and not pooling:
        return  # there is no such promise
    promise = make_promise({PW: 4, MG: 4}, modes={PW: mode}, pooling=pooling)
    assert promise.offers_choice(PW) is (pooling and mode is ANONYMOUS)
    assert promise.offers_choice(MG) is pooling


@pytest.mark.parametrize("asked", [1, 4, 5, 40])
def test_whether_there_is_a_choice_does_not_depend_on_how_many_there_are(
    asked: int,
) -> None:
    assert make_promise({PW: asked}, pooling=True).offers_choice(PW)


def test_comments_are_asked_for_where_somebody_reads_them() -> None:
    assert make_promise(comments_read_by="A peer lead").comments is True
    assert make_promise().comments is False


def test_nobody_has_said_who_came_or_left_unless_they_have() -> None:
    assert make_promise({PW: 4}).group[PW].changed is None
    assert make_promise({PW: 4}, changed={PW: 0}).group[PW].changed == 0
