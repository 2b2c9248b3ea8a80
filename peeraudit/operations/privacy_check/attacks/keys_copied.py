"""Find the bytes of a key anywhere outside the key folders."""

from collections.abc import Iterator

from peeraudit.operations.privacy_check.scene import Look, Scene
from peeraudit.operations.privacy_check.traces import as_bytes, spellings
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)
from peeraudit.sealing.keys import KeyKind

SECRET = frozenset(kind for kind in KeyKind if kind is not KeyKind.RECORD)
"""Kinds whose bytes nobody else may have."""


def run(scene: Scene) -> Verdict:
    """Look for each key in every row, file and log, in several spellings."""
    files = [file for look in scene.looks for file in look.keys]
    keys = {file.content for file in files if file.kind in SECRET}
    if not keys:
        return not_tried("no key could be read")
    marks = [mark for key in keys for mark in spellings(key)]
    places = {(where, content) for look in scene.looks for where, content in _all(look)}
    places |= {(log.name, log.text.encode(errors="replace")) for log in scene.logs}
    found = {
        where for where, content in places if any(mark in content for mark in marks)
    }
    if found:
        return won(f"a key lies in {', '.join(sorted(found))}")
    looked_at = "row, file or log" if _has_files(scene) else "row or log"
    return held(f"{len(keys)} keys lie in no {looked_at}")


def _has_files(scene: Scene) -> bool:
    """Say whether the database's files could be looked at."""
    return any(look.files for look in scene.looks)


def _all(look: Look) -> Iterator[tuple[str, bytes]]:
    """Yield everything outside the key folders, and where it was."""
    for row in look.rows:
        for column, value in row.values.items():
            yield f"{row.table}.{column}", as_bytes(value)
    for file in look.files:
        yield file.name, file.content


ATTACK = Attack("keys-copied", "Find a copy of a key in database, files or logs", run)
