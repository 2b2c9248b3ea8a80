"""Audits, with their teams and the exact instruments they were made with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.storage.tables import (
    AuditRow,
    CodesIssuedRow,
    InstrumentRow,
    OrganisationRow,
    TeamRow,
)
from peeraudit.storage.turns import take_turns
from peeraudit.storage.written import read, write

PromiseWords = Mapping[Group, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Launched:
    """What an audit has from its launch on."""

    promise_words: PromiseWords
    report_address: str
    report_open: bool
    box_length: int
    comments_key: bytes = b""
    """What comments are sealed to; empty where none are asked for."""
    reader: bytes | None = None
    """The hash of the code of whoever reads comments first."""
    seal: bytes = b""
    """The mark of the terms at launch."""
    screen_until: datetime | None = None
    """When comments that were not read are destroyed; none before closing."""


def add(connection: Connection, audit: Audit, team: str) -> None:
    """Remember a new audit of the team with this id."""
    connection.execute(
        insert(AuditRow).values(
            id=audit.id,
            team_id=team,
            instrument_digest=audit.instrument,
            words=write(LocalWords, audit.team.words),
            mode=audit.mode,
            form=audit.form,
            state=audit.state,
            promise=write(Promise, audit.promise),
            facts=write(Facts, audit.facts),
            opened_at=audit.opened_at,
            report_open=True,
        )
    )


def find(connection: Connection, audit: str, *, locked: bool = False) -> Audit | None:
    """Return an audit; ``locked`` until the transaction ends where it is to change."""
    query = _audits().where(AuditRow.id == audit)
    if locked:
        query = query.with_for_update(of=AuditRow)
    row = connection.execute(query).one_or_none()
    return _audit(row) if row else None


def every(connection: Connection) -> Iterator[Audit]:
    """Yield every audit, by team and then by opening."""
    query = _audits().order_by(TeamRow.name, AuditRow.opened_at, AuditRow.id)
    for row in connection.execute(query):
        yield _audit(row)


def in_state(connection: Connection, state: State) -> list[Audit]:
    """Return every audit in a state."""
    query = _audits().where(AuditRow.state == state).order_by(AuditRow.id)
    return [_audit(row) for row in connection.execute(query)]


def launched(connection: Connection, audit: str) -> Launched | None:
    """Return what an audit has from its launch on, if it has been launched."""
    row = connection.execute(
        select(
            AuditRow.promise_words,
            AuditRow.report_address,
            AuditRow.report_open,
            AuditRow.box_length,
            AuditRow.comments_key,
            AuditRow.reader,
            AuditRow.terms_seal,
            AuditRow.screen_until,
        ).where(AuditRow.id == audit, AuditRow.report_address.is_not(None))
    ).one_or_none()
    if row is None:
        return None
    return Launched(
        promise_words=read(PromiseWords, row.promise_words or "{}"),
        report_address=row.report_address or "",
        report_open=row.report_open,
        box_length=row.box_length or 0,
        comments_key=row.comments_key or b"",
        reader=row.reader,
        seal=row.terms_seal or b"",
        screen_until=row.screen_until,
    )


def at_address(connection: Connection, address: str) -> str | None:
    """Return the audit whose report stands at an address."""
    return connection.execute(
        select(AuditRow.id).where(AuditRow.report_address == address)
    ).scalar_one_or_none()


def launch(connection: Connection, audit: str, launched: Launched) -> None:
    """Lock the promise, and wait for the worker to make the keys."""
    connection.execute(
        update(AuditRow)
        .where(AuditRow.id == audit)
        .values(
            state=State.LAUNCHING,
            promise_words=write(PromiseWords, launched.promise_words),
            report_address=launched.report_address,
            box_length=launched.box_length,
            comments_key=launched.comments_key or None,
            reader=launched.reader,
            terms_seal=launched.seal,
        )
    )


def extend(
    connection: Connection, audit: str, promise: Promise, launched: Launched
) -> None:
    """Write down a promise whose closing time has moved, and its words."""
    connection.execute(
        update(AuditRow)
        .where(AuditRow.id == audit)
        .values(
            promise=write(Promise, promise),
            promise_words=write(PromiseWords, launched.promise_words),
            terms_seal=launched.seal,
        )
    )


def reword_drafts(connection: Connection, team: Team) -> None:
    """Let the audits of a team that nobody was asked in yet use its words as now."""
    connection.execute(
        update(AuditRow)
        .where(AuditRow.team_id == team.id, AuditRow.state == State.DRAFT)
        .values(words=write(LocalWords, team.words))
    )


def open_for_answers(connection: Connection, audit: str, at: datetime) -> None:
    """Let people answer."""
    connection.execute(
        update(AuditRow)
        .where(AuditRow.id == audit)
        .values(state=State.OPEN, opened_at=at)
    )


def enter(connection: Connection, audit: str, state: State) -> None:
    """Move an audit on to a state."""
    connection.execute(update(AuditRow).where(AuditRow.id == audit).values(state=state))


def screen(connection: Connection, audit: str, until: datetime) -> None:
    """Let comments wait for their reader until a moment."""
    connection.execute(
        update(AuditRow)
        .where(AuditRow.id == audit)
        .values(state=State.SCREENING, screen_until=until)
    )


def read_by(connection: Connection, reader: bytes) -> str | None:
    """Return the audit whose comments are read with a code of this hash."""
    return connection.execute(
        select(AuditRow.id).where(AuditRow.reader == reader)
    ).scalar_one_or_none()


def of_team(connection: Connection, team: str) -> list[Audit]:
    """Return every audit of a team, the last to close first."""
    query = _audits().where(AuditRow.team_id == team).order_by(AuditRow.id)
    found = [_audit(row) for row in connection.execute(query)]
    return sorted(found, key=lambda each: each.promise.closes_at, reverse=True)


def rounds(connection: Connection, audit: str) -> list[Audit]:
    """Return every audit of the same team, whatever it calls its peer workers."""
    found = find(connection, audit)
    if found is None:
        return []
    # Which names are one is told here and not in SQL, which folds ASCII at the most.
    return [each for each in every(connection) if each.team.folded == found.team.folded]


def set_report_open(connection: Connection, audit: str, *, is_open: bool) -> None:
    """Open or close the report address."""
    connection.execute(
        update(AuditRow).where(AuditRow.id == audit).values(report_open=is_open)
    )


def issued(connection: Connection, audit: str, group: Group) -> int:
    """Return how many codes a group was given."""
    found = connection.execute(
        select(CodesIssuedRow.issued).where(
            CodesIssuedRow.audit_id == audit, CodesIssuedRow.group == group
        )
    ).scalar_one_or_none()
    return found or 0


def set_issued(connection: Connection, audit: str, group: Group, number: int) -> None:
    """Remember how many codes a group has now been given."""
    changed = connection.execute(
        update(CodesIssuedRow)
        .where(CodesIssuedRow.audit_id == audit, CodesIssuedRow.group == group)
        .values(issued=number)
    )
    if not changed.rowcount:
        connection.execute(
            insert(CodesIssuedRow).values(audit_id=audit, group=group, issued=number)
        )


def _audits() -> Any:
    """Return the query for audits with their teams and organisations."""
    return (
        select(AuditRow, OrganisationRow.name.label("organisation"), TeamRow.service)
        .join(TeamRow, TeamRow.id == AuditRow.team_id)
        .join(OrganisationRow, OrganisationRow.id == TeamRow.organisation_id)
    )


def _audit(row: Row[Any]) -> Audit:
    """Return the audit that a row holds."""
    return Audit(
        id=row.id,
        team=Team(
            row.organisation,
            read(LocalWords, row.words),
            row.team_id,
            row.service,
        ),
        instrument=row.instrument_digest,
        mode=Mode(row.mode),
        form=Form(row.form),
        promise=read(Promise, row.promise),
        facts=read(Facts, row.facts),
        state=State(row.state),
        opened_at=row.opened_at,
    )


def keep_instrument(connection: Connection, digest: str, content: str) -> None:
    """Keep an exact instrument, unless it is kept already."""
    if instrument(connection, digest) is None:
        take_turns(connection, InstrumentRow)
    if instrument(connection, digest) is None:
        connection.execute(insert(InstrumentRow).values(digest=digest, content=content))


def instrument(connection: Connection, digest: str) -> str | None:
    """Return an exact instrument as JSON."""
    return connection.execute(
        select(InstrumentRow.content).where(InstrumentRow.digest == digest)
    ).scalar_one_or_none()
