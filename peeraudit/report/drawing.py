"""Lays a chart out: across in percent, so that type stays readable; down in pixels."""

import textwrap
from dataclasses import dataclass

from peeraudit.instrument.frozen import Group
from peeraudit.report.chart import Chart, ChartRow, Mark

GUTTER, TRACK = 34.0, 62.0
"""Names take the first third; the scale takes the rest, with room at its end."""
TITLE, LINE, LANE, GAP, AXIS = 22, 13, 15, 6, 20
"""Heights in pixels: a row's title, a line of a name, a lane, below a row, an axis."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a group is drawn: no two share a shape, and colour-blind people see all."""

    shape: str
    colour: str


STYLES = {
    Group.MANAGER: Style("square", "#425563"),
    Group.PEER_WORKER: Style("circle", "#ae2573"),
    Group.OTHER_STAFF: Style("diamond", "#005eb8"),
    Group.PERSON_USING_SERVICE: Style("triangle", "#00703c"),
}


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a height."""

    y: int
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One series of one row: its name, and its mark or why there is none."""

    y: int
    names: tuple[Text, ...]
    style: Style
    at: float | None
    """Where the shape lies, in percent across; none where nothing is shown."""
    start: float
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class Band:
    """One row: its title, and a lane for each series."""

    title: tuple[Text, ...]
    top: int
    bottom: int
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on the scale."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, laid out."""

    height: int
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    start: float = GUTTER
    width: float = TRACK


def draw(chart: Chart, letters: int) -> Drawing:
    """Lay a chart out, with at most so many letters of a name on a line."""
    bands: list[Band] = []
    y = AXIS
    for row in chart.rows:
        bands.append(_band(chart, row, y, letters))
        y = bands[-1].bottom + GAP
    values = sorted({0, 100, *chart.lines})
    ticks = tuple(Tick(across(value), str(value)) for value in values)
    return Drawing(y + AXIS, ticks, tuple(bands))


def across(value: float) -> float:
    """Return where a value lies, in percent of the width."""
    return round(GUTTER + TRACK * value / 100, 2)


def _band(chart: Chart, row: ChartRow, top: int, letters: int) -> Band:
    """Lay one row out."""
    title = tuple(
        Text(top + 15 + number * TITLE, words)
        for number, words in enumerate(textwrap.wrap(row.label, 34) or [""])
    )
    y = top + TITLE * max(1, len(title))
    lanes_top = y
    lanes = []
    for series, mark in zip(chart.series, row.marks, strict=True):
        names = textwrap.wrap(series.name, letters)
        height = max(LANE, LINE * len(names) + 2)
        lanes.append(_lane(y + height // 2, names, STYLES[series.group], mark))
        y += height
    return Band(title, lanes_top, y, tuple(lanes))


def _lane(middle: int, names: list[str], style: Style, mark: Mark | str) -> Lane:
    """Lay one series of a row out, its name centred on the middle of the lane."""
    first = middle - LINE * (len(names) - 1) // 2 + 4
    lines = tuple(
        Text(first + LINE * number, name) for number, name in enumerate(names)
    )
    if isinstance(mark, str):
        return Lane(middle, lines, style, None, GUTTER, 0, mark)
    width = round(TRACK * (mark.high - mark.low) / 100, 2)
    return Lane(
        middle, lines, style, across(mark.value), across(mark.low), width, mark.words
    )
