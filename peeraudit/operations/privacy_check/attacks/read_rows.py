"""Read answers in the rows of every backup."""

from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.traces import Reader, as_bytes
from peeraudit.operations.privacy_check.verdict import Attack, Verdict, held, won


def run(scene: Scene) -> Verdict:
    """Look for questions with their answers in every value of every row."""
    reader = Reader(scene.vocabulary)
    # A row that did not change is in many backups; it is read once.
    values = {
        (row.table, column, as_bytes(value))
        for look in scene.looks
        for row in look.rows
        for column, value in row.values.items()
        if value is not None
    }
    found = {
        f"{table}.{column}"
        for table, column, value in values
        if any(reader.answers_in(value))
    }
    if found:
        return won(f"answers can be read in {', '.join(sorted(found))}")
    tables = {table for table, _, _ in values}
    return held(f"no answer in {len(values)} values of {len(tables)} tables")


ATTACK = Attack(
    "read-rows", "Read answers in every row, of one backup after another", run
)
