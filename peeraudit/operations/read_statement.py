"""Read the role statement of a team: what it agreed after all of its audits."""

from collections.abc import Iterator

from sqlalchemy import Connection

from peeraudit.audit.audit import State
from peeraudit.operations.installation import Installation
from peeraudit.report.reader import Reader
from peeraudit.report.statement import AgreedAfter, Statement, statement
from peeraudit.storage import agreements, audits, releases


def read_statement(installation: Installation, team: str) -> Statement | None:
    """Return what a team says of the role; nothing before it has agreed on anything."""
    with installation.database.reading() as connection:
        return statement(tuple(_agreed(connection, team)))


def _agreed(connection: Connection, team: str) -> Iterator[AgreedAfter]:
    """Yield each released audit of a team after which something was agreed."""
    agreed = agreements.of_team(connection, team)
    for audit in audits.of_team(connection, team):
        if audit.id not in agreed or audit.state is not State.RELEASED:
            continue
        release = releases.find(connection, audit.id)
        if release:
            met = agreements.meeting(connection, audit.id)
            yield AgreedAfter(Reader(release), agreed[audit.id], met)
