"""Try every attack on a scene."""

from collections.abc import Iterator

from peeraudit.operations.privacy_check.attacks import ATTACKS
from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.verdict import Line


def attack(scene: Scene) -> Iterator[Line]:
    """Yield a line for each attack."""
    for each in ATTACKS:
        yield Line(each.name, each.tried, each.run(scene))
