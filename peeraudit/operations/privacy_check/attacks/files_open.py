"""Read a secret file as another user of the machine."""

from collections.abc import Iterator
from pathlib import Path

from peeraudit.operations.privacy_check.scene import Permission, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)

OTHERS = 0o007
GROUP_AND_OTHERS = 0o077


def run(scene: Scene) -> Verdict:
    """Look at who may read database, secret and keys."""
    files = [each for look in scene.looks for each in look.permissions]
    if not files:
        return not_tried("no file was looked at")
    found = sorted({told for each in files for told in _open(each)})
    if found:
        return won("; ".join(found))
    return held(f"none of {len(files)} files and folders is open to others")


def _open(file: Permission) -> Iterator[str]:
    """Yield who could read a file that should not."""
    name = Path(file.path).name
    if file.is_workers and file.mode & GROUP_AND_OTHERS:
        yield f"{name} can be read by others than the worker (mode {file.mode:o})"
    elif file.reachable and file.mode & OTHERS:
        yield f"{name} can be read by everybody (mode {file.mode:o})"


ATTACK = Attack(
    "files-open", "Read database, secret or keys as another user of the machine", run
)
