"""A release as a workbook: what is shown, what each column is, which audit it was."""

from collections.abc import Mapping
from dataclasses import astuple, fields

from peeraudit.release.release import Release
from peeraudit.report.comma_separated import HEADINGS
from peeraudit.report.content import told
from peeraudit.report.data import DataRow, rows
from peeraudit.report.table import Table
from peeraudit.report.workbook import Sheet, to_xlsx

COLUMNS: Mapping[str, str] = {
    "group": "Who was asked.",
    "kind": "A statement, a guess at what another group says, a practice, the purpose "
    "of the role, or the score of a theme.",
    "item": "The id of the question or theme in the instrument.",
    "words": "What was asked, as this group read it.",
    "turned": "Yes where agreeing counts against the role: the score is turned round, "
    "so that high is always good for the role.",
    "about": "Of a guess: the group whose answer is guessed.",
    "says": "What is shown: a range of scores from 0 to 100, the option that most "
    "chose, or a score with its ends. Not shown: the last column says why.",
    "alike": "Whether most of the group answered alike, or answers were spread. Only "
    "for scores below 70, and groups of 5 to 9.",
    "disagree": "The share that disagreed with the words as they stand, in a band of "
    "ten in a hundred. Only from 25 answers on.",
    "neither": "The share that neither agreed nor disagreed. Only from 25 answers on.",
    "agree": "The share that agreed with the words as they stand. Only from 25 answers "
    "on.",
    "unsure": "Whether half or more of the group do not know, or fewer.",
    "answered": "How many of the group answered the questionnaire, this question or "
    "not.",
    "why_not": "Why nothing is shown. This rests on numbers and on what was promised, "
    "never on what anyone answered.",
    "then": "What was shown in the audit before, where the two can be compared.",
    "change": "Whether a score is higher or lower than then, as far as the ranges can "
    "tell.",
}
"""What stands in each column."""


def release_xlsx(release: Release) -> bytes:
    """Return a release as a workbook: the rows of ``report.csv``, and what they are."""
    headings = tuple(HEADINGS[field.name] for field in fields(DataRow))
    meanings = tuple((HEADINGS[name], meaning) for name, meaning in COLUMNS.items())
    about = told(release).about
    return to_xlsx(
        (
            Sheet("What is shown", headings, tuple(map(astuple, rows(release)))),
            Sheet("What each column is", ("Column", "What stands in it"), meanings),
            _sheet("About", about.facts),
            _sheet("Settings", about.settings),
        )
    )


def _sheet(title: str, table: Table) -> Sheet:
    """Return a table of the report as a sheet."""
    lines = ((row.head, *(entry.text for entry in row.entries)) for row in table.rows)
    return Sheet(title, table.columns, tuple(lines))
