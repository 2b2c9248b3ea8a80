"""Find in a backup what ties a box, or anything, to a code that was used."""

import hashlib
from collections.abc import Iterator

from peeraudit.operations.privacy_check.scene import Person, Scene
from peeraudit.operations.privacy_check.traces import as_bytes
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)

TELLING = 12
"""So many bytes of a hash stand for the whole: no two begin alike by chance."""

HASHES = ("md5", "sha1", "sha256", "sha512", "blake2b")


def run(scene: Scene) -> Verdict:
    """Look for each person's code in every backup made after they submitted."""
    if not scene.people:
        return not_tried("no code that was used is known here")
    marks = [tuple(_marks_of(person)) for person in scene.people]
    found = {
        f"{table}.{column}"
        for (table, column, content), number in _last_seen(scene).items()
        # While people answer there is a backup before the first, and after each.
        for person in marks[:number]
        if any(mark in content for mark in person)
    }
    if found:
        return won(f"a used code can be found again in {', '.join(sorted(found))}")
    return held(f"no row keeps anything of {len(marks)} codes that were used")


def _last_seen(scene: Scene) -> dict[tuple[str, str, bytes], int]:
    """Return each value with the last backup that has it, where most codes are used."""
    return {
        (row.table, column, as_bytes(value)): number
        for number, look in enumerate(scene.looks)
        for row in look.rows
        for column, value in row.values.items()
        if value is not None
    }


def _marks_of(person: Person) -> Iterator[bytes]:
    """Yield a code as it could be kept: plainly, or as the beginning of a hash."""
    for code in (person.code.encode(), person.code.replace("-", "").encode()):
        yield code
        digests = [hashlib.new(name, code).digest() for name in HASHES]
        for digest in (person.fingerprint, *digests):
            yield digest[:TELLING]
            yield digest[:TELLING].hex().encode()


ATTACK = Attack("join-by-value", "Find a box by a colleague's code", run)
