"""Make the mails that go to everyone asked: reminders, and what became of the report.

The worker does this. A mailing and all its letters are one transaction.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit, State
from peeraudit.mail.letter import Kind, Letter
from peeraudit.operations.installation import Installation
from peeraudit.operations.mail_book import MailBook
from peeraudit.storage import audits, mailings, releases
from peeraudit.storage.mail import ADDRESSES, OUTBOX, REQUESTS
from peeraudit.storage.mail import State as Waiting
from peeraudit.storage.mailings import Mailing

LATE_AFTER = timedelta(days=1)
"""How long after the last submission people are told that the report is late."""

BEING_READ, HELD_UP = 0, 1
"""Why the report is late, as the number of the mailing."""


def make_mailings(installation: Installation, audit: str, *, at: datetime) -> None:
    """Make the mails that were ordered, or that are due by themselves.

    Raises
    ------
    KeyLost
        In a process without the worker's keys.
    """
    with installation.database.reading() as connection:
        if not _to_make(connection, audit, at=at):
            return
    book = MailBook.of(installation, audit)
    with installation.database.transaction() as connection:
        found = audits.find(connection, audit, locked=True)
        for each in _to_make(connection, audit, at=at):
            _make(connection, book, each)
            mailings.keep_made(connection, each)
        if found is not None and found.state is State.RELEASED:
            REQUESTS.forget(connection, audit)
            ADDRESSES.forget(connection, audit)


def _to_make(connection: Connection, audit: str, *, at: datetime) -> list[Mailing]:
    """Return the mailings that are to be made now."""
    found = audits.find(connection, audit)
    if found is None or not ADDRESSES.numbers(connection, audit):
        return []
    before = mailings.of_audit(connection, audit)
    if found.takes_answers(at=at, has_draft=False):
        return [each for each in before if not each.is_made]
    due = _due(connection, found, before, at=at)
    return [due] if due else []


def _due(
    connection: Connection, audit: Audit, before: Iterable[Mailing], *, at: datetime
) -> Mailing | None:
    """Return the mailing that is due by itself after the closing time, once each."""
    made = {(each.kind, each.number) for each in before}
    if audit.state is State.RELEASED:
        due = (Kind.REPORT, 0) if releases.find(connection, audit.id) else None
    elif audit.state is State.SCREENING:
        due = (Kind.LATE, BEING_READ)
    elif at >= audit.promise.last_submission + LATE_AFTER:
        due = (Kind.LATE, HELD_UP)
    else:
        due = None
    if due is None or due in made:
        return None
    return Mailing(audit.id, *due, ordered_at=at)


def _make(connection: Connection, book: MailBook, mailing: Mailing) -> None:
    """Put a letter to everyone asked into the outbox.

    Whoever has had no invitation yet needs no reminder of it: it says all.
    """
    kind = Kind(mailing.kind)
    if not kind.is_for_answering:
        # What has not gone by now says what is not so any more.
        OUTBOX.forget(connection, book.audit)
    not_invited = {
        each.content.to.address
        for state in (Waiting.WAITING, Waiting.REFUSED)
        for each in book.letters(connection, state)
        if each.content.kind is Kind.INVITATION
    }
    letters = [
        Letter(kind, each.content, mailing.number)
        for address, each in book.addressees(connection).items()
        if address not in not_invited
    ]
    OUTBOX.add(connection, book.audit, map(book.seal, letters))
