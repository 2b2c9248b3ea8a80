"""Reads ``report.xlsx`` as a program does, and knows every sheet of it."""

from collections.abc import Iterator
from io import BytesIO

from openpyxl import load_workbook

from tests.attacker.catalogue import Catalogue
from tests.attacker.learned import Fact, NotUnderstood, Rules
from tests.attacker.read_table import COLUMNS, read_lines

SHEETS = ["What is shown", "What each column is", "About", "Settings"]


def read_workbook(book: bytes, catalogue: Catalogue, rules: Rules) -> Iterator[Fact]:
    """Yield what the rows of its first sheet tell; the others explain."""
    opened = load_workbook(BytesIO(book))
    if opened.sheetnames != SHEETS:
        raise NotUnderstood(f"report.xlsx: {opened.sheetnames}")
    first, *rows = opened["What is shown"].values
    if list(first) != COLUMNS:
        raise NotUnderstood(f"report.xlsx: {first}")
    lines = (dict(zip(COLUMNS, map(_text, row), strict=True)) for row in rows)
    yield from read_lines(lines, catalogue, rules)


def _text(value: object) -> str:
    """An empty cell is an empty text."""
    return "" if value is None else str(value)
