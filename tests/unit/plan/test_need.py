"""What needs doing first, and whether a plan was reviewed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from peeraudit.plan.action import Action, Status
from peeraudit.plan.need import Need, by_need, need
from peeraudit.plan.review import Review, review, size_of

TODAY = date(2026, 5, 4)
DAY = timedelta(days=1)
ACTION = Action("audit", "Write the role down", "team manager", TODAY, id="a")


@pytest.mark.parametrize(
    ("days", "status", "expected"),
    [
        (-1, Status.NOT_STARTED, Need.OVERDUE),
        (-1, Status.ON_HOLD, Need.OVERDUE),
        (-1, Status.COMPLETE, Need.OVER),
        (0, Status.IN_PROGRESS, Need.SOON),
        (14, Status.NOT_STARTED, Need.SOON),
        (15, Status.NOT_STARTED, Need.LATER),
        (3, Status.ON_HOLD, Need.ON_HOLD),
        (3, Status.CANCELLED, Need.OVER),
    ],
)
def test_it_follows_from_the_day_and_the_status(
    days: int, status: Status, expected: Need
) -> None:
    action = replace(ACTION, due=TODAY + days * DAY, status=status)
    assert need(action, TODAY) is expected


def test_what_is_overdue_stands_first_and_the_oldest_before_others() -> None:
    over = replace(ACTION, id="over", status=Status.COMPLETE)
    late = replace(ACTION, id="late", due=TODAY - DAY)
    later = replace(ACTION, id="later", due=TODAY - 9 * DAY)
    found = by_need([over, ACTION, late, later], TODAY)
    assert list(found) == [Need.OVERDUE, Need.SOON, Need.OVER]
    assert [each.id for each in found[Need.OVERDUE]] == ["later", "late"]


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [(-1, Review.AHEAD), (0, Review.DUE), (1, Review.DUE), (2, Review.OVERDUE)],
)
def test_a_review_is_late_after_two_weeks_while_something_is_open(
    weeks: int, expected: Review
) -> None:
    assert review(TODAY, size_of([ACTION]), TODAY + weeks * 7 * DAY) is expected


@pytest.mark.parametrize(
    "action",
    [
        replace(ACTION, status=Status.CANCELLED),
        replace(ACTION, due=TODAY + 30 * DAY),
    ],
)
def test_a_review_is_past_once_all_is_closed_or_has_another_day(action: Action) -> None:
    assert review(TODAY, size_of([action]), TODAY + 14 * DAY) is Review.PAST


def test_a_review_of_no_plan_at_all_is_late() -> None:
    assert review(TODAY, size_of([]), TODAY + 14 * DAY) is Review.OVERDUE
