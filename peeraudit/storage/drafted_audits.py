"""Audits that are being set up: all of one may change until its launch."""

from collections.abc import Iterable

from sqlalchemy import Connection, update

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import Promise
from peeraudit.storage import audits
from peeraudit.storage.tables import AuditRow
from peeraudit.storage.written import write


def change(connection: Connection, audit: Audit) -> None:
    """Keep what a draft has become; what has been launched stays as it is."""
    connection.execute(
        update(AuditRow)
        .where(AuditRow.id == audit.id, AuditRow.state == State.DRAFT)
        .values(
            instrument_digest=audit.instrument,
            mode=audit.mode,
            form=audit.form,
            promise=write(Promise, audit.promise),
            facts=write(Facts, audit.facts),
        )
    )


def hold(connection: Connection, rounds: Iterable[Audit]) -> list[Audit]:
    """Return those of some audits that are drafts; nobody launches them meanwhile."""
    drafts = [each.id for each in rounds if each.state is State.DRAFT]
    held = (audits.find(connection, each, locked=True) for each in drafts)
    return [each for each in held if each and each.state is State.DRAFT]


def of_team(connection: Connection, team: str) -> Audit | None:
    """Return the audit that a team is setting up; always the same one of several."""
    drafts = [
        each for each in audits.of_team(connection, team) if each.state is State.DRAFT
    ]
    return min(drafts, key=lambda each: each.id, default=None)
