"""Tell a used code from an unknown one by how long the website takes."""

from collections import defaultdict
from statistics import median

from peeraudit.operations.privacy_check.scene import Asked, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)

SURE = 5.0
"""Standard errors from a coin's toss: about one in a million by chance."""

MILLISECONDS = 1_000


def run(scene: Scene) -> Verdict:
    """Compare each kind of code with an unknown one, within each round.

    Where the time is the same, either is as often the slower one: so a machine that
    slows down and speeds up meanwhile changes nothing. Another unknown code, asked in
    every round too, shows how far from even chance may take it.
    """
    seconds = defaultdict(list)
    for reply in scene.replies:
        seconds[reply.asked].append(reply.seconds)
    if not seconds:
        return not_tried("no website was asked")
    unknown, too = seconds[Asked.UNKNOWN], seconds[Asked.UNKNOWN_TOO]
    margin = max(SURE / 2 / len(unknown) ** 0.5, abs(_lead(too, unknown)))
    told = ", ".join(f"{each} {_ms(median(seconds[each]))}" for each in Asked)
    slower = [
        asked
        for asked in (Asked.SPENT, Asked.CLOSED)
        if abs(_lead(seconds[asked], unknown)) > margin
    ]
    if slower:
        return won(f"{' and '.join(slower)} codes can be told: {told}")
    return held(
        f"no difference in {len(unknown)} rounds ({told}); "
        f"{_ms(_least_seen(too, unknown, margin))} would have shown"
    )


def _ms(seconds: float) -> str:
    """Return a time in milliseconds."""
    return f"{seconds * MILLISECONDS:.2f} ms"


def _least_seen(too: list[float], unknown: list[float], margin: float) -> float:
    """Return by how many seconds a reply would have to be later to be noticed."""
    apart = sorted(a - b for a, b in zip(too, unknown, strict=True))
    return abs(apart[min(len(apart) - 1, int((0.5 + margin) * len(apart)))])


def _lead(seconds: list[float], unknown: list[float]) -> float:
    """Return how much more often than not a reply took longer, from -0.5 to 0.5."""
    longer = sum(a > b for a, b in zip(seconds, unknown, strict=True))
    return longer / len(unknown) - 0.5


ATTACK = Attack(
    "refusal-times", "Tell used and closed codes from unknown ones by the time", run
)
