"""Find a key of an audit that has been released."""

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
    """Look into both key folders for files of released audits, or of none."""
    look = scene.last
    released = Counter(look.states.values())[State.RELEASED]
    if not released:
        return not_tried("no audit has been released")
    left = [file for file in look.keys if _is_left(look.states.get(file.audit))]
    if left:
        names = sorted({f"{file.kind} ({file.folder})" for file in left})
        return won(f"keys are left: {', '.join(names)}")
    unseen = [each for each in look.unseen if "keys" in each]
    if unseen:
        return not_tried("; ".join(unseen))
    return held(f"no key of {released} released audits is left")


def _is_left(state: State | None) -> bool:
    """Say whether a key's audit is over, or no audit of this database."""
    return state is None or state is State.RELEASED


ATTACK = Attack("keys-left", "Find a key that should have been destroyed", run)
