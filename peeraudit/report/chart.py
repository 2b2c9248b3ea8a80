"""A chart as one frozen value, so that picture and table cannot drift apart."""

from dataclasses import dataclass
from enum import StrEnum

from peeraudit.instrument.frozen import Group
from peeraudit.report.table import Entry, Row, Table, Tone
from peeraudit.report.words import sentence


class ChartKind(StrEnum):
    """How a chart is drawn."""

    DOT_RANGE = "dot_range"
    """Where each score lies on a scale, on the line on which it can lie."""
    LADDER = "ladder"
    """In which class each score lies; all classes are equally wide."""
    SHARES = "shares"
    """From where to where each share goes."""
    TILES = "tiles"
    """How many there are, each a tile."""
    CHOICES = "choices"
    """Who puts what first: everything that was offered, and who chose it."""


class Moment(StrEnum):
    """When something was said: the audit before, or this one."""

    THEN = "then"
    NOW = "now"


class Share(StrEnum):
    """A side that answers take to a statement as it is worded."""

    AGREE = "agree"
    NEITHER = "neither"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class Series:
    """What is drawn in one shape and colour throughout, such as a group."""

    of: StrEnum | None
    """None where the rows have a shape and colour each."""
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
    of: Group | None = None
    """Whose row it is, where the rows have a shape and colour each."""
    remark: Entry | None = None
    """What follows from the marks."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn, said in a sentence, and tabled."""

    kind: ChartKind
    key: str
    title: str
    message: str
    """What the chart shows, in one sentence."""
    units: str
    """Empty where nothing is measured."""
    lines: tuple[int, ...]
    """Values at which a line helps to read the chart, or at which classes end."""
    series: tuple[Series, ...]
    rows: tuple[ChartRow, ...]
    head: str = "Theme"
    """What the rows are."""
    remarks: str = ""
    """What is remarked of each row; empty where nothing is."""
    choices: tuple[str, ...] = ()
    """What was offered, where the value of a mark is the place of one of these."""

    @property
    def heading(self) -> str:
        """Title and message, for whoever hears them one after the other."""
        return f"{sentence(self.title)} {self.message}"

    @property
    def caption(self) -> str:
        """What stands below the picture."""
        return sentence(f"{self.title}, {self.units}" if self.units else self.title)

    def table(self) -> Table:
        """Return the same numbers as a table."""
        return Table(
            f"{self.title} as a table, {self.units}" if self.units else self.title,
            (
                self.head,
                *(series.name for series in self.series),
                *([self.remarks] if self.remarks else ()),
            ),
            tuple(map(_row, self.rows)),
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


def _row(row: ChartRow) -> Row:
    """Return a row with its marks in words, and what is remarked of it."""
    remark = [row.remark] if row.remark else []
    return Row(row.label, (*map(_entry, row.marks), *remark))


def _entry(mark: Mark | str) -> Entry:
    """Return a mark in words."""
    if isinstance(mark, str):
        return Entry(mark, Tone.QUIET)
    return Entry(mark.words)
