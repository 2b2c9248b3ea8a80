"""The record of what managers did: rows are added, and none is ever changed.

Each row has a mark of all of it and of the mark before. So it shows if one is changed,
put in or taken out. The oldest go when their time is over; what then comes first is
noted, with a mark too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, insert, select

from peeraudit.account.record import ONCE_A_DAY, Act, Entry
from peeraudit.storage import installation_settings
from peeraudit.storage.sealed_rows import Part, SealedRows
from peeraudit.storage.tables import RecordRow
from peeraudit.storage.turns import take_turns

KIND = "record"
ERASED_TO = "record erased to"
"""The name of the setting that says behind which entry the record begins."""

ACTS = frozenset(Act)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry's place in the chain."""

    number: int
    seal: bytes


NOTHING = Link(0, b"")
"""What the first entry of all stands behind."""


@dataclass(frozen=True, slots=True)
class Record:
    """The record as it was found."""

    entries: tuple[Entry, ...]
    """The last first."""
    last: Link
    changed_at: int = 0
    """The number of the first entry that is not as it was written, or is not there;
    0 where all is as it was."""


def add(rows: SealedRows, entry: Entry) -> None:
    """Add an entry behind the last; its mark covers the mark before it."""
    # Two who act at once stand behind each other, not in one place.
    take_turns(rows.connection, RecordRow)
    if entry.act in ONCE_A_DAY and _is_there(rows, entry):
        return
    before = last(rows)
    number = before.number + 1
    rows.connection.execute(
        insert(RecordRow).values(
            number=number,
            day=entry.on,
            act=entry.act,
            account_id=entry.account,
            by=entry.by,
            team_id=entry.team,
            audit_id=entry.audit,
            about=entry.about,
            seal=rows.seal(KIND, *_parts(number, entry, before.seal)),
        )
    )


def every(rows: SealedRows) -> list[Entry]:
    """Return the whole record, the last first."""
    return list(read(rows).entries)


def read(rows: SealedRows) -> Record:
    """Return the whole record, and say whether it is as it was written."""
    entries: list[Entry] = []
    before, changed_at = beginning(rows), 0
    for row in rows.connection.execute(select(RecordRow).order_by(RecordRow.number)):
        if row.number != before.number + 1:
            changed_at = changed_at or before.number + 1
        elif not rows.holds(KIND, row.seal, *_of(row, before.seal)):
            changed_at = changed_at or row.number
        entries += _entries(row)
        before = Link(row.number, row.seal)
    return Record(tuple(reversed(entries)), before, changed_at)


def last(rows: SealedRows) -> Link:
    """Return the place of the last entry."""
    row = rows.connection.execute(
        select(RecordRow.number, RecordRow.seal)
        .order_by(RecordRow.number.desc())
        .limit(1)
    ).first()
    return Link(row.number, row.seal) if row else beginning(rows)


def link(rows: SealedRows, number: int) -> Link | None:
    """Return the place of an entry, if it is there, or the record begins behind it."""
    if (begins := beginning(rows)).number == number:
        return begins
    seal = rows.connection.execute(
        select(RecordRow.seal).where(RecordRow.number == number)
    ).scalar_one_or_none()
    return Link(number, seal) if seal is not None else None


def reaches_before(rows: SealedRows, day: date) -> bool:
    """Say whether there is an entry of a day before ``day``."""
    query = select(RecordRow.number).where(RecordRow.day < day).limit(1)
    return rows.connection.execute(query).first() is not None


def forget_before(rows: SealedRows, day: date) -> int:
    """Erase the oldest entries, if of days before ``day``, but the last; count them.

    Only what is as it was written: a row whose day somebody has changed would else take
    with it, and by right, all that it stands before.
    """
    take_turns(rows.connection, RecordRow)
    begins = beginning(rows)
    place = _end_of_old(rows, begins, day)
    if place == begins:
        return 0
    _begin_behind(rows, place)
    gone = rows.connection.execute(
        delete(RecordRow).where(RecordRow.number <= place.number)
    )
    return gone.rowcount


def _end_of_old(rows: SealedRows, begins: Link, day: date) -> Link:
    """Return the last of the oldest entries of days before ``day`` that holds."""
    before, end = begins, last(rows).number
    for row in rows.connection.execute(select(RecordRow).order_by(RecordRow.number)):
        is_old = row.day < day and row.number < end
        if not is_old or row.number != before.number + 1:
            break
        if not rows.holds(KIND, row.seal, *_of(row, before.seal)):
            break
        before = Link(row.number, row.seal)
    return before


def _begin_behind(rows: SealedRows, place: Link) -> None:
    """Note that the entries up to a place are gone by right."""
    noted = f"{place.number}:{place.seal.hex()}"
    mark = rows.seal(ERASED_TO, noted).hex()
    installation_settings.keep(rows.connection, ERASED_TO, f"{noted}:{mark}")


def beginning(rows: SealedRows) -> Link:
    """Return what the first entry that is kept stands behind."""
    kept = installation_settings.find(rows.connection, ERASED_TO)
    if kept is None:
        return NOTHING
    noted, _, mark = kept.rpartition(":")
    if rows.seal(ERASED_TO, noted).hex() != mark:
        return NOTHING
    number, _, seal = noted.partition(":")
    return Link(int(number), bytes.fromhex(seal))


def _is_there(rows: SealedRows, entry: Entry) -> bool:
    """Say whether the same is written of the same day already."""
    query = select(RecordRow.number).where(
        RecordRow.day == entry.on,
        RecordRow.act == entry.act,
        RecordRow.account_id == entry.account,
        RecordRow.by == entry.by,
        RecordRow.audit_id == entry.audit,
        RecordRow.about == entry.about,
    )
    return rows.connection.execute(query.limit(1)).first() is not None


def _parts(number: int, entry: Entry, before: bytes) -> tuple[Part, ...]:
    """Return all that the mark of an entry covers."""
    what = (entry.act, entry.account, entry.by, entry.team, entry.audit, entry.about)
    return (str(number), entry.on.isoformat(), *what, before.hex())


def _of(row: Row[Any], before: bytes) -> tuple[Part, ...]:
    """Return the same of a row."""
    what = (row.act, row.account_id, row.by, row.team_id, row.audit_id, row.about)
    return (str(row.number), row.day.isoformat(), *what, before.hex())


def _entries(row: Row[Any]) -> Iterator[Entry]:
    """Yield the entry that a row holds; nothing of an act that there is none of."""
    if row.act in ACTS:
        yield Entry(
            row.day,
            Act(row.act),
            row.by,
            row.team_id,
            row.audit_id,
            row.about,
            row.account_id,
        )
