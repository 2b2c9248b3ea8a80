"""Draws counts as tiles with a sign each, so that they can be seen and counted."""

from peeraudit.report.chart import Chart, Mark
from peeraudit.report.drawing.parts import (
    GAP,
    GUTTER,
    Bar,
    Drawing,
    Part,
    Role,
    Room,
    Words,
    block,
)
from peeraudit.report.drawing.styles import STYLES, Style

STEP, TILE, SIDE, HIGH = 5.2, 4.7, 15, 19
"""In percent, a tile with its gap and without; in pixels, a tile and a lane."""
MOST = 11
"""Tiles that fit across; from there on the number beside them goes on counting."""


def draw_tiles(chart: Chart, room: Room) -> Drawing:
    """Lay a chart out: a title for each row, a lane for each series it has any of."""
    parts: list[Part] = []
    y = 0
    for row in chart.rows:
        any_of = [
            (series, mark)
            for series, mark in zip(chart.series, row.marks, strict=True)
            if isinstance(mark, Mark) and mark.value
        ]
        laid = block(row.label, (s.name for s, _ in any_of), y, room, HIGH)
        parts += laid.title
        for (series, mark), lane in zip(any_of, laid.lanes, strict=True):
            parts += lane.names
            if series.of is not None:
                parts += _tiles(mark, lane.middle, STYLES[series.of])
        y = laid.bottom + GAP
    return Drawing(y, tuple(parts))


def _tiles(mark: Mark, y: int, style: Style) -> list[Part]:
    """Return so many tiles, and how many they are."""
    parts: list[Part] = []
    drawn = min(mark.value, MOST)
    for number in range(drawn):
        x = round(GUTTER + STEP * number, 2)
        parts += [
            Bar(x, y - SIDE // 2, TILE, SIDE, style.colour),
            Words(round(x + TILE / 2, 2), y + 5, style.sign, Role.SIGN),
        ]
    x = round(GUTTER + STEP * drawn + 1, 2)
    return [*parts, Words(x, y + 4, mark.words, Role.NOTE)]
