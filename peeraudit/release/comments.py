"""Comments: what their reader may do to them, and where a release may hold them."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from peeraudit.audit.promise import COMMENTS_FROM
from peeraudit.disclosure.cells import GroupCount
from peeraudit.instrument.definition import CommentItem
from peeraudit.release.release import Release

STRUCK_OUT = "[…]"
"""What stands in place of words that could tell who wrote a comment."""

PIECE = re.compile(r"(?P<piece>\w+|[^\w\s])(?P<space>\s*)")
"""A word, or a sign beside it, that can be struck out by itself."""

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
    mark: str = ""
    """A random one for each comment: a copy of it is known by it."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was taken out."""
        return self.kept == self.written

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
    >>> strike_out("Kay's friend, who left.", "'s friend, who left.")
    "[…]'s friend, who left."
    >>> strike_out("It is fine.", "It is not fine.") is None
    True
    """
    wanted = deque(each for each, _ in _pieces(left.replace(STRUCK_OUT, " ")))
    shown = ""
    for piece, space in _pieces(written):
        if wanted and piece == wanted[0]:
            shown += wanted.popleft() + space
        elif shown.rstrip().endswith(STRUCK_OUT):
            shown = shown.rstrip() + space
        else:
            shown += STRUCK_OUT + space
    return None if wanted else shown.strip()


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    """Yield each word and each sign, and the space after it."""
    for found in PIECE.finditer(words):
        yield found["piece"], found["space"]


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
    if len(release.comments) > len(items) * sum(each.asked for each in release.groups):
        yield "comments: more than people who were asked"
    most = max((item.longest for item in items), default=0)
    # A mark can be longer than the words in whose place it stands.
    if any(len(words) > most * len(STRUCK_OUT) for words in release.comments):
        yield "comments: one is longer than could be written"
