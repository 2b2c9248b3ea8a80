"""Find a box, draft or code of an audit that has been released."""

from collections import Counter

from peeraudit.audit.audit import State
from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)


def run(scene: Scene) -> Verdict:
    """Count rows of people that belong to released audits, or to none."""
    look = scene.last
    released = Counter(look.states.values())[State.RELEASED]
    if not released:
        return not_tried("no audit has been released")
    left = Counter(
        row.table
        for row in look.rows
        if row.table in look.tables_of_people
        and look.states.get(str(row.values.get("audit_id"))) in {None, State.RELEASED}
    )
    if left:
        told = (f"{number} in {table}" for table, number in sorted(left.items()))
        return won(f"rows are left: {', '.join(told)}")
    tables = ", ".join(sorted(look.tables_of_people))
    return held(f"nothing of {released} released audits is in {tables}")


ATTACK = Attack("rows-left", "Find a box, draft or code of a released audit", run)
