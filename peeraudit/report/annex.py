"""The annex: every statement in the words of each group, and what each says to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.consensus.evidence import Missing
from peeraudit.disclosure.cells import Alike, Cell, ClassReading, DontKnow, Shares
from peeraudit.instrument.definition import AgreementItem
from peeraudit.instrument.frozen import Group
from peeraudit.report.chart import Chart
from peeraudit.report.ladder import ladder
from peeraudit.report.reader import Reader
from peeraudit.report.shares import as_worded, shares_chart
from peeraudit.report.table import Row, Table, row
from peeraudit.report.words import band_words

ALIKE = {Alike.ALIKE: "answers lie together", Alike.SPREAD: "answers lie apart"}


@dataclass(frozen=True, slots=True)
class ThemeAnnex:
    """The statements of one theme."""

    title: str
    ladder: Chart | None
    """None where no two groups can be compared."""
    shares: Chart | None
    """None where too few answered for shares."""
    table: Table


@dataclass(frozen=True, slots=True)
class Annex:
    """Every statement, by theme, and the answers that were offered."""

    scale: tuple[str, ...]
    themes: tuple[ThemeAnnex, ...]


def annex(reader: Reader) -> Annex:
    """List what was asked."""
    wording = reader.wording
    scale = (*(words for _, words in sorted(wording.scale.items())), wording.dont_know)
    return Annex(scale, tuple(_themes(reader)))


def _themes(reader: Reader) -> Iterator[ThemeAnnex]:
    """Yield the statements of each theme that anyone was asked."""
    for theme in reader.instrument.themes:
        rows = tuple(
            line
            for item in reader.instrument.items
            if item.theme == theme
            for line in _rows(item, reader)
        )
        if rows:
            title = reader.theme(theme)
            yield ThemeAnnex(
                title,
                ladder(reader, theme),
                shares_chart(reader, theme),
                Table(
                    f"{title}: every statement, and how each group scores it",
                    ("Statement", "Scores"),
                    rows,
                ),
            )


def _rows(item: AgreementItem, reader: Reader) -> Iterator[Row]:
    """Yield each wording of a statement once, with the groups that read it so."""
    asked: dict[str, list[Group]] = {}
    for group in reader.groups:
        if reader.evidence.find(group, item.id) is not Missing.NOT_ASKED:
            asked.setdefault(reader.statement(item.id, group), []).append(group)
    for words, groups in asked.items():
        yield row(words, "; ".join(_score(item, group, reader) for group in groups))


def _score(item: AgreementItem, group: Group, reader: Reader) -> str:
    """Return what a group says, as exactly as the release does."""
    cell = reader.evidence.find(group, item.id)
    if isinstance(cell, Missing):
        return f"{reader.name(group)}: not shown"
    said = reader.says(group, item.id)
    if item.reverse:
        said += " (turned round)"
    return ", ".join((f"{reader.name(group)}: {said}", *_details(cell, item)))


def _details(cell: Cell, item: AgreementItem) -> Iterator[str]:
    """Yield what else a cell holds."""
    if isinstance(cell.reading, ClassReading):
        if cell.reading.alike:
            yield ALIKE[cell.reading.alike]
        if cell.reading.shares:
            yield _shares(cell.reading.shares, item)
    if cell.dont_know is DontKnow.HALF_OR_MORE:
        yield "half or more do not know"


def _shares(shares: Shares, item: AgreementItem) -> str:
    """Return how many agree, neither, and disagree with the words as they stand."""
    told = as_worded(shares, turned=item.reverse)
    return (
        f"{band_words(told.agree)} agree, {band_words(told.neither)} neither, "
        f"{band_words(told.disagree)} disagree"
    )
