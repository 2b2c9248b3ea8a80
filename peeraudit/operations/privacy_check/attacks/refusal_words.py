"""Tell a used code from an unknown one by what the website shows."""

from collections import defaultdict

from peeraudit.operations.privacy_check.scene import Asked, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)


def run(scene: Scene) -> Verdict:
    """Compare status, headers and page, byte by byte."""
    shown = defaultdict(set)
    for reply in scene.replies:
        shown[reply.asked].add(reply.shown)
    if not shown:
        return not_tried("no website was asked")
    differs = [asked for asked in shown if shown[asked] != shown[Asked.UNKNOWN]]
    if differs:
        return won(f"{' and '.join(differs)} codes get another page than unknown ones")
    if len(shown[Asked.UNKNOWN]) > 1:
        return won("the page for an unknown code is not always the same")
    return held(f"one page for all, in {len(scene.replies)} replies")


ATTACK = Attack(
    "refusal-words", "Tell used and closed codes from unknown ones by the page", run
)
