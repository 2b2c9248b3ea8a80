"""The days of a plan as a calendar file: actions, the review, and the next audits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from peeraudit.plan.action import Action, Status
from peeraudit.plan.cycle import RE_AUDIT_AFTER, Cycle
from peeraudit.report.plan_sheet import PlanFacts
from peeraudit.report.plan_words import STATUS_WORDS

FEELING_WORSE = (
    "In a later study, peer workers felt worse at 4 months and mostly well again at 12 "
    "(Gillard and others, BMC Psychiatry 2022, 22:373). A dip at 4 months is a reason "
    "to give support, and not that the role has failed."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day in a calendar."""

    name: str
    """Stable: the same day imported twice stands there once."""
    on: date
    summary: str
    description: str
    is_off: bool = False
    """Whether it is not to happen any more."""


@dataclass(frozen=True, slots=True)
class Diary:
    """What goes into a calendar file, and where it comes from."""

    plan: PlanFacts
    last: str
    """The id of the last audit, which the review and the next audits follow from."""
    cycle: Cycle
    domain: str
    """Of the website: names that are unique stand on it."""
    at: datetime


def plan_ics(diary: Diary) -> bytes:
    """Return a plan as a calendar file; neither notes nor addresses are in it.

    As events and not as tasks: few calendars show tasks.
    """
    # Takes a while to import, and this page alone needs it.
    from icalendar import Calendar, Event  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//PeerAudit//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Plan of {diary.plan.team}")
    for each in entries(diary):
        event = Event()
        event.add("uid", f"{each.name}@{diary.domain}")
        event.add("dtstamp", diary.at)
        event.add("dtstart", each.on)
        event.add("dtend", each.on + timedelta(days=1))
        event.add("summary", each.summary)
        event.add("description", each.description)
        event.add("status", "CANCELLED" if each.is_off else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def entries(diary: Diary) -> Iterator[Entry]:
    """Yield every day that the team has set or should look at."""
    for each in diary.plan.actions:
        yield _of_action(each, diary.plan)
    team = diary.plan.team
    yield Entry(
        f"review-{diary.last}",
        diary.cycle.review_on,
        f"{team}: review of the plan",
        "Go through each action together. Close what is done, and set another day for "
        "what is not.",
    )
    for months, on in zip(RE_AUDIT_AFTER, diary.cycle.audits_on, strict=True):
        yield Entry(
            f"audit-again-{months}-{diary.last}",
            on,
            f"{team}: time to audit again ({months} months)",
            f"A proposal, {months} months after the last audit closed. {FEELING_WORSE}",
        )


def _of_action(action: Action, plan: PlanFacts) -> Entry:
    """Return the day of an action."""
    lines = (
        f"Owner: {action.owner}",
        f"Status: {STATUS_WORDS[action.status]}",
        f"How we will know: {action.measure}" if action.measure else "",
        f"Answers the finding: {plan.finding(action)}" if plan.finding(action) else "",
    )
    is_done = action.status is Status.COMPLETE
    return Entry(
        f"action-{action.id}",
        action.due,
        f"{plan.team}: {'done: ' if is_done else ''}{action.what}",
        "\n".join(filter(None, lines)),
        is_off=action.status is Status.CANCELLED,
    )
