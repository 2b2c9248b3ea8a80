"""The review of a plan, 8 weeks after its audit closed: whether it is due, or late."""

from collections.abc import Iterable
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


def review(review_on: date, actions: Iterable[Action], today: date) -> Review:
    """Say where a plan stands with its review.

    Nobody ticks a review off. It was held where each action that was due by then has
    been closed, or has got another day; and where there is a plan at all.
    """
    last = review_on + FOR_REVIEW
    if today < review_on:
        return Review.AHEAD
    if today < last:
        return Review.DUE
    plan = list(actions)
    left = any(not each.status.is_over and each.due <= last for each in plan)
    return Review.OVERDUE if left or not plan else Review.PAST
