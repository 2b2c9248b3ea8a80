"""Read answers in the database's own files, where deleted rows may still lie."""

from collections.abc import Iterator

from peeraudit.operations.privacy_check.scene import RawFile, Scene
from peeraudit.operations.privacy_check.traces import Answers, Reader, agrees
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)

MEGABYTE = 1 << 20


def run(scene: Scene) -> Verdict:
    """Look for questions with their answers in files, free pages and the log."""
    reader = Reader(scene.vocabulary)
    files = [file for look in scene.looks for file in look.files]
    notes = [note for look in scene.looks for note in look.unseen if "file" in note]
    unseen = "; ".join(dict.fromkeys(notes))
    if not files:
        return not_tried(unseen or "there were no files to look at")
    found = {file.name for file in files if any(_answers(scene, reader, file))}
    if found:
        return won(f"answers can be read in {', '.join(sorted(found))}")
    size = sum(len(file.content) for file in files) / MEGABYTE
    also = f"; not looked at: {unseen}" if unseen else ""
    return held(f"no answer in {len(files)} files, {size:.1f} MB{also}")


def _answers(scene: Scene, reader: Reader, file: RawFile) -> Iterator[Answers]:
    """Yield answers in one file; of a seeded audit, what people in it said.

    PostgreSQL keeps one log for all its databases: another may hold such answers.
    """
    people = scene.everybody
    for found in reader.answers_in(file.content):
        if not people or any(agrees(found, each.values) for each in people):
            yield found


ATTACK = Attack(
    "read-files",
    "Read answers in the database's files, with deleted rows and write-ahead log",
    run,
)
