"""Count by quarters how many of a large group have answered: once a day, and no more.

Were it counted at every look, whoever keeps an unused code could submit until a quarter
is reached, and then see at what moment the next person answers.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise import GroupPromise
from peeraudit.operations.installation import Installation
from peeraudit.storage import audits, codes, progress
from peeraudit.storage.mail import REQUESTS
from peeraudit.storage.mail import State as MailState
from peeraudit.storage.progress import Counted

TOLD_FROM = 10
"""People of a group from whom on anything is told of how many have answered."""

EVERY = timedelta(days=1)
"""How long a count stands (our judgement): it tells of no hour at which one came."""

QUARTERS = 4
MOST_TOLD = 3
"""Quarters: that all have answered is not told."""


def count_progress(installation: Installation, audit: Audit, *, at: datetime) -> None:
    """Count anew what was counted a day ago. The worker does this."""
    if audit.state is not State.OPEN:
        return
    with installation.database.reading() as connection:
        if not any(_due(connection, audit, at)):
            return
    with installation.database.transaction() as connection:
        # Held, so that nobody is asked between the look at who waits and the count.
        audits.find(connection, audit.id, locked=True)
        if REQUESTS.numbers(connection, audit.id).get(MailState.WAITING):
            # Whoever is asked there has no code yet, and would count as having used it.
            return
        for promise in _due(connection, audit, at):
            quarters = _quarters(connection, audit, promise)
            progress.keep(connection, audit.id, promise.group, Counted(quarters, at))


def is_told(audit: Audit, promise: GroupPromise) -> bool:
    """Say whether anything is told of how many of a group have answered.

    Not where each chooses where their answers may count: beside the number in the
    report it would tell that somebody chose other teams only.
    """
    is_large = promise.sheets >= TOLD_FROM
    return is_large and not audit.promise.offers_choice(promise.group)


def _due(connection: Connection, audit: Audit, at: datetime) -> Iterator[GroupPromise]:
    """Yield the groups that are to be counted: the first time a day after opening."""
    counted = progress.find(connection, audit.id)
    for promise in audit.promise.groups:
        last = counted.get(promise.group)
        before = last.at if last else audit.opened_at
        # A clock that was put back makes nothing due.
        if is_told(audit, promise) and before and at - before >= EVERY:
            yield promise


def _quarters(connection: Connection, audit: Audit, promise: GroupPromise) -> int:
    """Return how many quarters of a group have answered."""
    issued = audits.issued(connection, audit.id, promise.group)
    used = issued - codes.unused(connection, audit.id, promise.group)
    return min(MOST_TOLD, QUARTERS * used // promise.sheets)
