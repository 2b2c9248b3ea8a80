"""What pictures are made of.

Across, everything is in percent, so that type stays readable; down, in pixels.
"""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from peeraudit.report.drawing.styles import Style

GUTTER, TRACK = 34.0, 62.0
"""Names take the first third; the scale takes the rest, with room at its end."""
NAMES_END = 32.0
TITLE, LINE, LANE, GAP, AXIS = 22, 13, 15, 6, 20
"""Heights in pixels: a line of a title, of a name, a lane, below a row, an axis."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many letters fit on a line: of a name beside a chart, and of a title."""

    name: int
    title: int


class Role(StrEnum):
    """What words are for, which says how they look."""

    TITLE = "title"
    NAME = "name"
    TICK = "tick"
    NOTE = "note"
    BEFORE = "before"
    """A note that ends where it stands."""
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words at a place."""

    x: float
    y: int
    text: str
    role: Role
    part: ClassVar[str] = "words"


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle."""

    x: float
    y: int
    width: float
    height: int
    colour: str
    opacity: float = 1
    part: ClassVar[str] = "bar"


@dataclass(frozen=True, slots=True)
class Upright:
    """A line from top to bottom."""

    x: float
    top: int
    bottom: int
    dashed: bool
    part: ClassVar[str] = "upright"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape around a place."""

    x: float
    y: int
    style: Style
    part: ClassVar[str] = "shape"


Part = Words | Bar | Upright | Shape


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, laid out: its parts in the order in which they are drawn."""

    height: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A name, and the height at which what belongs to it is drawn."""

    middle: int
    names: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A title, and a lane below it for each name."""

    title: tuple[Words, ...]
    top: int
    """Where the lanes begin."""
    bottom: int
    lanes: tuple[Lane, ...]


def block(
    title: str, names: Iterable[str], top: int, room: Room, least: int = LANE
) -> Block:
    """Lay a title out, and lanes of at least so many pixels."""
    heading = tuple(
        Words(0, top + 15 + number * TITLE, words, Role.TITLE)
        for number, words in enumerate(textwrap.wrap(title, room.title) or [""])
    )
    y = lanes_top = top + TITLE * len(heading)
    lanes = []
    for name in names:
        lines = textwrap.wrap(name, room.name)
        height = max(least, LINE * len(lines) + 2)
        lanes.append(_lane(y + height // 2, lines))
        y += height
    return Block(heading, lanes_top, y, tuple(lanes))


def _lane(middle: int, lines: list[str]) -> Lane:
    """Lay a name out, centred on the middle of its lane."""
    first = middle - LINE * (len(lines) - 1) // 2 + 4
    return Lane(
        middle,
        tuple(
            Words(NAMES_END, first + LINE * number, words, Role.NAME)
            for number, words in enumerate(lines)
        ),
    )
