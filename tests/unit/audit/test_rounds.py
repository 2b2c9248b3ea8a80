"""Rounds of one team lie 90 days apart, and no one leaver is read from a change."""

from dataclasses import replace
from datetime import timedelta

import pytest

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.audit.rounds import may_tell_change, too_near
from tests.unit.factories import CLOSES, PW, make_audit, make_promise

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
UNTOLD = [State.DRAFT]
LAUNCHED = [state for state in State if state not in UNTOLD]


def another(after: timedelta, state: State = State.RELEASED) -> Audit:
    """Another round of the team, which closes so long after the usual one."""
    promise = make_promise(closes_at=CLOSES + after)
    return replace(make_audit(promise, state=state), id="ba9876543210")


@pytest.mark.parametrize(
    ("apart", "near"),
    [
        (0 * DAY, True),
        (DAY, True),
        (90 * DAY - MINUTE, True),
        (90 * DAY, False),
        (400 * DAY, False),
    ],
)
@pytest.mark.parametrize("way", [1, -1])
def test_two_rounds_within_90_days_are_too_near(
    apart: timedelta, way: int, *, near: bool
) -> None:
    other = another(way * apart)
    assert too_near(make_audit(), [other]) is (other if near else None)


@pytest.mark.parametrize("state", State)
def test_a_round_counts_from_its_launch_on(state: State) -> None:
    other = another(30 * DAY, state)
    assert too_near(make_audit(), [other]) is (other if state in LAUNCHED else None)


def test_an_audit_is_not_too_near_itself() -> None:
    assert too_near(make_audit(), [make_audit()]) is None


def test_one_round_that_is_too_near_is_found_among_others() -> None:
    near = another(-20 * DAY)
    others = [another(-200 * DAY), make_audit(), near, another(95 * DAY)]
    assert too_near(make_audit(), others) is near
    assert too_near(make_audit(), []) is None


@pytest.mark.parametrize(
    ("then", "now", "changed", "told"),
    [
        # from ten people up, in both rounds, one or two cannot be read
        (10, 10, 1, True),
        (10, 10, None, True),
        (12, 10, 2, True),
        # ten in one of the two rounds are not enough
        (9, 10, 1, False),
        (10, 9, 1, False),
        # below ten, nobody or more than two
        (9, 9, 0, True),
        (9, 9, 1, False),
        (9, 9, 2, False),
        (9, 9, 3, True),
        (5, 5, 5, True),
        # not known is not nobody
        (9, 9, None, False),
        # fewer are said to have changed than the numbers show
        (9, 8, 0, False),
        (7, 9, 0, False),
        (9, 6, 0, True),
        # one came, and three left or came beside
        (6, 7, 3, True),
    ],
)
def test_a_change_is_told_where_one_or_two_cannot_be_read_from_it(
    then: int, now: int, changed: int | None, *, told: bool
) -> None:
    group = GroupPromise(PW, now, changed=changed)
    assert may_tell_change(then, group) is told


@pytest.mark.parametrize("mode", GroupMode)
def test_it_is_the_numbers_that_decide_and_not_the_mode(mode: GroupMode) -> None:
    assert may_tell_change(4, GroupPromise(PW, 4, mode, 0))
    assert not may_tell_change(4, GroupPromise(PW, 4, mode, 1))
