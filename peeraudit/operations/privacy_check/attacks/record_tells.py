"""Find in the record of what managers did when somebody answered, or who was asked."""

import re
from collections.abc import Iterator
from datetime import datetime

from peeraudit.instrument.frozen import Group
from peeraudit.operations.privacy_check.arrivals import arrivals
from peeraudit.operations.privacy_check.scene import Look, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)

RECORD = "record"

TIME_OF_DAY = re.compile(r"\b\d{1,2}:\d{2}\b")

ASKED = frozenset(Group) - {Group.MANAGER}
"""Managers have a role of that name, too, which an entry may say."""


def run(scene: Scene) -> Verdict:
    """Look for a minute, for a group, and for entries that came with somebody."""
    entries = [row for row in scene.last.rows if row.table == RECORD]
    if not entries:
        return not_tried("nothing is recorded")
    found = set(_minutes(scene.last)) | set(_words(scene.last))
    if any(table == RECORD for table, _key in arrivals(scene)):
        found.add("entries that came as somebody answered")
    if found:
        return won(f"the record has {', '.join(sorted(found))}")
    return held(f"{len(entries)} entries, by the day, tell of nobody who was asked")


def _minutes(look: Look) -> Iterator[str]:
    """Yield the columns that keep more than the day."""
    for table in look.tables:
        for column in table.columns:
            if table.name == RECORD and issubclass(column.kind, datetime):
                yield f"the minute in {column.name}"


def _words(look: Look) -> Iterator[str]:
    """Yield what the words of entries tell of time and groups."""
    for row in look.rows:
        for value in row.values.values() if row.table == RECORD else ():
            if isinstance(value, str) and TIME_OF_DAY.search(value):
                yield "a time of day in its words"
            if isinstance(value, str) and any(group in value for group in ASKED):
                yield "a group that was asked in its words"


ATTACK = Attack(
    "record-tells",
    "Tell from the record of managers when somebody answered, or who was asked",
    run,
)
