"""Find a time or a running number beside what one person left."""

from collections.abc import Iterator
from datetime import date, datetime

from peeraudit.operations.privacy_check.scene import Scene, TableSeen
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)

IN_ORDER = (datetime, date, int, float)
"""What can say when, or as how many."""


def run(scene: Scene) -> Verdict:
    """Look at the columns of every table whose rows have random names."""
    tables = {
        table.name: table
        for look in scene.looks
        for table in look.tables
        if table.of_people
    }
    if not tables:
        return not_tried("the tables were not looked at")
    found = sorted(what for table in tables.values() for what in _told(table))
    if found:
        return won(f"{', '.join(found)} could tell when somebody came")
    return held(f"none in {', '.join(sorted(tables))}")


def _told(table: TableSeen) -> Iterator[str]:
    """Yield the columns of a table that put its rows in order."""
    if table.has_row_numbers:
        yield f"the row numbers of {table.name}"
    for column in table.columns:
        if issubclass(column.kind, IN_ORDER):
            yield f"{table.name}.{column.name}"


ATTACK = Attack(
    "times-kept", "Find a time or a running number beside a code, draft or box", run
)
