"""Remind everyone who was asked by mail, in the same words, whether they answered."""

from datetime import datetime, timedelta

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.mail.letter import Kind
from peeraudit.mail.words import reminder
from peeraudit.operations.ask_by_mail import MailOff, open_for_mail
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import audits, mailings
from peeraudit.storage.mailings import Mailing

MOST_REMINDERS = 3
APART = timedelta(days=2)
"""More, or sooner, would be pressing people (our judgement)."""


class TooSoon(WrongState):
    """A reminder so soon after another, or after so many others."""


def remind(
    installation: Installation,
    audit: str,
    *,
    at: datetime,
    by: Account = COMMAND_LINE,
) -> None:
    """Order a reminder: the worker writes it to everyone, and knows no other way.

    Raises
    ------
    MailOff
        If there is no mail.
    WrongState
        If the audit takes no answers now, or nobody was asked by mail.
    TooSoon
        If everyone was reminded less than two days ago, or three times.
    """
    if installation.mail is None:
        raise MailOff("mail is not set up")
    with installation.database.transaction() as connection:
        found, _ = open_for_mail(installation, connection, audit, at=at)
        if not any(mailings.asked(connection, audit).values()):
            raise WrongState("nobody was asked by mail")
        before = [
            each
            for each in mailings.of_audit(connection, audit)
            if each.kind == Kind.REMINDER
        ]
        if len(before) >= MOST_REMINDERS:
            raise TooSoon(f"everyone has been reminded {len(before)} times")
        if before and at - before[-1].ordered_at < APART:
            raise TooSoon(f"a reminder was sent less than {APART.days} days ago")
        mailings.add(connection, Mailing(audit, Kind.REMINDER, len(before) + 1, at))
        entry = done_by(by, Act.REMINDED, at, team=found.team.id, audit=audit)
        record_act(installation, connection, entry)


def read_reminder(installation: Installation, audit: str) -> str:
    """Return what a reminder says, to whoever is about to send it.

    Raises
    ------
    MailOff
        If there is no mail.
    """
    if installation.mail is None:
        raise MailOff("mail is not set up")
    with installation.database.reading() as connection:
        found = audits.find(connection, audit)
        launched = audits.launched(connection, audit)
    if found is None or launched is None:
        raise WrongState(f"audit {audit} was never launched")
    report = f"{installation.mail.site_url}/r/{launched.report_address}"
    return reminder(found, report).text
