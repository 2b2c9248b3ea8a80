"""Find a code, an e-mail address or a network address in any column."""

from peeraudit.operations.privacy_check.marks import marks_in
from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.traces import as_bytes
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)


def run(scene: Scene) -> Verdict:
    """Look through every value of every row that can be read as text."""
    values = {
        (row.table, column, as_bytes(value))
        for look in scene.looks
        for row in look.rows
        for column, value in row.values.items()
        if _is_text(value)
    }
    if not values:
        return not_tried("the database is empty")
    found = {
        f"{mark} in {table}.{column}"
        for table, column, value in values
        for mark in marks_in(value)
    }
    if found:
        return won("; ".join(sorted(found)))
    return held(f"none in {len(values)} texts")


def _is_text(value: object) -> bool:
    """Say whether a value is text: among random bytes anything turns up by chance."""
    try:
        return isinstance(value, str) or bool(
            isinstance(value, bytes) and value.decode()
        )
    except UnicodeDecodeError:
        return False


ATTACK = Attack(
    "marks-kept", "Find a code, an e-mail or network address in any column", run
)
