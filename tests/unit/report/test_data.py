"""The data file: exactly what is shown, a row each, and nothing a spreadsheet runs."""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import astuple, fields
from functools import cache

import pytest

from peeraudit.disclosure.cells import Alike, Cell, ClassReading, DontKnow, ThemeCell
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.questions import keys
from peeraudit.release.release import Release
from peeraudit.report.comma_separated import HEADINGS, STARTS_A_FORMULA, to_csv
from peeraudit.report.data import DataRow, rows
from peeraudit.report.reader import Reader
from tests.unit.report import releases, rounds
from tests.unit.report.reading import TEAMS

every_team = pytest.mark.parametrize("team", TEAMS)
Line = Mapping[str, str]
Place = tuple[str, str, str]
"""Group, item and whom a guess is about, in words: one question to one group."""


@cache
def lines(team: str) -> tuple[Line, ...]:
    """The file of a team, read as a program reads it."""
    return read(TEAMS[team])


def read(release: Release) -> tuple[Line, ...]:
    text = to_csv(release).decode("utf-8-sig")
    return tuple(csv.DictReader(text.splitlines()))


def place(line: Line) -> Place:
    return line["Group"], line["Item"], line["Guess about"]


def place_of(cell: Cell | ThemeCell, reader: Reader) -> Place:
    if isinstance(cell, ThemeCell):
        return reader.name(cell.group), cell.theme, ""
    about = reader.name(cell.about) if cell.about else ""
    return reader.name(cell.group), cell.item, about


@every_team
def test_every_question_to_every_group_has_one_row(team: str) -> None:
    reader = Reader(TEAMS[team])
    asked = [
        (reader.name(group), key.item, reader.name(key.about) if key.about else "")
        for group in reader.groups
        for key in keys(reader.evidence.asking, group)
    ]
    told = [place(line) for line in lines(team) if line["Kind"] != "theme"]
    assert told == asked
    assert set(Counter(map(place, lines(team))).values()) == {1}


@every_team
def test_what_is_shown_is_a_cell_or_a_score_of_the_release(team: str) -> None:
    reader = Reader(TEAMS[team])
    cells = {place_of(each, reader) for each in reader.release.cells}
    scores = {(reader.name(g), theme, "") for theme, g in reader.theme_scores}
    shown = {
        place(line) for line in lines(team) if line["What is shown"] != "Not shown"
    }
    assert shown == cells | scores
    assert all(
        bool(line["Why not shown"]) != (place(line) in shown) for line in lines(team)
    )


@every_team
def test_each_row_says_of_a_cell_what_the_release_says(team: str) -> None:
    reader = Reader(TEAMS[team])
    told = {place(line): line for line in lines(team)}
    for cell in reader.release.cells:
        if isinstance(cell, Cell) and isinstance(cell.reading, ClassReading):
            line, reading = told[place_of(cell, reader)], cell.reading
            name = line["What is shown"].lower().replace(" ", "_")
            assert name == reading.score_class
            assert line["Together or apart"] == TOGETHER[reading.alike]
            assert line["Do not know"] == UNSURE[cell.dont_know]
            agree, disagree = "Agree", "Disagree"
            if line["Turned round"]:
                agree, disagree = disagree, agree
            columns = (disagree, "Neither", agree)
            bands = astuple(reading.shares) if reading.shares else ("", "", "")
            assert [line[each].split(" to ")[0] for each in columns] == list(
                map(str, bands)
            )


TOGETHER = {
    Alike.ALIKE: "answers lie together",
    Alike.SPREAD: "answers lie apart",
    None: "",
}
UNSURE = {DontKnow.FEWER: "fewer than half", DontKnow.HALF_OR_MORE: "half or more"}


def test_a_hidden_group_has_nothing_but_why() -> None:
    told = lines("nobody shown")
    assert {
        tuple(
            line[each]
            for each in HEADINGS.values()
            if each
            not in {"Group", "Kind", "Item", "Words", "Turned round", "Guess about"}
        )
        for line in told
    } == {
        (
            "Not shown",
            "",
            "",
            "",
            "",
            "",
            "fewer than 5",
            "Fewer than 5 of the group answered",
            "",
            "",
        )
    }


def test_a_group_that_answers_openly_is_told_as_it_answered() -> None:
    told = {place(line)[:2]: line for line in lines("open groups")}
    assert told["Managers", "SE4"]["What is shown"].isdecimal()
    assert told["Peer workers", "SE4"]["Answered in the group"] == "1 sheet"
    # SP1 is named by no rule
    assert (
        told["Managers", "SP1"]["Why not shown"]
        == "Not answered, or not told by itself"
    )
    assert told["Managers", "SP"]["What is shown"].isdecimal()
    pooled = told["People who use the service", "SE4"]
    assert pooled["Why not shown"] == "Promised for a view over several teams only"


def test_every_field_has_a_heading_of_its_own() -> None:
    assert list(HEADINGS) == [field.name for field in fields(DataRow)]
    assert len(set(HEADINGS.values())) == len(HEADINGS)


def test_rows_are_the_same_from_a_file_as_from_what_it_was_made_of() -> None:
    made = [list(astuple(row)) for row in rows(TEAMS["London x 5"])]
    assert [list(line.values()) for line in lines("London x 5")] == made


def test_a_spreadsheet_sees_that_it_is_utf_8() -> None:
    assert to_csv(TEAMS["right to left"]).startswith(b"\xef\xbb\xbf")
    assert any("عمال النظراء" in line["Group"] for line in lines("right to left"))


@pytest.mark.parametrize("begins", STARTS_A_FORMULA)
def test_no_field_begins_as_a_formula(begins: str) -> None:
    words = LocalWords("Team", f"{begins}cmd|' /C calc'!A0", f'{begins}1+1, "2"')
    text = to_csv(releases.site("London", 1, words)).decode("utf-8-sig")
    told = [
        field for line in csv.reader(text.splitlines(keepends=True)) for field in line
    ]
    assert any(f"{begins}1+1" in field for field in told)
    assert [field for field in told if field.startswith(STARTS_A_FORMULA)] == []


def test_the_audit_before_stands_beside_what_is_said_now() -> None:
    told = {place(line): line for line in lines("moved")}
    score = told["Peer workers", "SP1", ""]
    assert (score["In the audit before"], score["Change"]) == ("60 to 69", "Higher")
    theme = told["Peer workers", "SP", ""]
    assert (theme["In the audit before"], theme["Change"]) == (
        "65 (from 60 to 70)",
        "Higher",
    )
    practice = told["Managers", "PR1", ""]
    assert practice["What is shown"] == "Part of the role"
    assert practice["In the audit before"] in {"Not part of the role", "Must never"}
    assert practice["Change"] == ""


def test_nothing_of_the_audit_before_is_told_of_who_is_not_compared() -> None:
    left_out = [
        line for line in read(rounds.manager_left_out()) if line["Group"] == "Managers"
    ]
    assert left_out
    assert {(each["In the audit before"], each["Change"]) for each in left_out} == {
        ("", "")
    }


@every_team
def test_a_first_audit_has_nothing_beside_it(team: str) -> None:
    beside = {
        said
        for line in lines(team)
        for said in (line["In the audit before"], line["Change"])
    }
    assert (beside == {""}) is (TEAMS[team].earlier is None)
