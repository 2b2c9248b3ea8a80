"""A plan as a spreadsheet and as a calendar: what is in them, and what never is."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from icalendar import Calendar
from icalendar.cal.event import Event
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from peeraudit.plan.action import Action, Status
from peeraudit.plan.cycle import Cycle
from peeraudit.report.comma_separated import STARTS_A_FORMULA
from peeraudit.report.plan_calendar import Diary, plan_ics
from peeraudit.report.plan_sheet import COLUMNS, PlanFacts, plan_xlsx

CLOSED = date(2026, 3, 20)
TODAY = date(2026, 4, 20)
ACTION = Action(
    "audit",
    "Write the role down",
    "team manager",
    date(2026, 5, 1),
    measure="It hangs in the office; all, can say it",
    notes="only for who manages",
    finding="R2",
    remind="owner@trust.example",
    id="a1",
)
PLAN = PlanFacts(
    "Harbour team",
    "A trust",
    (ACTION,),
    {("audit", "R2"): "People do not mean the same"},
    {"audit": CLOSED},
    TODAY,
)
AT = datetime(2026, 4, 20, 9, tzinfo=UTC)


def rows(plan: PlanFacts = PLAN) -> list[dict[str, Cell]]:
    """The rows of the sheet, by the heading of their columns."""
    book = load_workbook(BytesIO(plan_xlsx(plan)))
    heading, *found = book["Actions"].iter_rows()
    names = [str(cell.value) for cell in heading]
    assert names == list(COLUMNS)
    return [dict(zip(names, row, strict=True)) for row in found]  # type: ignore[arg-type] # none is merged


def events(plan: PlanFacts = PLAN) -> list[Event]:
    found = plan_ics(Diary(plan, "audit", Cycle(CLOSED), "audit.example", AT))
    calendar = Calendar.from_ical(found)
    assert isinstance(calendar, Calendar)
    return list(calendar.events)


def test_the_sheet_has_each_action_in_words_and_its_days_as_days() -> None:
    (row,) = rows()
    told = {name: cell.value for name, cell in row.items()}
    assert told["What needs doing"] == "Due soon"
    assert told["Due"] == datetime(2026, 5, 1)  # noqa: DTZ001 # so it reads a day
    assert row["Due"].is_date
    assert told["After the audit that closed on"] == datetime(2026, 3, 20)  # noqa: DTZ001
    assert told["Finding it answers"] == "People do not mean the same"
    assert told["Everyone who was asked may read it"] == "No"


def test_another_sheet_explains_it() -> None:
    book = load_workbook(BytesIO(plan_xlsx(PLAN)))
    assert book.sheetnames == ["About this file", "Actions"]
    words = [str(cell.value) for row in book["About this file"] for cell in row]
    assert "Harbour team, A trust" in words


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", " ="])
def test_what_looks_like_a_formula_is_text(begin: str) -> None:
    hostile = f'{begin}HYPERLINK("https://evil.example";"Press")'
    action = replace(
        ACTION, what=hostile, owner=hostile, measure=hostile, notes=hostile
    )
    (row,) = rows(replace(PLAN, actions=(action,)))
    for cell in row.values():
        assert cell.data_type != "f"
        if str(cell.value) == hostile:
            assert cell.quotePrefix == hostile.startswith(STARTS_A_FORMULA)


def test_the_calendar_has_whole_days_under_names_that_stay() -> None:
    first, *others = events()
    assert first["UID"] == "action-a1@audit.example"
    assert first.start == date(2026, 5, 1)
    assert first.end == date(2026, 5, 2)
    assert first["SUMMARY"] == "Harbour team: Write the role down"
    assert "It hangs in the office; all, can say it" in str(first["DESCRIPTION"])
    assert [each.start for each in others] == [
        date(2026, 5, 15),
        date(2026, 7, 20),
        date(2027, 3, 20),
    ]
    assert [each["UID"] for each in events()] == [each["UID"] for each in events()]


def test_what_was_cancelled_is_taken_off_a_calendar_that_has_it() -> None:
    gone = replace(ACTION, status=Status.CANCELLED)
    assert [each["STATUS"] for each in events(replace(PLAN, actions=(gone,)))][:2] == [
        "CANCELLED",
        "CONFIRMED",
    ]


def test_nothing_that_somebody_wrote_breaks_the_calendar() -> None:
    hostile = replace(ACTION, what="A\r\nBEGIN:VALARM", measure="\nEND:VEVENT\nX:1")
    (first, *others) = events(replace(PLAN, actions=(hostile,)))
    assert len(others) == 3
    assert "X" not in first


def test_nobodys_address_is_in_a_file_and_notes_are_not_in_the_calendar() -> None:
    sheet = " ".join(str(cell.value) for row in rows() for cell in row.values())
    calendar = plan_ics(Diary(PLAN, "audit", Cycle(CLOSED), "audit.example", AT))
    assert ACTION.remind not in sheet
    assert ACTION.remind.encode() not in calendar
    assert ACTION.notes in sheet
    assert ACTION.notes.encode() not in calendar
