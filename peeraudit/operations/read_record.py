"""Read the record of what managers did, and see whether anybody has changed it.

The worker notes the last entry beside the keys, where neither the website nor the
database reaches. So it shows too if the end of the record was cut off.
"""

import logging
from dataclasses import dataclass

from peeraudit.account.record import Entry
from peeraudit.operations.installation import EVERY_AUDIT, Installation
from peeraudit.sealing.keys import KeyKind, KeyLost
from peeraudit.storage import record
from peeraudit.storage.record import Link
from peeraudit.storage.sealed_rows import SealedRows

log = logging.getLogger(__name__)

LAST = "last entry"
"""What the mark in the worker's note is for."""


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """The record, the last entry first."""

    entries: tuple[Entry, ...]
    changed_at: int
    """The number of the first entry that somebody changed, put in or took out outside
    PeerAudit; 0 where nobody did."""


@dataclass(frozen=True, slots=True)
class _Note:
    """The entry that was the last when the worker looked."""

    number: int
    mark: str

    def fits(self, rows: SealedRows, place: Link | None) -> bool:
        """Say whether an entry is that one still."""
        return place is not None and _mark(rows, place) == self.mark


def read_record(installation: Installation) -> ReadRecord:
    """Return the whole record, and where it is not as it was written."""
    with installation.reading_accounts() as rows:
        found = record.read(rows)
        changed_at = found.changed_at or _cut_at(rows, _read_note(installation))
    return ReadRecord(found.entries, changed_at)


def note_last_entry(installation: Installation) -> None:
    """Note which entry is the last, if the record still has the one noted before.

    The worker does this at each look. A record that was cut is left as noted, so that
    it goes on to show.
    """
    with installation.reading_accounts() as rows:
        note, now = _read_note(installation), record.last(rows)
        if note and now.number == note.number and note.fits(rows, now):
            return
        if at := _cut_at(rows, note):
            log.error("the record was changed outside PeerAudit at entry %d", at)
            return
        written = f"{now.number} {_mark(rows, now)}".encode()
    if now.number:
        installation.web_keys.replace(EVERY_AUDIT, KeyKind.LAST_ENTRY, written)


def _cut_at(rows: SealedRows, note: _Note | None) -> int:
    """Return where the record does not reach the entry noted; 0 where it does."""
    if note is None or note.fits(rows, record.link(rows, note.number)):
        return 0
    if note.number < record.beginning(rows).number:
        # It went by right since then, with those around it.
        return 0
    return min(note.number, record.last(rows).number + 1)


def _read_note(installation: Installation) -> _Note | None:
    """Return what the worker has noted; nothing before its first look."""
    try:
        kept = installation.web_keys.read(EVERY_AUDIT, KeyKind.LAST_ENTRY)
    except KeyLost:
        return None
    number, _, mark = kept.decode().partition(" ")
    return _Note(int(number), mark)


def _mark(rows: SealedRows, place: Link) -> str:
    """Return the mark of an entry's place, which lies in no database."""
    return rows.seal(LAST, place.number, place.seal.hex()).hex()
