"""Open what is sealed with every key that is not the worker's."""

from peeraudit.operations.privacy_check.keyring import (
    one_of_each_audit,
    opens_any,
    possible_keys,
)
from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)


def run(scene: Scene) -> Verdict:
    """Try what the database and the website hold as a key on one box of each audit."""
    boxes = {each for look in scene.looks for each in one_of_each_audit(look)}
    keys: set[bytes] = set()
    for look in scene.looks:
        keys |= possible_keys(look, also_of_worker=False)
    if not boxes:
        return not_tried("nothing sealed was there")
    opened = {each.table for each in boxes if opens_any(keys, each)}
    if opened:
        return won(f"{', '.join(sorted(opened))} opens without the worker's key")
    return held(f"none of {len(keys)} possible keys opens any")


ATTACK = Attack(
    "open-boxes",
    "Open sealed answers with whatever database and website hold, as a key",
    run,
)
