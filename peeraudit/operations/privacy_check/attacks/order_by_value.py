"""Tell the order in which people answered from what their rows hold."""

from peeraudit.operations.privacy_check.arrivals import arrivals, telling
from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)


def run(scene: Scene) -> Verdict:
    """Sort the rows that came with people by each of their columns."""
    came = arrivals(scene)
    if not came:
        return not_tried("needs backups before and after somebody submits")
    found: set[str] = set()
    for look in scene.closely:
        found |= telling(
            (f"{row.table}.{column}", value, came[row.name])
            for row in look.rows
            if row.name in came
            for column, value in row.values.items()
        )
    if found:
        return won(f"the order can be told from {', '.join(sorted(found))}")
    tables = ", ".join(sorted({table for table, _ in came}))
    return held(f"no column of {tables} says who came before whom")


ATTACK = Attack(
    "order-by-value", "Tell the order of people from what is kept in a row", run
)
