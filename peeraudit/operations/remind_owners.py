"""Remind whoever owns an action: before its day, after it, and at the review.

Each reminder goes once at the most. It is marked as sent, and then handed over; where
the server did not take it, the mark is taken back. So a kill between the two loses a
reminder that the next occasion makes good, and none comes twice.
"""

import hashlib
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from peeraudit.audit.promise_words import LONDON
from peeraudit.mail.plan_words import owner_reminder
from peeraudit.mail.server import Notice, Outcome, OutOfReach, Post, connected
from peeraudit.operations.installation import Installation
from peeraudit.operations.mail_trouble import (
    no_trouble,
    one_more_failure,
    read_trouble,
)
from peeraudit.operations.owners_plans import due_of, told
from peeraudit.plan.reminders import Occasion, Reminder, read, write
from peeraudit.plan.review import FOR_REVIEW
from peeraudit.settings import MailServer
from peeraudit.storage import actions, installation_settings
from peeraudit.storage.actions import Owned

FROM, UNTIL = time(8), time(18)
"""When a reminder may come, in London (our judgement): nobody is nagged at night."""

MOST_AT_ONCE = 20
"""Mails that are handed over before the worker looks whether anything else is due."""

MOST_KEPT = 3
"""Reminders that are remembered of an action, beside those of today."""

AGAIN = "owners_reminded_again_at"
"""The setting that holds when the worker looks at plans again."""

BETWEEN = timedelta(minutes=10)
"""From one look to the next: days do not pass faster, and a trust has many plans."""

PUT_OFF = timedelta(hours=1)
"""The same, once a server has put a mail off (our judgement); invitations go on."""

log = logging.getLogger(__name__)

Marks = Mapping[str, tuple[Reminder, ...]]
"""The reminders that go now, by action."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked as sent to an address, and what of it there is to say."""

    owned: tuple[Owned, ...]
    marks: Marks


def remind_owners(installation: Installation, *, at: datetime) -> None:
    """Hand over the reminders that are due, one mail a day to each address."""
    here = at.astimezone(LONDON)
    if installation.mail is None or not FROM <= here.time() < UNTIL:
        return
    with installation.database.reading() as connection:
        if _is_paused(connection, at=at):
            return
        waiting = _addresses(connection, here.date())
    if len(waiting) <= MOST_AT_ONCE:
        _look_again(installation, at + BETWEEN)
    if waiting:
        _hand_over(installation, installation.mail, waiting[:MOST_AT_ONCE], at=at)


def _look_again(installation: Installation, at: datetime) -> None:
    """Leave plans alone until then."""
    with installation.database.transaction() as connection:
        installation_settings.keep(connection, AGAIN, at.isoformat())


def _hand_over(
    installation: Installation, server: MailServer, to: list[str], *, at: datetime
) -> None:
    """Write to each address, as long as the mail server can be reached."""
    try:
        with connected(server) as post:
            for address in to:
                _remind(installation, post, address, at=at)
    except OutOfReach as error:
        one_more_failure(installation, at=at)
        log.error("mail server: %s; will be tried again", error)
    else:
        no_trouble(installation)


def _is_paused(connection: Connection, *, at: datetime) -> bool:
    """Say whether plans were looked at just now, or the server was out of reach."""
    trouble, again = (
        read_trouble(connection),
        installation_settings.find(connection, AGAIN),
    )
    if trouble is not None and at < trouble.again_at:
        return True
    # What is further ahead was written by a clock that was wrong.
    return again is not None and at < datetime.fromisoformat(again) <= at + PUT_OFF


def _addresses(connection: Connection, today: date) -> list[str]:
    """Return to whom something is to go that has had nothing today."""
    every = actions.to_remind(connection)
    due = due_of(connection, every, today)
    had = {each.action.remind for each in every if _had_mail([each], today)}
    to = dict.fromkeys(e.action.remind for e in every if e.action.id in due)
    return [address for address in to if address not in had]


def _had_mail(owned: Iterable[Owned], today: date) -> bool:
    """Say whether an address has had its mail of the day."""
    return any(
        each.sent_on == today for action in owned for each in read(action.reminded)
    )


def _remind(
    installation: Installation, post: Post, address: str, *, at: datetime
) -> None:
    """Write one mail to somebody, of all that is due now."""
    today = at.astimezone(LONDON).date()
    with installation.database.transaction() as connection:
        marked = _mark(connection, address, today)
        if marked is None:
            return
        teams = told(connection, marked.owned, marked.marks, post.server.site_url)
    try:
        notice = Notice(address, _name(marked.marks))
        outcome = post.remind(notice, owner_reminder(teams), at=at)
    except OutOfReach:
        _take_back(installation, marked)
        raise
    if outcome is Outcome.PUT_OFF:
        _take_back(installation, marked)
        _look_again(installation, at + PUT_OFF)
    elif outcome is Outcome.REFUSED:
        _keep_refused(installation, marked, today)


def _mark(connection: Connection, address: str, today: date) -> Marked | None:
    """Mark what is due as sent, unless another worker was quicker."""
    owned = actions.to_remind(connection, address)
    marks = due_of(connection, owned, today)
    if not marks or _had_mail(owned, today):
        return None
    about = tuple(each for each in owned if each.action.id in marks)
    for each in about:
        written = _with(each, marks[each.action.id], today)
        actions.keep_reminded(connection, each.action.id, written)
    return Marked(about, marks)


def _with(owned: Owned, new: tuple[Reminder, ...], today: date) -> str:
    """Write down the reminders of an action, but for those that can matter no more."""
    days = {owned.action.due, *(mark.of for mark in new)}
    kept = [
        each
        for each in read(owned.reminded)
        if each.of in days or each.sent_on >= today - FOR_REVIEW
    ]
    # The column has room for five: of a day that moved often, the last will do.
    kept.sort(key=lambda each: (each.occasion is Occasion.REVIEW, each.sent_on))
    return write((*kept[-MOST_KEPT:], *new))


def _take_back(installation: Installation, marked: Marked) -> None:
    """Leave for the next look what the server did not take."""
    with installation.database.transaction() as connection:
        for each in marked.owned:
            actions.keep_reminded(connection, each.action.id, each.reminded)


def _keep_refused(installation: Installation, marked: Marked, today: date) -> None:
    """Keep that the server refused an address, for whoever runs the plan to see."""
    with installation.database.transaction() as connection:
        for each in marked.owned:
            sent = marked.marks[each.action.id]
            refused = tuple(replace(mark, is_refused=True) for mark in sent)
            written = _with(each, refused, today)
            actions.keep_reminded(connection, each.action.id, written)


def _name(marks: Marks) -> str:
    """Return what a mail is called: the same where the same is sent again."""
    parts = [f"{action} {write(sent)}" for action, sent in sorted(marks.items())]
    return f"{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:32]}.owner"
