"""One look at everything that can be carried off."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from peeraudit.operations.installation import Installation
from peeraudit.operations.privacy_check.loot.files import Files
from peeraudit.operations.privacy_check.loot.keys import take_keys, take_permissions
from peeraudit.operations.privacy_check.loot.rows import (
    take_rows,
    take_tables,
    take_triggers,
)
from peeraudit.operations.privacy_check.scene import Look, Moment, RawFile, Row

PLACE_IN_FILE = "place in the file"

TELLING = 16
"""Bytes that are hardly ever the same by chance."""


def backup(installation: Installation, when: Moment) -> Look:
    """Look at the rows and keys alone, as often as somebody makes a backup."""
    keys = take_keys(installation)
    rows = take_rows(installation.database)
    return Look(when, rows=rows, keys=keys.files, unseen=keys.unseen)


def look(
    installation: Installation, when: Moment, files: Files, beside: Iterable[Path] = ()
) -> Look:
    """Look at everything, where the database's own files have been read.

    ``beside`` are files beside the key folders that only some may read.
    """
    seen = backup(installation, when)
    return replace(
        seen,
        tables=take_tables(installation.database),
        rows=tuple(located(seen.rows, files.files)),
        files=files.files,
        triggers=take_triggers(installation.database),
        permissions=take_permissions(installation, (*files.paths, *beside)),
        unseen=(*seen.unseen, *files.unseen),
    )


def located(rows: Iterable[Row], files: Sequence[RawFile]) -> Iterator[Row]:
    """Yield the rows, and of each in which place of the files its bytes lie."""
    content = b"".join(file.content for file in files)
    for row in rows:
        place = content.find(_longest(row)) if _longest(row) else -1
        places = {**row.places, PLACE_IN_FILE: place} if place >= 0 else row.places
        yield replace(row, places=places)


def _longest(row: Row) -> bytes:
    """Return how the longest value of a row begins; nothing where none is telling."""
    values = [each for each in row.values.values() if isinstance(each, bytes)]
    longest = max(values, key=len, default=b"")
    return longest[:TELLING] if len(longest) >= TELLING else b""
