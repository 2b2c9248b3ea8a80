"""Find a box, draft or code of an audit that has been released."""

from collections import Counter

from peeraudit.audit.audit import State
from peeraudit.operations.privacy_check.scene import OF_MAIL, Look, Row, Scene
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
        if row.table in look.tables_of_people and _is_left(look, row)
    )
    if left:
        told = (f"{number} in {table}" for table, number in sorted(left.items()))
        return won(f"rows are left: {', '.join(told)}")
    tables = ", ".join(sorted(look.tables_of_people))
    return held(f"nothing of {released} released audits is in {tables}")


def _is_left(look: Look, row: Row) -> bool:
    """Say whether a row's time is over; the mail that the report is out may wait."""
    audit = str(row.values.get("audit_id"))
    may_wait = row.table in OF_MAIL and look.has_mail_key(audit)
    state = look.states.get(audit)
    return state is None or (state is State.RELEASED and not may_wait)


ATTACK = Attack("rows-left", "Find a box, draft or code of a released audit", run)
