"""How long things are kept: never shorter than pages have said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.months import months_after
from peeraudit.audit.retention import (
    FOREVER,
    NOTICE,
    Keeping,
    Retention,
    erasure_of,
    in_days,
    soonest,
)
from tests.unit.factories import make_audit

CLOSED = datetime(2026, 3, 20, 17, tzinfo=UTC)
DUE = datetime(2029, 3, 20, 17, tzinfo=UTC)
SET = Retention()


def released(state: State = State.RELEASED) -> Audit:
    audit = make_audit()
    promise = replace(audit.promise, closes_at=CLOSED)
    return replace(audit, promise=promise, state=state)


def test_a_report_is_kept_for_three_years_from_its_closing_time() -> None:
    found = erasure_of(released(), SET, Keeping(), at=CLOSED)
    assert found is not None
    assert (found.at, found.is_near) == (DUE, False)


def test_it_is_near_thirty_days_before() -> None:
    found = erasure_of(released(), SET, Keeping(), at=DUE - NOTICE)
    assert found is not None
    assert (found.at, found.is_near) == (DUE, True)


@pytest.mark.parametrize("late", [timedelta(0), timedelta(days=400)])
def test_nothing_is_erased_before_it_was_told_for_thirty_days(late: timedelta) -> None:
    """Whether the time was made shorter, or no worker ran for a year."""
    at = DUE + late
    untold = erasure_of(released(), SET, Keeping(), at=at)
    told = erasure_of(released(), SET, Keeping(noticed_at=at), at=at + NOTICE)
    assert untold is not None
    assert told is not None
    assert untold.at == told.at == at + NOTICE


def test_what_somebody_chose_for_it_goes_before_the_settings() -> None:
    until = DUE + timedelta(days=700)
    found = erasure_of(released(), SET, Keeping(until), at=DUE)
    assert found is not None
    assert (found.at, found.is_near) == (until, False)


def test_what_is_kept_for_longer_goes_no_sooner_than_all_others() -> None:
    kept, longer = Keeping(DUE + NOTICE, "An inquiry"), replace(SET, audits=60)
    found = erasure_of(released(), longer, kept, at=DUE)
    assert found == erasure_of(released(), longer, Keeping(), at=DUE)
    assert erasure_of(released(), replace(SET, audits=FOREVER), kept, at=DUE) is None
    asked = erasure_of(released(), longer, replace(kept, reason=""), at=CLOSED)
    assert asked is not None
    assert asked.at == kept.until


def test_what_is_kept_for_ever_is_erased_only_if_somebody_says_so() -> None:
    ever = replace(SET, audits=FOREVER)
    assert erasure_of(released(), ever, Keeping(), at=DUE) is None
    assert erasure_of(released(), ever, Keeping(DUE), at=CLOSED) is not None


@pytest.mark.parametrize(
    "state", [State.LAUNCHING, State.OPEN, State.CLOSING, State.SCREENING]
)
def test_an_audit_that_is_not_over_is_not_erased(state: State) -> None:
    assert erasure_of(released(state), SET, Keeping(DUE), at=DUE) is None


def test_a_draft_goes_a_year_after_it_would_have_closed() -> None:
    found = erasure_of(released(State.DRAFT), SET, Keeping(), at=CLOSED)
    assert found is not None
    assert found.at == datetime(2027, 3, 20, 17, tzinfo=UTC)


def test_what_was_never_asked_can_go_at_once_and_all_else_after_notice() -> None:
    assert soonest(released(State.DRAFT), at=CLOSED) == CLOSED
    soon = CLOSED + timedelta(days=10)
    # Else another audit of the team could close within 90 days of this one.
    assert soonest(released(), at=soon) == CLOSED + timedelta(days=90)
    assert soonest(released(), at=DUE) == DUE + NOTICE


@pytest.mark.parametrize(
    ("changed", "is_shorter"),
    [
        (Retention(24), True),
        (Retention(60), False),
        (Retention(FOREVER), False),
        (Retention(36, 36), True),
        (Retention(36, 72, 6), True),
        (Retention(), False),
    ],
)
def test_shorter_is_what_erases_anything_sooner(
    changed: Retention, *, is_shorter: bool
) -> None:
    assert changed.is_shorter_than(SET) is is_shorter


def test_after_for_ever_every_time_is_shorter() -> None:
    assert SET.is_shorter_than(Retention(FOREVER))


def test_months_end_with_short_months_and_days_are_those_of_london() -> None:
    assert months_after(datetime(2026, 8, 31, 18), 6) == datetime(2027, 2, 28, 18)  # noqa: DTZ001
    assert in_days(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "1 July 2026"
