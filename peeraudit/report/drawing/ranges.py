"""Draws marks on a scale: theme scores, classes as steps of one width, and shares."""

from collections.abc import Callable
from itertools import pairwise

from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark
from peeraudit.report.drawing.parts import (
    AXIS,
    GAP,
    GUTTER,
    TRACK,
    Bar,
    Block,
    Drawing,
    Part,
    Role,
    Room,
    Shape,
    Upright,
    Words,
    block,
)
from peeraudit.report.drawing.styles import STYLES, TRACK_COLOUR, TRACK_OPACITY, Style

Scale = Callable[[float], float]
"""Where a value lies, in percent of the width."""

WIDE = 60
"""A share that ends above this has its words before it, where there is more room."""


def draw_ranges(chart: Chart, room: Room) -> Drawing:
    """Lay a chart out: a lane for each series of each row, and the scale behind."""
    scale = scale_of(chart)
    blocks: list[Block] = []
    y = AXIS
    for row in chart.rows:
        names = (series.name for series in chart.series)
        blocks.append(block(row.label, names, y, room))
        y = blocks[-1].bottom + GAP
    height = y + AXIS
    parts: list[Part] = []
    for laid in blocks:
        parts += _track(chart, laid, scale)
    parts += _values(chart, scale, height)
    for row, laid in zip(chart.rows, blocks, strict=True):
        parts += _row(chart, row, laid, scale)
    return Drawing(height, tuple(parts))


def scale_of(chart: Chart) -> Scale:
    """Return the scale of a chart: even, or with classes of one width."""
    ends = [0, *chart.lines, 100] if chart.kind is ChartKind.LADDER else [0, 100]
    step = TRACK / (len(ends) - 1)

    def across(value: float) -> float:
        for number, (low, high) in enumerate(pairwise(ends)):
            if value <= high:
                within = (value - low) / (high - low)
                return round(GUTTER + step * (number + within), 2)
        raise ValueError(f"{value} lies above every end")

    return across


def _marked(chart: Chart) -> list[int]:
    """Return the values that are marked: the ends, and where a line helps."""
    return sorted({0, 100, *chart.lines})


def _track(chart: Chart, laid: Block, scale: Scale) -> list[Part]:
    """Return the strip behind the lanes of a row, and its lines; none cross a title."""
    strip = Bar(
        GUTTER, laid.top, TRACK, laid.bottom - laid.top, TRACK_COLOUR, TRACK_OPACITY
    )
    lines = (
        Upright(scale(value), laid.top, laid.bottom, value not in {0, 100})
        for value in _marked(chart)
    )
    return [strip, *lines]


def _values(chart: Chart, scale: Scale, height: int) -> list[Part]:
    """Return the values that are marked, at both ends of the picture."""
    return [
        Words(scale(value), y, str(value), Role.TICK)
        for value in _marked(chart)
        for y in (12, height - 4)
    ]


def _row(chart: Chart, row: ChartRow, laid: Block, scale: Scale) -> list[Part]:
    """Return a row: its title, and each name with its mark or why there is none."""
    parts: list[Part] = [*laid.title]
    for series, mark, lane in zip(chart.series, row.marks, laid.lanes, strict=True):
        parts += lane.names
        if isinstance(mark, str):
            parts.append(Words(GUTTER + 1, lane.middle + 4, mark, Role.NOTE))
        elif series.of is not None:
            style = STYLES[series.of]
            parts += _mark(chart.kind, mark, lane.middle, style, scale)
    return parts


def _mark(
    kind: ChartKind, mark: Mark, y: int, style: Style, scale: Scale
) -> tuple[Part, ...]:
    """Return a mark: the line on which it can lie, and a shape, or its own words."""
    start, end = scale(mark.low), scale(mark.high)
    width = round(end - start, 2)
    if kind is ChartKind.SHARES:
        bar = Bar(start, y - 4, width, 8, style.colour)
        if mark.high <= WIDE:
            return bar, Words(end + 1, y + 4, mark.words, Role.NOTE)
        return bar, Words(start - 1, y + 4, mark.words, Role.BEFORE)
    line = Bar(start, y - 2, width, 4, style.colour, 0.4)
    # In a ladder the place within a class says nothing.
    middle = round((start + end) / 2, 2)
    x = middle if kind is ChartKind.LADDER else scale(mark.value)
    return line, Shape(x, y, style)
