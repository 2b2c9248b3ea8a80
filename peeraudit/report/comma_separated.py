"""The data rows as a CSV file that a spreadsheet opens and does not run."""

import csv
from dataclasses import astuple, fields
from io import StringIO

from peeraudit.release.release import Release
from peeraudit.report.data import DataRow, rows

HEADINGS = {
    "group": "Group",
    "kind": "Kind",
    "item": "Item",
    "words": "Words",
    "turned": "Turned round",
    "about": "Guess about",
    "says": "What is shown",
    "alike": "Together or apart",
    "disagree": "Disagree",
    "neither": "Neither",
    "agree": "Agree",
    "unsure": "Do not know",
    "answered": "Answered in the group",
    "why_not": "Why not shown",
    "then": "In the audit before",
    "change": "Change",
}
"""What each field of a row is called."""

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Put first, as Excel otherwise takes names such as Zoë for another encoding's.

Who reads the file with a program says so: ``utf-8-sig`` in Python, ``UTF-8-BOM`` in R.
"""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What a spreadsheet may run: a team's own words could begin so (CWE-1236)."""


def to_csv(release: Release) -> bytes:
    """Return the data rows of a release as CSV in UTF-8, every field in quotes."""
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(HEADINGS[field.name] for field in fields(DataRow))
    for row in rows(release):
        writer.writerow(map(_harmless, astuple(row)))
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _harmless(text: str) -> str:
    """Return a text that is read as text, whatever it begins with."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text
