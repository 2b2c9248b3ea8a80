"""Lays the chart of themes out low enough for a paper of two pages."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.report.chart import Chart, ChartRow, Mark
from peeraudit.report.drawing.styles import STYLES, Style

KEY, LANE, LINE, GAP, AXIS = 16, 10, 14, 7, 18
"""Heights in pixels: a line of the key, a lane, a line of a title, a gap, an axis."""
LETTERS = 30
"""So many letters of a theme fit before the scale."""
ACROSS = 80
"""So many letters of a name fit across the page."""


START, WIDTH = 34.0, 62.0
"""Where the scale begins, and how wide it is, in percent."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a height."""

    y: int
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on the scale."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Name:
    """A group beside its shape."""

    y: int
    style: Style
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """One group's score on a theme, and the ends between which it lies."""

    y: int
    style: Style
    at: float
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Strip:
    """One theme: its title before the scale, and a low lane for each group."""

    title: tuple[Text, ...]
    top: int
    height: int
    dots: tuple[Dot, ...]
    note: str
    """Said in place of the dots where no group is shown; empty where one is."""


@dataclass(frozen=True, slots=True)
class ThemeStrip:
    """The chart, laid out."""

    height: int
    top: int
    """Where the scale begins, below the names of the groups."""
    names: tuple[Name, ...]
    ticks: tuple[Tick, ...]
    strips: tuple[Strip, ...]
    start: float = START
    width: float = WIDTH


def draw_strip(chart: Chart) -> ThemeStrip:
    """Lay the chart of themes out, each theme beside its title."""
    names = tuple(_names(chart))
    top = KEY * sum(len(each.lines) for each in names) + 6
    y, strips = top + AXIS, []
    for row in chart.rows:
        strips.append(_strip(chart, row, y))
        y += strips[-1].height + GAP
    values = sorted({0, 100, *chart.lines})
    ticks = tuple(Tick(_across(value), str(value)) for value in values)
    return ThemeStrip(y, top, names, ticks, tuple(strips))


def _names(chart: Chart) -> Iterator[Name]:
    """Yield the groups one below the other, long names on several lines."""
    y = 8
    for each in chart.series:
        if each.of is None:
            continue
        lines = textwrap.wrap(each.name, ACROSS) or [""]
        told = tuple(Text(y + 4 + KEY * n, words) for n, words in enumerate(lines))
        yield Name(y, STYLES[each.of], told)
        y += KEY * len(lines)


def _strip(chart: Chart, row: ChartRow, top: int) -> Strip:
    """Lay one theme out, its title in the middle of its height."""
    lines = textwrap.wrap(row.label, LETTERS) or [""]
    height = max(LANE * len(chart.series) + 4, LINE * len(lines) + 4)
    first = top + (height - LINE * len(lines)) // 2 + 11
    title = tuple(Text(first + LINE * n, words) for n, words in enumerate(lines))
    lane = (height - 4) // len(chart.series)
    dots = tuple(
        _dot(top + 2 + lane * n + lane // 2, STYLES[series.of], mark)
        for n, (series, mark) in enumerate(zip(chart.series, row.marks, strict=True))
        if isinstance(mark, Mark) and series.of is not None
    )
    note = "" if dots else next(str(mark) for mark in row.marks)
    return Strip(title, top, height, dots, note)


def _dot(y: int, style: Style, mark: Mark) -> Dot:
    """Place a score and its ends."""
    width = round(WIDTH * (mark.high - mark.low) / 100, 2)
    return Dot(y, style, _across(mark.value), _across(mark.low), width)


def _across(value: int) -> float:
    """Return where a value lies, in percent of the width."""
    return round(START + WIDTH * value / 100, 2)
