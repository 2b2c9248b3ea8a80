"""Closing times: two weeks ahead as a rule, never at once, never far away."""

from datetime import UTC, datetime, timedelta

import pytest

from peeraudit.audit.closing_time import TimeFault, closing_fault, usual_closing
from peeraudit.audit.promise_words import london

NOW = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead", "fault"),
    [
        (timedelta(days=3) - timedelta(minutes=1), TimeFault.TOO_SOON),
        (timedelta(days=3), None),
        (timedelta(weeks=12), None),
        (timedelta(weeks=12, minutes=1), TimeFault.TOO_LATE),
        (-timedelta(days=1), TimeFault.TOO_SOON),
    ],
)
def test_a_closing_time_lies_3_days_to_12_weeks_ahead(
    ahead: timedelta, fault: TimeFault | None
) -> None:
    assert closing_fault(NOW + ahead, at=NOW) is fault


def test_it_is_at_five_in_london_whatever_the_clocks_do_in_between() -> None:
    assert london(usual_closing(NOW)) == "5pm on Tuesday 31 March 2026"
    late = datetime(2026, 10, 20, 22, 30, tzinfo=UTC)  # 11.30pm there
    assert london(usual_closing(late)) == "5pm on Tuesday 3 November 2026"
    assert closing_fault(usual_closing(NOW), at=NOW) is None
