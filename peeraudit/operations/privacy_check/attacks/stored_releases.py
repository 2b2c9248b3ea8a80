"""Find a stored release that says what its cells do not."""

from collections.abc import Iterator

from pydantic import ValidationError

from peeraudit.operations.privacy_check.scene import Row, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)
from peeraudit.release.release import from_json
from peeraudit.release.verify import unread, verify


def run(scene: Scene) -> Verdict:
    """Compute every stored release again from its cells."""
    stored = [row for row in scene.last.rows if row.table == "release"]
    if not stored:
        return not_tried("nothing has been released")
    wrong = {
        str(row.values["audit_id"]): fault
        for row in stored
        if (fault := next(_faults(row), ""))
    }
    if wrong:
        told = (f"audit {audit}: {fault}" for audit, fault in sorted(wrong.items()))
        return won("; ".join(told))
    return held(f"all {len(stored)} follow from their cells, and tell no more")


def _faults(row: Row) -> Iterator[str]:
    """Yield what is wrong with one stored release."""
    text = str(row.values["content"])
    try:
        release = from_json(text)
    except ValidationError:
        yield "it is no release"
        return
    yield from unread(text, release)
    yield from verify(release)
    if release.hash != row.values["hash"]:
        yield "its hash is not the one that was stored with it"


ATTACK = Attack(
    "stored-releases", "Find a stored release that its cells do not bear out", run
)
