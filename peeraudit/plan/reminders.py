"""When whoever owns an action is reminded: before its day, after it, at the review."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from peeraudit.plan.action import Action, Status
from peeraudit.plan.review import FOR_REVIEW

BEFORE = timedelta(days=7)
"""How long before its day somebody is reminded of an action."""


class Occasion(StrEnum):
    """Why somebody is reminded."""

    SOON = "soon"
    OVERDUE = "overdue"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of one action."""

    occasion: Occasion
    of: date
    """The day that it is about: with another day, it is another reminder."""
    sent_on: date
    is_refused: bool = False
    """Whether the mail server refused the address."""


def due(
    action: Action, sent: Iterable[Reminder], review_on: date, today: date
) -> tuple[Reminder, ...]:
    """Return the reminders of an action that are to go today; each goes once."""
    before = {(each.occasion, each.of) for each in sent}
    return tuple(
        Reminder(occasion, of, today)
        for occasion, of in _occasions(action, review_on, today)
        if (occasion, of) not in before
    )


def _occasions(
    action: Action, review_on: date, today: date
) -> Iterator[tuple[Occasion, date]]:
    """Yield why to remind of an action today, and of which day."""
    if action.status.is_over:
        return
    # Who has put something on hold is asked about it at the review alone.
    if action.status is not Status.ON_HOLD:
        if action.is_overdue(today):
            yield Occasion.OVERDUE, action.due
        elif today >= action.due - BEFORE:
            yield Occasion.SOON, action.due
    if review_on <= today < review_on + FOR_REVIEW:
        yield Occasion.REVIEW, review_on


REFUSED = "refused"


def write(sent: Iterable[Reminder]) -> str:
    """Write down which reminders have gone.

    >>> day = date(2026, 5, 1)
    >>> write([Reminder(Occasion.SOON, day, day)])
    'soon 2026-05-01 2026-05-01'
    """
    return ", ".join(
        f"{each.occasion} {each.of} {each.sent_on}"
        + (f" {REFUSED}" if each.is_refused else "")
        for each in sent
    )


def read(written: str) -> tuple[Reminder, ...]:
    """Read back which reminders have gone."""
    return tuple(map(_read_one, filter(None, written.split(", "))))


def _read_one(written: str) -> Reminder:
    """Read one reminder back."""
    occasion, of, sent_on, *refused = written.split()
    return Reminder(
        Occasion(occasion),
        date.fromisoformat(of),
        date.fromisoformat(sent_on),
        is_refused=bool(refused),
    )
