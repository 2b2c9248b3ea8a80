"""Find the box that came as a code went: by two backups, or by one transaction."""

from collections.abc import Iterator

from peeraudit.operations.privacy_check.arrivals import arrivals
from peeraudit.operations.privacy_check.scene import Look, Moment, Person, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    limit,
    not_tried,
    won,
)

BEFORE_HASH = 25
"""Bytes of a row in PostgreSQL before the hash of its code: header and one length."""

ENDED_AT = slice(4, 8)
"""Where in its header the transaction stands that ended a row."""


def run(scene: Scene) -> Verdict:
    """See which box came with which code, and whether anything of it is left."""
    came = arrivals(scene)
    if not came:
        return not_tried("needs backups before and after somebody submits")
    kept = {
        row.table
        for look in scene.looks
        if look.when is Moment.CLOSED
        for row in look.rows
        if row.name in came
    }
    if kept:
        return won(f"what came with a code is still in {', '.join(sorted(kept))}")
    return limit(
        f"until closing two backups tell of {len(scene.people)} people which sealed "
        f"box came as they submitted, and {_by_deleted_rows(scene)}; not what is in it"
    )


def _by_deleted_rows(scene: Scene) -> str:
    """Say of how many people deleted rows tell the same."""
    look = scene.last_while_open
    if look is None or not look.files:
        return "deleted rows were not looked at"
    told = sum(any(_came_with(look, person)) for person in scene.people)
    return f"deleted rows tell it of {told}"


def _came_with(look: Look, person: Person) -> Iterator[bool]:
    """Yield whether a box was written by the transaction that deleted a code."""
    rows = [row for row in look.rows if row.table in look.tables_of_people]
    written = {row.places.get("xmin") for row in rows}
    for file in look.files:
        place = file.content.find(person.fingerprint)
        if place >= BEFORE_HASH:
            header = file.content[place - BEFORE_HASH : place]
            yield int.from_bytes(header[ENDED_AT], "little") in written


ATTACK = Attack(
    "join-by-time", "Find the box that came at the moment when a code went", run
)
