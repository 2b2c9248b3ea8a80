"""The only place that talks to a mail server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import StrEnum

from peeraudit.mail.letter import Kind, Letter
from peeraudit.mail.words import Words
from peeraudit.settings import Encryption, MailServer

SECONDS = 20
"""How long a mail server may be silent (our judgement)."""

HEADERS_ONLY = "RET=HDRS"
"""Asks that a mail which comes back comes without its text (RFC 3461, 4.3)."""

FOR_GOOD = 500
"""Replies from here on say that another try is no use (RFC 5321, 4.2.1)."""


class OutOfReach(Exception):
    """A mail server that takes nothing now: it is away, or it does not let us in."""


class Outcome(StrEnum):
    """What became of a mail."""

    ACCEPTED = "accepted"
    PUT_OFF = "put off"
    REFUSED = "refused"
    """For good: the address is wrong, as a rule."""


@dataclass(frozen=True, slots=True)
class Notice:
    """To whom a mail goes, and what it is called: the same for the same sent twice."""

    to: str
    name: str


@dataclass(frozen=True, slots=True)
class Post:
    """A mail server that listens."""

    server: MailServer
    session: smtplib.SMTP

    def hand_over(self, letter: Letter, words: Words, *, at: datetime) -> Outcome:
        """Give a mail to the server.

        Raises
        ------
        OutOfReach
            If it is not known whether the mail was taken.
        """
        return self._send(compose(self.server, letter, words, at=at))

    def remind(self, notice: Notice, words: Words, *, at: datetime) -> Outcome:
        """Give a mail to the server that stands in no thread.

        Raises
        ------
        OutOfReach
            If it is not known whether the mail was taken.
        """
        return self._send(compose_notice(self.server, notice, words, at=at))

    def _send(self, message: EmailMessage) -> Outcome:
        """Give a message to the server, and say what became of it."""
        try:
            self.session.send_message(message, mail_options=self._wishes())
        except smtplib.SMTPRecipientsRefused as refused:
            ((code, _),) = refused.recipients.values()
            return _by_code(code)
        except smtplib.SMTPDataError as refused:
            return _by_code(refused.smtp_code)
        except (OSError, smtplib.SMTPException) as error:
            raise OutOfReach(type(error).__name__) from None
        return Outcome.ACCEPTED

    def _wishes(self) -> tuple[str, ...]:
        """Return what to ask of the server beside each mail.

        A mail that comes back goes to whoever reads the sender's mailbox, with the
        address it was for: it should not have the code in it too.
        """
        return (HEADERS_ONLY,) if self.session.has_extn("dsn") else ()


@contextmanager
def connected(server: MailServer) -> Iterator[Post]:
    """Open a way to the mail server.

    Raises
    ------
    OutOfReach
        If there is none.
    """
    try:
        session = _open(server)
    except (OSError, smtplib.SMTPException) as error:
        # What the server says may hold an address; of what kind it is, cannot.
        raise OutOfReach(type(error).__name__) from None
    try:
        yield Post(server, session)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            session.quit()
        session.close()


def compose(
    server: MailServer, letter: Letter, words: Words, *, at: datetime
) -> EmailMessage:
    """Return a mail as it travels, below the first of its thread."""
    name = _name(server, letter.to.thread, letter.place)
    message = _message(server, letter.to.address, words, name, at=at)
    first = Letter(Kind.INVITATION, letter.to)
    if letter.place != first.place:
        above = _name(server, letter.to.thread, first.place)
        message["In-Reply-To"] = above
        message["References"] = above
    return message


def compose_notice(
    server: MailServer, notice: Notice, words: Words, *, at: datetime
) -> EmailMessage:
    """Return a mail as it travels that stands in no thread."""
    name = f"<{notice.name}@{_domain(server)}>"
    return _message(server, notice.to, words, name, at=at)


def _message(
    server: MailServer, to: str, words: Words, name: str, *, at: datetime
) -> EmailMessage:
    """Return what every mail has."""
    message = EmailMessage(policy=SMTP)
    message["From"] = server.sender
    message["To"] = to
    message["Subject"] = words.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = name
    # Nobody should send "I am on holiday" in reply: that would be a list of the asked.
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(words.text, cte="quoted-printable")
    return message


def _name(server: MailServer, thread: str, place: str) -> str:
    """Return what a mail is called, by which others stand below it."""
    return f"<{thread}.{place}@{_domain(server)}>"


def _domain(server: MailServer) -> str:
    """Return the domain that mail comes from."""
    return server.sender.rpartition("@")[2]


def _open(server: MailServer) -> smtplib.SMTP:
    """Connect, encrypt and sign in, as the settings say."""
    context, name = ssl.create_default_context(), _domain(server)
    session: smtplib.SMTP
    if server.encryption is Encryption.TLS:
        session = smtplib.SMTP_SSL(
            server.host, server.port, name, timeout=SECONDS, context=context
        )
    else:
        session = smtplib.SMTP(server.host, server.port, name, timeout=SECONDS)
    try:
        if server.encryption is Encryption.STARTTLS:
            session.starttls(context=context)
        session.ehlo_or_helo_if_needed()
        if server.user:
            session.login(server.user, server.password)
    except BaseException:
        session.close()
        raise
    return session


def _by_code(code: int) -> Outcome:
    """Say what a refusal means."""
    return Outcome.REFUSED if code >= FOR_GOOD else Outcome.PUT_OFF
