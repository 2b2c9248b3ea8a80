"""Find a person in a log: a code, a return word, an address of a page, an answer."""

from collections.abc import Iterator

from peeraudit.operations.privacy_check.marks import marks_in
from peeraudit.operations.privacy_check.scene import Log, Person, Scene
from peeraudit.operations.privacy_check.traces import Reader, spellings
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)

PAGES = ("/a/", "/answer")
"""Where respondents go."""


def run(scene: Scene) -> Verdict:
    """Look through everything that any process wrote."""
    if not scene.logs:
        return not_tried("no log was given")
    reader = Reader(scene.vocabulary)
    found = {what for log in scene.logs for what in _traces(scene, reader, log)}
    if found:
        return won("; ".join(sorted(found)))
    lines = sum(log.text.count("\n") + bool(log.text) for log in scene.logs)
    return held(f"{lines} lines name no code, page, cookie or answer")


def _traces(scene: Scene, reader: Reader, log: Log) -> Iterator[str]:
    """Yield what one log tells."""
    content = log.text.encode(errors="replace")
    if any(page in log.text for page in PAGES):
        yield f"{log.name}: pages of respondents"
    if any(secret in content for person in scene.everybody for secret in _own(person)):
        yield f"{log.name}: what somebody's browser holds, or the hash of a code"
    for mark in marks_in(content):
        yield f"{log.name}: {mark}"
    if any(reader.answers_in(content)):
        yield f"{log.name}: answers"


def _own(person: Person) -> Iterator[bytes]:
    """Yield what is one person's alone, however it could be written."""
    for secret in (person.code, person.word, person.session):
        if secret:
            yield secret.encode()
    yield from spellings(person.fingerprint)


ATTACK = Attack("read-logs", "Find a code, a page, a cookie or an answer in a log", run)
