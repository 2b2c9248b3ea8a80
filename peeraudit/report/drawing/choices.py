"""Draws what was offered, and below it whoever most often puts it first."""

import textwrap
from collections.abc import Iterator

from peeraudit.report.chart import Chart, ChartRow, Mark
from peeraudit.report.drawing.parts import (
    GAP,
    LANE,
    TITLE,
    Bar,
    Drawing,
    Part,
    Role,
    Room,
    Shape,
    Words,
    block,
)
from peeraudit.report.drawing.styles import STYLES, TRACK_COLOUR, TRACK_OPACITY

BESIDE = 6
"""A name begins here, in percent: its shape stands before it."""
NOBODY = "No group that is shown"


def draw_choices(chart: Chart, room: Room) -> Drawing:
    """Lay a chart out: every choice, then what else there is to say of a group."""
    parts: list[Part] = []
    y = 0
    for title, rows in _places(chart):
        laid = block(title, (), y, room)
        y = laid.bottom
        who: list[Part] = []
        for row in rows:
            lane = _who(row, y, room)
            who += lane
            y += TITLE + LANE * (len(lane) - 2)
        if who:
            height = y - laid.bottom
            strip = Bar(0, laid.bottom, 100, height, TRACK_COLOUR, TRACK_OPACITY)
            parts += [strip, *laid.title, *who]
        else:
            parts += [*laid.title, Words(1, y + 11, NOBODY, Role.NOTE)]
            y += LANE
        y += GAP
    return Drawing(y, tuple(parts))


def _places(chart: Chart) -> Iterator[tuple[str, list[ChartRow]]]:
    """Yield each choice with the rows that make it, then what others say instead."""
    first = {row: row.marks[0] for row in chart.rows}
    for place, choice in enumerate(chart.choices):
        yield (
            choice,
            [r for r, m in first.items() if isinstance(m, Mark) and m.value == place],
        )
    for words in dict.fromkeys(m for m in first.values() if isinstance(m, str)):
        yield words, [row for row, mark in first.items() if mark == words]


def _who(row: ChartRow, top: int, room: Room) -> list[Part]:
    """Return the shape of a row, and its name beside it."""
    shape = [] if row.of is None else [Shape(3, top + 11, STYLES[row.of])]
    lines = textwrap.wrap(row.label, room.title)
    names = [
        Words(BESIDE, top + 15 + LANE * number, words, Role.NOTE)
        for number, words in enumerate(lines)
    ]
    return [*shape, *names]
