"""Sheets of words, numbers and days as an XLSX file that a spreadsheet does not run."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from peeraudit.report.comma_separated import harmless

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
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        for values in (sheet.columns, *sheet.rows):
            page.append([_safe(each) for each in values])
        for cell in page[1]:
            cell.font = Font(bold=True)
        for column in page.iter_cols():
            longest = max(len(str(cell.value or "")) for cell in column)
            letter = column[0].column_letter
            page.column_dimensions[letter].width = min(WIDEST, longest) + 2
            for cell in column:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.freeze_panes = "A2"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _safe(value: Value) -> Value:
    """Return a value that is shown and never run, and that a cell can hold."""
    if not isinstance(value, str):
        return value
    return harmless(NOT_IN_A_CELL.sub(" ", value)[:LONGEST])
