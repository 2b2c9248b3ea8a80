"""Hand over the mail that waits. The worker does this, one mail after the other.

A mail leaves the outbox once the server has it. Where a kill comes between the two,
nobody can know; then the same mail, with the same code and name, is sent again.
"""

import logging
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from peeraudit.mail.letter import Kind, Letter
from peeraudit.mail.server import Outcome, OutOfReach, Post, connected
from peeraudit.operations.installation import Installation
from peeraudit.operations.mail_book import MailBook, Opened
from peeraudit.operations.mail_trouble import (
    no_trouble,
    one_more_failure,
    read_trouble,
)
from peeraudit.operations.mail_words import Writer, writer_of
from peeraudit.storage.mail import OUTBOX, State

MOST_AT_ONCE = 50
"""Mails that are handed over before the worker looks whether anything else is due."""

LONGEST_TURN = 30.0
"""Seconds after which it looks too: a slow server keeps no audit from closing (our
judgement)."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that waits, with all that is needed to send it."""

    book: MailBook
    writer: Writer
    opened: Opened[Letter]

    @property
    def letter(self) -> Letter:
        """The letter itself."""
        return self.opened.content


def send_mail(installation: Installation, *, at: datetime) -> None:
    """Hand over what is due, unless the mail server was out of reach just now."""
    due = [each for each in _waiting(installation, at=at) if each.letter.is_due(at)]
    with installation.database.reading() as connection:
        trouble = read_trouble(connection)
    is_paused = trouble is not None and at < trouble.again_at
    if installation.mail is None or not due or is_paused:
        return
    try:
        with connected(installation.mail) as post:
            for each in _for_one_turn(due):
                _hand_over(installation, post, each, at=at)
    except OutOfReach as error:
        one_more_failure(installation, at=at)
        log.error("mail server: %s; will be tried again", error)
    else:
        if trouble is not None:
            no_trouble(installation)


def _waiting(installation: Installation, *, at: datetime) -> Iterator[Waiting]:
    """Yield the mail that waits, and delete what would come too late."""
    with installation.database.reading() as connection:
        audits = OUTBOX.audits(connection)
    for audit in audits:
        try:
            book, writer = (
                MailBook.of(installation, audit),
                writer_of(installation, audit),
            )
        except Exception as error:
            log.error("audit %s: no mail, %s", audit, type(error).__name__)
            continue
        with installation.database.reading() as connection:
            letters = book.letters(connection)
        for each in letters:
            if writer.is_over(each.content, at=at):
                with installation.database.transaction() as connection:
                    OUTBOX.drop(connection, each.kept)
            else:
                yield Waiting(book, writer, each)


def _for_one_turn(due: list[Waiting]) -> Iterator[Waiting]:
    """Yield what to hand over before the worker looks at something else."""
    until = time.monotonic() + LONGEST_TURN
    for each in _in_no_order(due)[:MOST_AT_ONCE]:
        yield each
        if time.monotonic() >= until:
            return


def _in_no_order(due: list[Waiting]) -> list[Waiting]:
    """Return invitations first, and otherwise no order that a log could tell of."""
    shuffled = due.copy()
    secrets.SystemRandom().shuffle(shuffled)
    return sorted(shuffled, key=lambda each: each.letter.kind is not Kind.INVITATION)


def _hand_over(
    installation: Installation, post: Post, waiting: Waiting, *, at: datetime
) -> None:
    """Give one mail to the server, and remember what became of it."""
    letter, kept = waiting.letter, waiting.opened.kept
    try:
        outcome = post.hand_over(letter, waiting.writer.words(letter), at=at)
    except OutOfReach:
        # A mail at which the server hangs up must not be the next one too, nor come to
        # somebody every half hour where the server has kept it before it hung up.
        _put_off(installation, waiting, at=at)
        raise
    if outcome is Outcome.PUT_OFF:
        _put_off(installation, waiting, at=at)
        return
    with installation.database.transaction() as connection:
        if outcome is Outcome.REFUSED and letter.kind.has_code:
            # The code in it is still good, once the address has been put right.
            OUTBOX.replace(connection, kept, kept.sealed, State.REFUSED)
        else:
            OUTBOX.drop(connection, kept)


def _put_off(installation: Installation, waiting: Waiting, *, at: datetime) -> None:
    """Let one mail wait, each time for longer."""
    later = waiting.book.seal(waiting.letter.put_off(at))
    with installation.database.transaction() as connection:
        OUTBOX.replace(connection, waiting.opened.kept, later, State.WAITING)
