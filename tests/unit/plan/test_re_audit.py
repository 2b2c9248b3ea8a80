"""When a team looks again: after 4 and 12 months, and 90 days apart at the least."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from peeraudit.audit.audit import Audit, State
from peeraudit.instrument.definition import Mode
from peeraudit.plan.re_audit import Proposed, ReAudit, re_audit
from tests.unit.factories import CLOSES, make_audit, make_promise

TODAY = date(2026, 3, 23)


def round_of(
    *,
    state: State = State.RELEASED,
    mode: Mode = Mode.IN_POST,
    closes: datetime = CLOSES,
) -> Audit:
    """A round of a team that closed on 20 March 2026, if not said otherwise."""
    return replace(make_audit(make_promise(closes_at=closes), state=state), mode=mode)


def proposed(*audits: Audit, today: date = TODAY) -> ReAudit:
    found = re_audit(audits, today=today)
    assert found
    return found


def test_a_team_looks_again_after_4_and_12_months() -> None:
    assert proposed(round_of()).proposed == (
        Proposed(4, date(2026, 7, 20)),
        Proposed(12, date(2027, 3, 20)),
    )


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 7, 20), [4, 12]),
        (date(2026, 7, 21), [12]),
        (date(2027, 3, 21), []),
    ],
)
def test_what_is_over_is_not_proposed(today: date, months: list[int]) -> None:
    found = proposed(round_of(), today=today)
    assert [each.months for each in found.proposed] == months


def test_the_next_round_closes_90_days_after_any_that_was_asked() -> None:
    assert proposed(round_of()).closes_from == CLOSES + timedelta(days=90)
    later = round_of(mode=Mode.BEFORE_START, closes=CLOSES + timedelta(days=100))
    found = proposed(round_of(), later)
    assert found.closes_from == CLOSES + timedelta(days=190)
    assert found.after.promise.closes_at == CLOSES


def test_it_is_counted_from_the_last_round() -> None:
    again = round_of(mode=Mode.RE_AUDIT, closes=CLOSES + timedelta(days=122))
    found = proposed(round_of(), again)
    assert found.after == again
    assert found.proposed[0] == Proposed(4, date(2026, 11, 20))


@pytest.mark.parametrize("state", [each for each in State if each != State.RELEASED])
def test_nothing_is_proposed_while_an_audit_is_on_its_way(state: State) -> None:
    later = round_of(state=state, closes=CLOSES + timedelta(days=100))
    assert re_audit([round_of(), later], today=TODAY) is None
    assert re_audit([later], today=TODAY) is None


def test_before_anybody_was_asked_in_the_role_nothing_is_proposed() -> None:
    assert re_audit([], today=TODAY) is None
    assert re_audit([round_of(mode=Mode.BEFORE_START)], today=TODAY) is None
