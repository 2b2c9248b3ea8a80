"""The workbook: the rows of the CSV, with a sheet that says what each column is."""

from dataclasses import astuple, fields
from functools import cache
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from peeraudit.instrument.wording import LocalWords
from peeraudit.release.release import Release
from peeraudit.report.comma_separated import HEADINGS, STARTS_A_FORMULA
from peeraudit.report.data import DataRow, rows
from peeraudit.report.sheets import COLUMNS, release_xlsx
from tests.unit.report import releases
from tests.unit.report.reading import TEAMS


def opened(release: Release) -> Workbook:
    return load_workbook(BytesIO(release_xlsx(release)))


@cache
def book(team: str) -> Workbook:
    return opened(TEAMS[team])


def sheet(team: str, title: str) -> list[tuple[str, ...]]:
    told = book(team)[title].values
    return [tuple(str(each or "") for each in row) for row in told]


@pytest.mark.parametrize("team", TEAMS)
def test_its_first_sheet_has_the_rows_of_the_csv_and_no_others(team: str) -> None:
    headings, *told = sheet(team, "What is shown")
    assert list(headings) == list(HEADINGS.values())
    assert told == [astuple(row) for row in rows(TEAMS[team])]


def test_every_column_is_explained() -> None:
    assert list(COLUMNS) == [field.name for field in fields(DataRow)]
    _, *explained = sheet("London x 5", "What each column is")
    assert [column for column, _ in explained] == list(HEADINGS.values())


def test_it_says_which_audit_it_is_and_how_it_was_read() -> None:
    about = {row[0]: row[1] for row in sheet("London x 5", "About")}
    assert about["Fingerprint of these results"] == TEAMS["London x 5"].hash
    assert len(sheet("London x 5", "Settings")) > len(about) // 2


@pytest.mark.parametrize("begins", STARTS_A_FORMULA)
def test_words_that_begin_as_a_formula_are_words(begins: str) -> None:
    words = LocalWords("Team", f"{begins}cmd|' /C calc'!A0", f'{begins}1+1, "2"')
    told = opened(releases.site("London", 1, words))
    cells = [cell for page in told for row in page for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    formulas = [cell for cell in cells if str(cell.value).startswith(STARTS_A_FORMULA)]
    assert formulas
    assert all(cell.quotePrefix for cell in formulas)
