"""Facts and actions over teams, and their spreadsheets: shown and never run."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts
from peeraudit.audit.team import Team
from peeraudit.instrument.library import digest
from peeraudit.instrument.wording import LocalWords
from peeraudit.plan.action import Action, Status
from peeraudit.report.comma_separated import STARTS_A_FORMULA
from peeraudit.report.trust_actions import action_sheets, due_actions
from peeraudit.report.trust_facts import FactsOverTeams, fact_sheets, facts_over_teams
from peeraudit.report.trust_teams import TeamNow
from peeraudit.report.workbook import Sheet, to_xlsx
from tests.unit.factories import altered, make_audit, make_promise, role_adoption

TODAY = date(2026, 5, 1)


def audit(
    name: str, state: State = State.RELEASED, year: int = 2026, **facts: str | int
) -> Audit:
    """An audit of a team with these facts."""
    closes = datetime(year, 3, 20, 17, tzinfo=UTC)
    promise = make_promise(closes_at=closes)
    return replace(
        make_audit(promise, state=state, opened_at=closes.replace(day=2)),
        id=f"{name} {year} {state}",
        facts=Facts(facts),
        team=Team("Example Trust", LocalWords(name), name, "Wards"),
    )


def team(name: str, *audits: Audit) -> TeamNow:
    """A team with these audits."""
    return TeamNow(Team("Example Trust", LocalWords(name), name, "Wards"), audits)


def facts(*teams: TeamNow) -> FactsOverTeams:
    """What is told of the facts of these teams."""
    return facts_over_teams(teams, {digest(role_adoption()): role_adoption()})


def test_a_fact_is_counted_and_what_is_not_known_is_said() -> None:
    told = facts(
        team("A", audit("A", job_description="yes")),
        team("B", audit("B", job_description="yes")),
        team("C", audit("C", job_description="no")),
        team("D", audit("D", job_description="dont_know")),
        team("E", audit("E")),
        team("F"),
    )
    fact = told.find("job_description")
    assert fact is not None
    assert fact.told == "Yes: 2; No: 1"
    assert fact.not_known == "Not known yet: 1 team; Not filled in: 1 team"
    assert told.without == ("F",)
    assert told.teams == 5


def test_people_are_added_up_and_hours_are_not() -> None:
    told = facts(
        team("A", audit("A", started=9, weekly_hours=20)),
        team("B", audit("B", started=3, weekly_hours=30)),
    )
    started, hours = told.find("started"), told.find("weekly_hours")
    assert started is not None
    assert hours is not None
    assert started.told == "12 people in 2 teams"
    assert hours.told == "20 to 30 hours in 2 teams"


def test_facts_are_of_the_latest_audit_that_was_launched_with_its_day() -> None:
    told = facts(
        team(
            "A",
            audit("A", year=2025, job_description="no"),
            audit("A", State.OPEN, job_description="yes"),
            audit("A", State.DRAFT, year=2027, job_description="no"),
        )
    )
    fact = told.find("job_description")
    assert fact is not None
    (stated,) = fact.stated
    assert (stated.said, stated.day) == ("Yes", "2 March 2026")


def test_a_fact_that_two_versions_ask_for_stands_once() -> None:
    other = altered(role_adoption(), version=2)
    later = replace(audit("B", year=2027, paid="unpaid"), instrument=digest(other))
    both = {digest(each): each for each in (role_adoption(), other)}
    teams = (team("A", audit("A", paid="paid")), team("B", later))
    found = [
        fact
        for topic in facts_over_teams(teams, both).topics
        for fact in topic.facts
        if fact.id == "paid"
    ]
    assert [len(fact.stated) for fact in found] == [2]


def test_the_spreadsheet_explains_itself_and_has_a_day_in_each_line() -> None:
    told = facts(team("=A", audit("=A", started=9)))
    book = load_workbook(BytesIO(to_xlsx(fact_sheets(told, TODAY))))
    assert book.sheetnames == ["Read this first", "Counted", "By team"]
    lines = list(book["By team"].values)
    (line,) = (each for each in lines if each[3] == "Started training")
    assert line == (
        *("=A", "Wards", "Numbers", "Started training", 9),
        datetime(2026, 3, 2),  # noqa: DTZ001 # a day, as spreadsheets have it
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "a\x07b"])
def test_no_text_is_run_or_breaks_the_file(text: str) -> None:
    sheet = Sheet("Words", ("What",), ((text,),))
    book = load_workbook(BytesIO(to_xlsx([sheet])))
    cell = book["Words"]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(STARTS_A_FORMULA)


def action(of: str, due: date, status: Status = Status.IN_PROGRESS) -> Action:
    """An action of a team."""
    return Action(
        f"{of} 2026 released", f"Do it by {due}", "Manager", due, status=status
    )


def test_actions_are_told_that_are_overdue_or_due_in_eight_weeks() -> None:
    teams = (team("A", audit("A")), team("B", audit("B")))
    found = due_actions(
        teams,
        (
            action("A", date(2026, 4, 30)),
            action("B", date(2026, 4, 1)),
            action("A", date(2026, 4, 1), Status.COMPLETE),
            action("A", date(2026, 5, 1), Status.ON_HOLD),
            action("B", date(2026, 6, 26)),
            action("B", date(2026, 6, 27)),
        ),
        TODAY,
    )
    assert [(each.name, each.due.day) for each in found.overdue] == [
        ("B", 1),
        ("A", 30),
    ]
    assert [(each.name, each.status) for each in found.due] == [
        ("A", "On hold"),
        ("B", "In progress"),
    ]
    book = load_workbook(BytesIO(to_xlsx(action_sheets(found, TODAY))))
    assert [each[1] for each in book["Actions"].values] == [
        "Overdue",
        *["Yes"] * 2,
        *["No"] * 2,
    ]
