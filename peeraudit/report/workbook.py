"""Sheets of words, numbers and days as an XLSX file that a spreadsheet does not run."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from peeraudit.report.comma_separated import STARTS_A_FORMULA

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | date

NOT_IN_A_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs that no XLSX file can hold; somebody may have pasted one in."""

LONGEST = 32_000
"""Signs in one cell, just under what spreadsheets take."""

WIDEST = 60
"""Signs that a column is wide at most; longer words wrap."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a heading for each column, and rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Return sheets as an XLSX file."""
    # Takes long to import, and few pages need it.
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(page: "Worksheet", sheet: Sheet) -> None:
    """Put the values in, and lay them out to be read."""
    # As above: with the rest of openpyxl.
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    page.append(sheet.columns)
    for values in sheet.rows:
        page.append([_fit(each) for each in values])
    for number, column in enumerate(page.iter_cols(), start=1):
        longest = max(len(str(cell.value or "")) for cell in column)
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = min(WIDEST, longest) + 2
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            _never_run(cell)
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "A2"


def _fit(value: Value) -> Value:
    """Return a value that a cell can hold."""
    if not isinstance(value, str):
        return value
    return NOT_IN_A_CELL.sub(" ", value)[:LONGEST]


def _never_run(cell: "Cell | MergedCell") -> None:
    """Let words be words, whatever they begin with (CWE-1236)."""
    if isinstance(cell.value, str):
        cell.data_type = "s"
        # Excel would take them for a formula as soon as somebody edits the cell.
        cell.quotePrefix = cell.value.startswith(STARTS_A_FORMULA)
