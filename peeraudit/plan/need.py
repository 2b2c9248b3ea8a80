"""What needs doing first: the actions of a plan, in the order to look at them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from peeraudit.plan.action import Action, Status

SOON = timedelta(days=14)
"""How near a day is that is called soon (our judgement)."""


class Need(StrEnum):
    """What there is to do about an action, the most pressing first."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    ON_HOLD = "on_hold"
    OVER = "over"


def need(action: Action, today: date) -> Need:
    """Say what there is to do about an action."""
    if action.status.is_over:
        return Need.OVER
    # Also where it is on hold: the team had set this day, and has to set another.
    if action.is_overdue(today):
        return Need.OVERDUE
    if action.status is Status.ON_HOLD:
        return Need.ON_HOLD
    return Need.SOON if action.due <= today + SOON else Need.LATER


def by_need(
    actions: Iterable[Action], today: date
) -> Mapping[Need, tuple[Action, ...]]:
    """Return actions by what there is to do, each by the day it is due."""
    every = sorted(actions, key=lambda each: (each.due, each.what, each.id))
    found = {
        each: tuple(action for action in every if need(action, today) is each)
        for each in Need
    }
    return {each: held for each, held in found.items() if held}
