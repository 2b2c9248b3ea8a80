"""A chart as one frozen value, so that picture and table cannot drift apart."""

from dataclasses import dataclass
from enum import StrEnum

from peeraudit.instrument.frozen import Group
from peeraudit.report.table import Entry, Row, Table, Tone


class ChartKind(StrEnum):
    """How a chart is drawn."""

    DOT_RANGE = "dot_range"


@dataclass(frozen=True, slots=True)
class Series:
    """What is drawn in one shape and colour throughout: a group."""

    group: Group
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A value and the ends between which it lies."""

    value: int
    low: int
    high: int
    words: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One thing that is compared: a mark, or why there is none, for each series."""

    label: str
    marks: tuple[Mark | str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn, said in a sentence, and tabled."""

    kind: ChartKind
    key: str
    title: str
    message: str
    """What the chart shows, in one sentence."""
    units: str
    lines: tuple[int, ...]
    """Values at which a line helps to read the chart."""
    series: tuple[Series, ...]
    rows: tuple[ChartRow, ...]

    def table(self) -> Table:
        """Return the same numbers as a table."""
        return Table(
            f"{self.title} as a table, {self.units}",
            ("Theme", *(series.name for series in self.series)),
            tuple(Row(row.label, tuple(map(_entry, row.marks))) for row in self.rows),
        )

    def description(self) -> str:
        """Return every value in words, for whoever cannot see the picture."""
        return " ".join(
            f"{row.label}: {'; '.join(self._said(row))}." for row in self.rows
        )

    def _said(self, row: ChartRow) -> list[str]:
        """Return what a row shows, series by series."""
        return [
            f"{series.name} {mark if isinstance(mark, str) else mark.words}"
            for series, mark in zip(self.series, row.marks, strict=True)
        ]


def _entry(mark: Mark | str) -> Entry:
    """Return a mark in words."""
    if isinstance(mark, str):
        return Entry(mark, Tone.QUIET)
    return Entry(mark.words)
