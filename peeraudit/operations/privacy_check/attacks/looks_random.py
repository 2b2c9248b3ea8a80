"""See a difference between sealed values: in length, in content, in repetition."""

import zlib
from collections import defaultdict
from collections.abc import Iterator

from peeraudit.operations.privacy_check.keyring import sealed
from peeraudit.operations.privacy_check.scene import Look, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)


def run(scene: Scene) -> Verdict:
    """Compare everything sealed within each table and audit."""
    piles: dict[tuple[str, str], set[bytes]] = defaultdict(set)
    for look in scene.looks:
        for each in sealed(look):
            piles[each.table, each.audit].add(each.content)
    if not piles:
        return not_tried("nothing sealed was there")
    wrong = {
        f"{table}: {fault}"
        for (table, _), pile in piles.items()
        for fault in _differences(pile)
    }
    if any(map(_has_twins, scene.looks)):
        wrong.add("two are the same, so what is in them is")
    if wrong:
        return won("; ".join(sorted(wrong)))
    return held(f"all {sum(map(len, piles.values()))} look alike")


def _has_twins(look: Look) -> bool:
    """Say whether two sealed values are the same."""
    seen = [each.content for each in sealed(look)]
    return len(set(seen)) < len(seen)


def _differences(pile: set[bytes]) -> Iterator[str]:
    """Yield what sets sealed values of one table and audit apart."""
    if len({len(each) for each in pile}) > 1:
        yield "lengths differ, and tell how much was answered"
    # What is random cannot be written any shorter.
    if any(len(zlib.compress(each)) < len(each) for each in pile):
        yield "some are not random"


ATTACK = Attack("looks-random", "Tell sealed answers apart without opening them", run)
