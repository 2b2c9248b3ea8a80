"""Find a store beside our tables: a job queue, a session table, a trigger."""

from collections.abc import Iterator

from peeraudit.operations.privacy_check.marks import marks_in
from peeraudit.operations.privacy_check.scene import Look, Scene
from peeraudit.operations.privacy_check.traces import Reader, as_bytes
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)
from peeraudit.storage.tables import Base

OURS = frozenset({*Base.metadata.tables, "alembic_version"})


def run(scene: Scene) -> Verdict:
    """Look through every table that is not ours."""
    tables = frozenset(table.name for look in scene.looks for table in look.tables)
    if not tables:
        return not_tried("the tables were not looked at")
    if own := sorted({each for look in scene.looks for each in look.triggers}):
        return won(f"the database has triggers that are not ours: {', '.join(own)}")
    reader = Reader(scene.vocabulary)
    found = {what for look in scene.looks for what in _kept(look, reader)}
    if found:
        return won("; ".join(sorted(found)))
    if others := tables - OURS:
        return held(f"{', '.join(sorted(others))} is not ours, and holds no person")
    return held(
        f"there is none: the worker asks the database what is due, a session is a "
        f"cookie; the tables are {', '.join(sorted(tables))}"
    )


def _kept(look: Look, reader: Reader) -> Iterator[str]:
    """Yield what tables that are not ours tell of people."""
    for row in look.rows:
        if row.table not in OURS:
            content = b"\n".join(map(as_bytes, row.values.values()))
            yield from (f"{row.table}: {mark}" for mark in marks_in(content))
            if any(reader.answers_in(content)):
                yield f"{row.table}: answers"


ATTACK = Attack(
    "hidden-store", "Find people in a job queue or a store of sessions", run
)
