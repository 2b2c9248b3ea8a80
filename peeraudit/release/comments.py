"""Comments: what their reader may do to them, and where a release may hold them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from peeraudit.audit.promise import COMMENTS_FROM
from peeraudit.disclosure.cells import GroupCount
from peeraudit.instrument.definition import CommentItem
from peeraudit.release.release import Release

STRUCK_OUT = "[…]"
"""What stands in place of words that could tell who wrote a comment."""

LONGEST_SIGN = 6
"""Bytes that one sign can take when it is packed."""

ROOM = 128
"""Bytes for what is packed beside the words."""


@dataclass(frozen=True, slots=True)
class Screened:
    """One comment, and what its reader has decided."""

    written: str
    decided: bool = False
    kept: str = ""
    """What is left of it; empty where it is left out."""

    def pack(self) -> bytes:
        """Write it down for sealing."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()


def unpack(packed: bytes) -> Screened:
    """Read back what was packed."""
    return Screened(**json.loads(packed))


def longest(comments: Iterable[CommentItem]) -> int:
    """Return how many bytes a comment and what is left of it can need."""
    return 2 * LONGEST_SIGN * max(item.longest for item in comments) + ROOM


def strike_out(written: str, left: str) -> str | None:
    """Return a comment with marks where words were taken out; none if any were put in.

    >>> strike_out("On Mondays Kay runs it alone.", "On Mondays runs it alone.")
    'On Mondays […] runs it alone.'
    >>> strike_out("It is fine.", "It is not fine.") is None
    True
    """
    wanted = [word for word in left.split() if word != STRUCK_OUT]
    shown: list[str] = []
    for word in written.split():
        if wanted and word == wanted[0]:
            shown.append(wanted.pop(0))
        elif shown[-1:] != [STRUCK_OUT]:
            shown.append(STRUCK_OUT)
    return None if wanted else " ".join(shown)


def enough_answers(groups: Iterable[GroupCount]) -> bool:
    """Say whether comments may be shown, from numbers that the release tells anyway.

    Were others counted too, comments that are shown would tell how many of a hidden
    group answered.
    """
    return sum(count.answered or 0 for count in groups) >= COMMENTS_FROM


def faults(release: Release) -> Iterator[str]:
    """Yield what is wrong with the comments of a release."""
    if not release.comments:
        return
    if not release.promise.comments_read_by:
        yield "comments: the promise has none"
    if not enough_answers(release.groups):
        yield f"comments: shown from fewer than {COMMENTS_FROM} answers"
    items = release.instrument.content.comments
    most = max((item.longest for item in items), default=0)
    # A mark can be longer than the words in whose place it stands.
    if any(len(words) > most * len(STRUCK_OUT) for words in release.comments):
        yield "comments: one is longer than could be written"
