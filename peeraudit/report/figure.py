"""A chart as a Plotly figure: plain data that Plotly's script draws in a browser.

Written by hand: the plotly package would add nothing to it but checks, and a test has
it check every figure.
"""

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark, Series
from peeraudit.report.drawing.styles import STYLES, Style

Json = dict[str, Any]
"""What a browser reads."""

LETTERS = 38
"""On a line: a phone is 320 px wide."""
INK, GROUND, SYMBOL_SIZE = "#212b32", "#ffffff", 12
SYMBOLS = {
    "square": "square",
    "circle": "circle",
    "diamond": "diamond",
    "triangle": "triangle-up",
    "ring": "circle-open",
    "right": "triangle-right",
    "bar": "square",
    "cross": "x",
}
LINE, LANE, GAP, TOP, BOTTOM = 17, 20, 10, 58, 130
"""Heights in pixels: a line of words, a mark, below a row; and around everything."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row is: down in pixels, its label above its lanes."""

    label: str
    top: int
    lanes: int
    """Where the first lane begins."""

    def lane(self, number: int = 0) -> float:
        """Return the middle of a lane."""
        return self.lanes + LANE * (number + 0.5)


def figure(chart: Chart) -> Json:
    """Return a chart as Plotly reads it; what cannot be shown has no mark in it."""
    return {"data": list(TRACES[chart.kind](chart)), "layout": _layout(chart)}


def figure_json(chart: Chart) -> str:
    """Return a figure as it stands in a page, where no word of it can end a script."""
    return json.dumps(figure(chart), ensure_ascii=False).replace("<", "\\u003c")


def _words(*lines: str) -> str:
    """Return words as Plotly shows them, which takes some signs for HTML."""
    broken = (
        part
        for line in lines
        for part in textwrap.wrap(line, LETTERS, break_on_hyphens=False)
    )
    return "<br>".join(escape(part, quote=False) for part in broken)


def _places(chart: Chart) -> tuple[Place, ...]:
    """Return where each row is, and below them where the last ends."""
    rows = chart.choices or [row.label for row in chart.rows]
    lanes = len(chart.series) if TRACES[chart.kind] is _ranges else 1
    places, y = [], 0
    for row in (*rows, ""):
        label = _words(row)
        below = y + LINE * (label.count("<br>") + 1)
        places.append(Place(label, y, below))
        y = below + LANE * lanes + GAP
    return tuple(places)


def _ranges(chart: Chart) -> Iterator[Json]:
    """Yield a trace for each series: its values, on the lines on which they can lie."""
    places = _places(chart)
    for number, series in enumerate(chart.series):
        told = [
            (place.lane(number), row, mark)
            for place, row in zip(places, chart.rows, strict=False)
            if isinstance(mark := row.marks[number], Mark)
        ]
        if told and series.of is not None:
            yield _range(chart, series, STYLES[series.of], told)


def _range(
    chart: Chart, series: Series, style: Style, told: list[tuple[float, ChartRow, Mark]]
) -> Json:
    """Return the trace of one series."""
    marks = [mark for _, _, mark in told]
    is_share = chart.kind is ChartKind.SHARES
    return {
        **_trace("scatter", series.name),
        "mode": "markers",
        "x": [mark.value for mark in marks],
        "y": [y for y, _, _ in told],
        "text": [
            _words(row.label, f"{series.name}: {mark.words}") for _, row, mark in told
        ],
        "marker": {
            "symbol": SYMBOLS[style.shape],
            "size": SYMBOL_SIZE,
            "color": style.colour,
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [mark.high - mark.value for mark in marks],
            "arrayminus": [mark.value - mark.low for mark in marks],
            "color": style.colour,
            "thickness": 6 if is_share else 3,
            "width": 0,
        },
    }


def _tiles(chart: Chart) -> Iterator[Json]:
    """Yield a trace of bars for each series, side by side on the line of a row."""
    for place, series in enumerate(chart.series):
        every = [row.marks[place] for row in chart.rows]
        marks = [mark for mark in every if isinstance(mark, Mark)]
        if series.of is not None and len(marks) == len(every):
            style = STYLES[series.of]
            yield {
                **_trace("bar", f"{style.sign} {series.name}"),
                "orientation": "h",
                "x": [mark.value for mark in marks],
                "y": [place.lane() for place in _places(chart)][:-1],
                "width": LANE,
                "text": [
                    _words(row.label, f"{series.name}: {mark.words}")
                    for row, mark in zip(chart.rows, marks, strict=True)
                ],
                # A sign in each bar, so that no colour says anything alone.
                "texttemplate": [
                    f"{style.sign} %{{x}}" if mark.value else "" for mark in marks
                ],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textfont": {"color": GROUND},
                "marker": {
                    "color": style.colour,
                    "line": {"color": GROUND, "width": 2},
                },
            }


def _choices(chart: Chart) -> Iterator[Json]:
    """Yield a trace for each group, at what it puts first."""
    places = _places(chart)
    for number, row in enumerate(chart.rows):
        mark = row.marks[0]
        if isinstance(mark, Mark) and row.of is not None:
            style = STYLES[row.of]
            yield {
                **_trace("scatter", row.label),
                "mode": "markers",
                "x": [number],
                "y": [places[mark.value].lane()],
                "text": [_words(row.label, mark.words)],
                "marker": {
                    "symbol": SYMBOLS[style.shape],
                    "size": SYMBOL_SIZE,
                    "color": style.colour,
                },
            }


def _trace(kind: str, name: str) -> Json:
    """Return what every trace has."""
    return {
        "type": kind,
        "name": _words(name),
        "hovertemplate": "%{text}<extra></extra>",
    }


TRACES: Mapping[ChartKind, Callable[[Chart], Iterable[Json]]] = {
    ChartKind.DOT_RANGE: _ranges,
    ChartKind.LADDER: _ranges,
    ChartKind.SHARES: _ranges,
    ChartKind.TILES: _tiles,
    ChartKind.CHOICES: _choices,
}


def _layout(chart: Chart) -> Json:
    """Return the axes, the legend, the title, and a label above each row."""
    *rows, end = _places(chart)
    title = _words(chart.caption)
    top = TOP + LINE * title.count("<br>") + LINE
    return {
        "title": {
            "text": title,
            "font": {"size": 15},
            "x": 0,
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 40},
        },
        "height": top + end.top + BOTTOM,
        "margin": {"l": 4, "r": 12, "t": top, "b": BOTTOM},
        "font": {"family": "Arial, sans-serif", "size": 13, "color": INK},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "barmode": "stack",
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
        },
        "hoverlabel": {"bgcolor": GROUND, "font": {"color": INK, "size": 13}},
        "xaxis": _across(chart),
        "yaxis": {"visible": False, "range": [end.top, 0]},
        "annotations": [_label(place) for place in rows],
    }


def _label(place: Place) -> Json:
    """Return the label of a row, above its marks."""
    return {
        "text": place.label,
        "align": "left",
        "showarrow": False,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -4,
        "y": place.top,
        "yanchor": "top",
    }


def _across(chart: Chart) -> Json:
    """Return the axis across: points, a count, or the groups side by side."""
    even = {"zeroline": False, "tickangle": 0}
    if chart.kind is ChartKind.TILES:
        return {**even, "rangemode": "tozero", "dtick": 1}
    if chart.kind is ChartKind.CHOICES:
        edge = len(chart.rows) - 0.5
        return {**even, "range": [-0.5, edge], "showticklabels": False}
    return {**even, "range": [-2, 102], "tickvals": sorted({0, 100, *chart.lines})}
