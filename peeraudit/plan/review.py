"""The review of a plan, 8 weeks after its audit closed: whether it is due, or late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from peeraudit.plan.action import Action

FOR_REVIEW = timedelta(days=14)
"""How long a team has to hold its review (our judgement)."""


class Review(StrEnum):
    """Where a plan stands with its review."""

    AHEAD = "ahead"
    DUE = "due"
    OVERDUE = "overdue"
    PAST = "past"
    """Its time is over, and nothing that was due by then is still open."""


@dataclass(frozen=True, slots=True)
class PlanSize:
    """How much there is of a plan, and how much of it is left to do."""

    actions: int
    left: int
    next_due: date | None = None
    """The first day of what is left; none where nothing is."""


def size_of(actions: Iterable[Action]) -> PlanSize:
    """Return how much there is of a plan."""
    plan = list(actions)
    left = [each.due for each in plan if not each.status.is_over]
    return PlanSize(len(plan), len(left), min(left, default=None))


def review(review_on: date, plan: PlanSize, today: date) -> Review:
    """Say where a plan stands with its review.

    Nobody ticks a review off. It was held where each action that was due by then has
    been closed, or has got another day; and where there is a plan at all.
    """
    last = review_on + FOR_REVIEW
    if today < review_on:
        return Review.AHEAD
    if today < last:
        return Review.DUE
    is_left = plan.next_due is not None and plan.next_due <= last
    return Review.OVERDUE if is_left or not plan.actions else Review.PAST
