"""Statement by statement: in which class of scores each group lies."""

from peeraudit.consensus.evidence import Missing, Score
from peeraudit.consensus.themes import whole
from peeraudit.instrument.definition import AgreementItem
from peeraudit.instrument.frozen import Group
from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark, Series
from peeraudit.report.reader import Reader
from peeraudit.report.words import counted, missing_words, score_words

TURNED_ROUND = " (turned round)"
TWO = 2


def ladder(reader: Reader, theme: str) -> Chart | None:
    """Draw the statements of a theme; nothing where no two groups can be compared."""
    groups = [g for g in reader.shown if reader.evidence.theme_items(g, theme)]
    items = [
        item
        for item in reader.instrument.items
        if item.theme == theme and any(_is_asked(reader, g, item.id) for g in groups)
    ]
    if len(groups) < TWO or not items:
        return None
    return Chart(
        ChartKind.LADDER,
        f"ladder-{theme}",
        f"{reader.theme(theme)}, statement by statement",
        _message(reader, items, groups),
        "in classes from 0 to 100; high is good for the role",
        _edges(reader),
        tuple(Series(group, reader.name(group)) for group in groups),
        tuple(_row(reader, item, groups) for item in items),
        head="Statement",
    )


def _is_asked(reader: Reader, group: Group, item: str) -> bool:
    """Say whether a group was asked about a statement."""
    return reader.evidence.find(group, item) is not Missing.NOT_ASKED


def _edges(reader: Reader) -> tuple[int, ...]:
    """Return where one coarse class ends and the next begins."""
    return tuple(each.high for each in reader.instrument.reading.coarse_classes[:-1])


def _row(reader: Reader, item: AgreementItem, groups: list[Group]) -> ChartRow:
    """Return one statement, as the first group that was asked reads it."""
    first = next(group for group in groups if _is_asked(reader, group, item.id))
    turned = TURNED_ROUND if item.reverse else ""
    return ChartRow(
        reader.statement(item.id, first) + turned,
        tuple(_mark(reader.evidence.score(group, item.id)) for group in groups),
    )


def _mark(score: Score | Missing) -> Mark | str:
    """Return a class with its ends, or why there is none."""
    if isinstance(score, Missing):
        return missing_words(score)
    value, low, high = map(whole, (score.value, score.low, score.high))
    return Mark(value, low, high, score_words(score))


def _message(reader: Reader, items: list[AgreementItem], groups: list[Group]) -> str:
    """Say on how many statements all groups that are shown lie in one class."""
    told = []
    for item in items:
        scores = [reader.evidence.score(group, item.id) for group in groups]
        steps = [_step(reader, s) for s in scores if isinstance(s, Score)]
        if len(steps) >= TWO:
            told.append(len(set(steps)) == 1)
    if not told:
        return "On no statement can two groups be compared."
    return (
        f"The groups that are shown lie in one class on {sum(told)} of "
        f"{counted(len(told), 'statement', 'statements')}."
    )


def _step(reader: Reader, score: Score) -> int:
    """Return in which coarse class a score lies; a finer class lies within one."""
    return sum(score.low >= edge for edge in _edges(reader))
