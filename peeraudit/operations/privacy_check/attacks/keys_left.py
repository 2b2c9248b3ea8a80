"""Find a key of an audit that has been released."""

from peeraudit.audit.audit import State
from peeraudit.operations.privacy_check.scene import KeyFile, Look, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)
from peeraudit.sealing.keys import KeyKind

OVER = frozenset({State.SCREENING, State.RELEASED})
"""When answers have been opened, and no key may open them again."""


def run(scene: Scene) -> Verdict:
    """Look into both key folders for files of audits that are over, or of none."""
    look = scene.last
    over = sum(state in OVER for state in look.states.values())
    if not over:
        return not_tried("no audit has been closed")
    left = [file for file in look.keys if _is_left(look, file)]
    if left:
        names = sorted({f"{file.kind} ({file.folder})" for file in left})
        return won(f"keys are left: {', '.join(names)}")
    unseen = [each for each in look.unseen if "keys" in each]
    if unseen:
        return not_tried("; ".join(unseen))
    return held(f"no key of {over} closed audits is left")


def _is_left(look: Look, file: KeyFile) -> bool:
    """Say whether a key's time is over, or it is of no audit of this database."""
    audit, _, group = file.audit.partition(".")
    state = look.states.get(audit)
    match file.kind:
        case KeyKind.SEAL | KeyKind.LAST_ENTRY:
            return False
        case KeyKind.COMMENTS:
            return state in {None, State.RELEASED}
        case KeyKind.MAIL:
            is_due = state is State.RELEASED and not look.waits_for_mail(audit)
            return state is None or is_due
        case KeyKind.POOLING | KeyKind.TRIED | KeyKind.TAKEN:
            waits = ("pooled_tally", (audit, group)) in {row.name for row in look.rows}
            return state is None or (state in OVER and not waits)
        case _:
            return state is None or state in OVER


ATTACK = Attack("keys-left", "Find a key that should have been destroyed", run)
