"""Finds how a kind of chart is drawn."""

from collections.abc import Callable, Mapping

from peeraudit.report.chart import Chart, ChartKind
from peeraudit.report.drawing.choices import draw_choices
from peeraudit.report.drawing.parts import Drawing, Room
from peeraudit.report.drawing.ranges import draw_ranges
from peeraudit.report.drawing.tiles import draw_tiles

KINDS: Mapping[ChartKind, Callable[[Chart, Room], Drawing]] = {
    ChartKind.DOT_RANGE: draw_ranges,
    ChartKind.LADDER: draw_ranges,
    ChartKind.SHARES: draw_ranges,
    ChartKind.TILES: draw_tiles,
    ChartKind.CHOICES: draw_choices,
}


def draw(chart: Chart, room: Room) -> Drawing:
    """Lay a chart out in the room that its words have."""
    return KINDS[chart.kind](chart, room)
