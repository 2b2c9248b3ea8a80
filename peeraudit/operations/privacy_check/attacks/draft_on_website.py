"""Ask the website for a draft, with its code alone."""

from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)


def run(scene: Scene) -> Verdict:
    """Count the answers that pages show to somebody without the return word."""
    owners = sum(peek.answers for peek in scene.peeks if peek.is_owner)
    others = sum(peek.answers for peek in scene.peeks if not peek.is_owner)
    if not owners:
        return not_tried("no draft was begun on a website")
    if others:
        return won(f"{others} answers are shown without the return word")
    return held(f"no answer is shown, where its owner sees {owners}")


ATTACK = Attack("draft-on-website", "See a draft on the website by its code", run)
