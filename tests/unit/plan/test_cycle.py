"""When a team looks again: days counted from the day an audit closed."""

from datetime import date

from peeraudit.audit.months import months_after
from peeraudit.plan.action import Action, Status
from peeraudit.plan.cycle import Cycle


def test_the_plan_is_looked_at_after_eight_weeks_and_audits_after_4_and_12_months() -> (
    None
):
    cycle = Cycle(date(2026, 10, 31))
    assert cycle.review_on == date(2026, 12, 26)
    assert cycle.audits_on == (date(2027, 2, 28), date(2027, 10, 31))


def test_a_leap_year_has_its_day() -> None:
    assert months_after(date(2027, 10, 31), 4) == date(2028, 2, 29)


def test_an_action_is_overdue_the_day_after_until_it_is_over() -> None:
    due = date(2026, 12, 1)
    action = Action("a", "Agree the rules", "Team manager", due)
    assert not action.is_overdue(due)
    assert action.is_overdue(date(2026, 12, 2))
    done = Action("a", "Agree the rules", "Team manager", due, status=Status.COMPLETE)
    assert not done.is_overdue(date(2026, 12, 2))
