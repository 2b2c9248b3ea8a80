"""What is due to whoever owns actions, and how it is told in a mail."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import Connection

from peeraudit.mail.plan_words import Reminded, TeamReminders
from peeraudit.operations.see_plan import cycle_of, released
from peeraudit.plan.reminders import Reminder, due, read
from peeraudit.storage import teams
from peeraudit.storage.actions import Owned


def due_of(
    connection: Connection, owned: Iterable[Owned], today: date
) -> dict[str, tuple[Reminder, ...]]:
    """Return the reminders that are to go today, by the id of the action."""
    every = tuple(owned)
    reviews = _reviews(connection, {each.team for each in every})
    found = {
        each.action.id: due(each.action, read(each.reminded), reviews[each.team], today)
        for each in every
        if each.team in reviews
    }
    return {action: reminders for action, reminders in found.items() if reminders}


def _reviews(connection: Connection, of: Iterable[str]) -> dict[str, date]:
    """Return when each team reviews its plan: 8 weeks after its last audit closed."""
    audits = {team: released(connection, team) for team in of}
    return {team: cycle_of(each[0]).review_on for team, each in audits.items() if each}


def told(
    connection: Connection,
    owned: Iterable[Owned],
    marks: Mapping[str, tuple[Reminder, ...]],
    site_url: str,
) -> tuple[TeamReminders, ...]:
    """Return what a mail says of actions, team by team."""
    about: dict[str, list[Owned]] = {}
    for each in owned:
        about.setdefault(each.team, []).append(each)
    return tuple(
        TeamReminders(
            found.name,
            f"{site_url}/manage/teams/{team}/plan",
            tuple(_reminded(held, marks)),
        )
        for team, held in about.items()
        if (found := teams.find(connection, team))
    )


def _reminded(
    owned: Iterable[Owned], marks: Mapping[str, tuple[Reminder, ...]]
) -> Iterator[Reminded]:
    """Yield each action with why its owner is reminded of it."""
    for each in owned:
        for mark in marks[each.action.id]:
            yield Reminded(each.action, mark.occasion, mark.of)
