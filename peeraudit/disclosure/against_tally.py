"""A second look, while the counts are still there: no cell is finer than they allow."""

from collections.abc import Iterator

from peeraudit.disclosure.cells import Cell, Cells, ClassReading
from peeraudit.instrument.definition import FINE_FROM, SHARES_FROM, Reading
from peeraudit.questionnaire.questions import QuestionKey
from peeraudit.tally.counts import Tallies


def finer_than_counted(
    cells: Cells, tallies: Tallies, floor: int, reading: Reading
) -> Iterator[str]:
    """Yield every cell of an anonymous group that as many answers may not have.

    A release tells one number a group, so that whoever has only the release cannot see
    how many answered a single question; closing can, and looks.
    """
    is_open = {count.group for count in cells.groups if count.mode.is_open}
    valid = {(each.group, each.key): each.valid for each in tallies.tallies}
    for cell in cells.cells:
        if isinstance(cell, Cell) and cell.group not in is_open:
            key = QuestionKey(cell.item, cell.about)
            answers = valid.get((cell.group, key), 0)
            too_few = answers < max(floor, _least(cell, reading))
            if too_few or (answers >= FINE_FROM and _tells_alike(cell)):
                yield f"{cell.group}, {key}: a cell of {answers} answers"


def _least(cell: Cell, reading: Reading) -> int:
    """Return from how many answers such a cell may be told."""
    told = cell.reading
    if not isinstance(told, ClassReading):
        return 0
    if told.shares is not None:
        return SHARES_FROM
    coarse = {each.id for each in reading.coarse_classes}
    *below_the_top, _ = (each.id for each in reading.coarse_classes)
    # Few answers are told as alike or spread, but for the highest class.
    is_fine = told.score_class not in coarse or (
        told.alike is None and told.score_class in below_the_top
    )
    return FINE_FROM if is_fine else 0


def _tells_alike(cell: Cell) -> bool:
    """Say whether a cell tells how alike answers are: proved safe below ten only."""
    return isinstance(cell.reading, ClassReading) and cell.reading.alike is not None
