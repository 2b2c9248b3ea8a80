"""Read what a browser still holds after Submit, on a shared computer say."""

from collections.abc import Iterator

from peeraudit.operations.privacy_check.loot.session import read_session
from peeraudit.operations.privacy_check.scene import Person, Scene
from peeraudit.operations.privacy_check.traces import Reader
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)


def run(scene: Scene) -> Verdict:
    """Read the session cookies of everybody who submitted."""
    people = [each for each in scene.people if each.session]
    if not people:
        return not_tried("no cookie of a respondent is known")
    reader = Reader(scene.vocabulary)
    found = {what for each in people for what in _left(each, reader)}
    if found:
        return won(f"the cookie holds {', '.join(sorted(found))}")
    return held(f"{len(people)} cookies hold no answer and no return word")


def _left(person: Person, reader: Reader) -> Iterator[str]:
    """Yield what a cookie should not hold any more."""
    content = read_session(person.session)
    if any(reader.answers_in(content)):
        yield "answers"
    if person.word and person.word.encode() in content:
        yield "the return word"


ATTACK = Attack("read-sessions", "Read a respondent's cookie after Submit", run)
