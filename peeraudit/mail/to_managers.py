"""Mail to whoever manages: an account's own address, and nothing of who was asked."""

import smtplib
from collections.abc import Iterable
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from peeraudit.mail.server import OutOfReach, Post
from peeraudit.mail.words import Words
from peeraudit.settings import MailServer

NOT_TAKEN = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPDataError,
    smtplib.SMTPNotSupportedError,
)
"""That one mail was not taken, while the server is there: the last, where an address
has signs that it does not know."""


def tell_managers(
    post: Post, addresses: Iterable[str], words: Words, *, at: datetime
) -> None:
    """Give the same mail to the server for each address; one it refuses gets none.

    Raises
    ------
    OutOfReach
        If the server went away meanwhile: who comes later in the list has none.
    """
    for address in addresses:
        message = _compose(post.server, address, words, at=at)
        try:
            post.session.send_message(message)
        except NOT_TAKEN:
            continue
        except (OSError, smtplib.SMTPException) as error:
            raise OutOfReach(type(error).__name__) from None


def _compose(
    server: MailServer, address: str, words: Words, *, at: datetime
) -> EmailMessage:
    """Return the mail as it travels."""
    message = EmailMessage(policy=SMTP)
    message["From"] = server.sender
    message["To"] = address
    message["Subject"] = words.subject
    message["Date"] = format_datetime(at)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(words.text, cte="quoted-printable")
    return message
