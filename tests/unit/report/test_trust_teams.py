"""Where each team is in its cycle, in words, by service and name."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.team import Team
from peeraudit.instrument.wording import LocalWords
from peeraudit.plan.review import PlanSize
from peeraudit.report.trust_teams import (
    TeamNow,
    line,
    services,
    without_report,
)
from tests.unit.factories import make_audit, make_promise

CLOSED = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)
SOON = CLOSED + timedelta(days=3)
LATER = (CLOSED + timedelta(days=100)).date()


def audit(state: State, closes: datetime = CLOSED) -> Audit:
    """An audit in some state."""
    return make_audit(make_promise(closes_at=closes), state=state)


def team(
    *audits: Audit,
    name: str = "Pier",
    service: str = "",
    planned: PlanSize | None = None,
) -> TeamNow:
    """A team with these audits."""
    named = Team("Example Trust", LocalWords(name), name, service)
    return TeamNow(named, audits, planned)


OUT = audit(State.RELEASED)


@pytest.mark.parametrize(
    ("audits", "stands"),
    [
        ((), "No audit yet"),
        ((audit(State.DRAFT),), "Being set up"),
        (
            (audit(State.OPEN, SOON + timedelta(days=9)), OUT),
            "Open: closes in 9 days",
        ),
        ((audit(State.SCREENING),), "Closed: comments are being read"),
        ((OUT,), "Report is out, on an audit that closed on 20 March 2026"),
    ],
)
def test_a_team_stands_where_its_audits_do(
    audits: tuple[Audit, ...], stands: str
) -> None:
    told = line(team(*audits), at=SOON)
    assert told.stands == stands
    assert told.is_late is False


@pytest.mark.parametrize(
    ("planned", "days", "note", "is_due"),
    [
        (None, 3, "No plan yet; due by 15 May 2026", False),
        (None, 57, "No plan yet; was due by 15 May 2026", True),
        (
            PlanSize(0, 0),
            3,
            "The team has met; no action yet; due by 15 May 2026",
            False,
        ),
        (
            PlanSize(3, 2, LATER),
            3,
            "Plan with 2 actions to do; review on 15 May 2026",
            False,
        ),
        (
            PlanSize(3, 1, LATER),
            56,
            "Plan with 1 action to do; review due since 15 May 2026",
            True,
        ),
        (
            PlanSize(3, 1, CLOSED.date()),
            71,
            "Plan with 1 action to do; review was due on 15 May 2026",
            True,
        ),
        (PlanSize(3, 1, LATER), 71, "Plan with 1 action to do; reviewed", False),
        (PlanSize(3, 0), 60, "Every action of the plan is over", False),
    ],
)
def test_a_plan_is_reviewed_after_eight_weeks(
    planned: PlanSize | None, days: int, note: str, *, is_due: bool
) -> None:
    told = line(team(OUT, planned=planned), at=CLOSED + timedelta(days=days))
    assert told.notes[0] == note
    assert told.is_late is is_due


@pytest.mark.parametrize(
    ("days", "note", "is_due"),
    [
        (3, "Next audit from 20 July 2026", False),
        (122, "Next audit due since 20 July 2026, after 4 months", True),
        (365, "Next audit due since 20 March 2027, after 12 months", True),
    ],
)
def test_the_next_audit_is_due_after_4_and_12_months(
    days: int, note: str, *, is_due: bool
) -> None:
    now = team(OUT, planned=PlanSize(1, 0))
    told = line(now, at=CLOSED + timedelta(days=days))
    assert told.notes[1] == note
    assert told.is_late is is_due


def test_a_next_audit_that_is_set_up_is_not_called_due() -> None:
    late = CLOSED + timedelta(days=130)
    now = team(OUT, audit(State.DRAFT, late), planned=PlanSize(1, 0))
    assert line(now, at=late).notes[1] == "The next audit is being set up"
    assert line(now, at=late).is_late is False


def test_the_latest_of_two_reports_is_the_one() -> None:
    older = replace(audit(State.RELEASED, CLOSED - timedelta(days=200)), id="older")
    assert team(older, OUT).reported == OUT
    assert team(OUT, older).reported == OUT


def test_teams_stand_by_service_and_name_and_by_nothing_else() -> None:
    late = CLOSED + timedelta(days=130)
    blocks = services(
        [
            team(name="Pier", service="Wards"),
            team(OUT, name="Elm", service="community"),
            team(name="Zion"),
            team(audit(State.DRAFT), name="abbey", service="Community"),
        ],
        at=late,
    )
    assert [(each.name, [one.name for one in each.teams]) for each in blocks] == [
        ("Community", ["abbey", "Elm"]),
        ("Wards", ["Pier"]),
        ("No service named", ["Zion"]),
    ]


def test_teams_without_a_report_are_named() -> None:
    open_one = team(audit(State.OPEN), name="Pier")
    found = without_report([team(OUT, name="Elm"), open_one, team(name="Cove")])
    assert [each.team.name for each in found] == ["Cove", "Pier"]
