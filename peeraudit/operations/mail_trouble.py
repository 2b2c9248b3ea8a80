"""When the mail server takes nothing: since when, and when it is tried again."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from peeraudit.operations.installation import Installation
from peeraudit.storage import installation_settings

TROUBLE = "mail_trouble"
"""The setting that it is kept under."""

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=30)
"""Between two tries to reach the server (our judgement)."""


@dataclass(frozen=True, slots=True)
class MailTrouble:
    """A mail server that was not reached, or did not let us in."""

    since: datetime
    tries: int
    again_at: datetime


def read_trouble(connection: Connection) -> MailTrouble | None:
    """Return what is wrong with the mail server, if anything is."""
    found = installation_settings.find(connection, TROUBLE)
    if found is None:
        return None
    content = json.loads(found)
    return MailTrouble(
        datetime.fromisoformat(content["since"]),
        content["tries"],
        datetime.fromisoformat(content["again_at"]),
    )


def one_more_failure(installation: Installation, *, at: datetime) -> None:
    """Wait for longer each time."""
    with installation.database.transaction() as connection:
        before = read_trouble(connection)
        since, tries = (before.since, before.tries) if before else (at, 0)
        wait = min(FIRST_WAIT * 2 ** min(tries, 16), LONGEST_WAIT)
        content = {
            "since": since.isoformat(),
            "tries": tries + 1,
            "again_at": (at + wait).isoformat(),
        }
        installation_settings.keep(connection, TROUBLE, json.dumps(content))


def no_trouble(installation: Installation) -> None:
    """Forget it: the mail server takes mail again."""
    with installation.database.transaction() as connection:
        installation_settings.forget(connection, TROUBLE)
