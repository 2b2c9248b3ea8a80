"""When an owner is reminded: once before the day, once after it, once at the review."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from peeraudit.plan.action import Action, Status
from peeraudit.plan.reminders import Occasion, Reminder, due, read, write

DUE = date(2026, 6, 1)
REVIEW_ON = date(2026, 9, 1)
DAY = timedelta(days=1)
ACTION = Action("audit", "Write the role down", "team manager", DUE)


def occasions(today: date, action: Action = ACTION) -> list[Occasion]:
    return [each.occasion for each in due(action, (), REVIEW_ON, today)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (DUE - 8 * DAY, []),
        (DUE - 7 * DAY, [Occasion.SOON]),
        (DUE, [Occasion.SOON]),
        (DUE + DAY, [Occasion.OVERDUE]),
        (REVIEW_ON - DAY, [Occasion.OVERDUE]),
        (REVIEW_ON, [Occasion.OVERDUE, Occasion.REVIEW]),
        (REVIEW_ON + 14 * DAY, [Occasion.OVERDUE]),
    ],
)
def test_it_follows_from_the_day(today: date, expected: list[Occasion]) -> None:
    assert occasions(today) == expected


@pytest.mark.parametrize("today", [DUE - DAY, DUE + DAY, REVIEW_ON])
@pytest.mark.parametrize("status", [Status.COMPLETE, Status.CANCELLED])
def test_nobody_is_reminded_of_what_is_over(today: date, status: Status) -> None:
    assert occasions(today, replace(ACTION, status=status)) == []


def test_what_is_on_hold_is_asked_about_at_the_review_alone() -> None:
    held = replace(ACTION, status=Status.ON_HOLD)
    assert occasions(DUE - DAY, held) == occasions(DUE + DAY, held) == []
    assert occasions(REVIEW_ON, held) == [Occasion.REVIEW]


def test_each_goes_once_and_again_only_for_another_day() -> None:
    sent = due(ACTION, (), REVIEW_ON, DUE)
    assert due(ACTION, sent, REVIEW_ON, DUE) == ()
    moved = replace(ACTION, due=DUE + 3 * DAY)
    assert due(moved, sent, REVIEW_ON, DUE) == (
        Reminder(Occasion.SOON, moved.due, DUE),
    )


def test_what_was_sent_is_read_back_as_it_was_written() -> None:
    sent = (
        Reminder(Occasion.SOON, DUE, DUE - DAY),
        Reminder(Occasion.OVERDUE, DUE, DUE + DAY, is_refused=True),
    )
    assert read(write(sent)) == sent
    assert read(write(())) == ()


def test_what_is_kept_at_the_most_fits_its_column() -> None:
    longest = Reminder(Occasion.OVERDUE, DUE, DUE, is_refused=True)
    assert len(write([longest] * 5)) <= 200
