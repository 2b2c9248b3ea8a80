"""The record of what managers did: rows are added, and none is ever changed."""

from typing import Any

from sqlalchemy import Row, insert, select

from peeraudit.account.record import Act, Entry
from peeraudit.storage.sealed_rows import Part, SealedRows
from peeraudit.storage.tables import RecordRow
from peeraudit.storage.turns import take_turns

KIND = "record"


def add(rows: SealedRows, entry: Entry) -> None:
    """Add an entry behind the last; its mark covers the mark before it."""
    # Two who act at once stand behind each other, not in one place.
    take_turns(rows.connection, RecordRow)
    last = rows.connection.execute(
        select(RecordRow.number, RecordRow.seal).order_by(RecordRow.number.desc())
    ).first()
    number, before = (last.number + 1, last.seal) if last else (1, b"")
    rows.connection.execute(
        insert(RecordRow).values(
            number=number,
            at=entry.at,
            act=entry.act,
            account_id=entry.account,
            by=entry.by,
            team_id=entry.team,
            audit_id=entry.audit,
            about=entry.about,
            seal=rows.seal(KIND, *_parts(number, entry, before)),
        )
    )


def _parts(number: int, entry: Entry, before: bytes) -> tuple[Part, ...]:
    """Return all that the mark of an entry covers."""
    what = (entry.act, entry.account, entry.by, entry.team, entry.audit, entry.about)
    return (str(number), entry.at, *what, before.hex())


def _entry(row: Row[Any]) -> Entry:
    """Return the entry that a row holds."""
    return Entry(
        row.at,
        Act(row.act),
        row.by,
        row.team_id,
        row.audit_id,
        row.about,
        row.account_id,
    )


def every(rows: SealedRows) -> list[Entry]:
    """Return the whole record, the last first."""
    query = select(RecordRow).order_by(RecordRow.number.desc())
    return [_entry(row) for row in rows.connection.execute(query)]
