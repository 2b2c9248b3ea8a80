"""What an action has to be, each field with words of its own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from peeraudit.operations.check_action import (
    ActionFault,
    Checked,
    in_lines,
    in_one_line,
    refuse_faults,
)
from peeraudit.plan.action import Action

TODAY = date(2026, 5, 4)
PAST = TODAY - timedelta(days=1)
ACTION = Action("audit", "Write the role down", "team manager", TODAY)


def faulty(action: Action, before: Action | None = None) -> list[str]:
    return [each.field for each in Checked(action, TODAY, before).faults()]


def test_what_is_right_is_kept() -> None:
    refuse_faults(Checked(replace(ACTION, remind="owner@trust.example"), TODAY))


@pytest.mark.parametrize(
    "address",
    ["owner", "owner@trust", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.ex"],
)
def test_no_mail_goes_to_what_is_no_address(address: str) -> None:
    with pytest.raises(ActionFault, match="Enter an e-mail address") as raised:
        refuse_faults(Checked(replace(ACTION, remind=address), TODAY))
    assert raised.value.field == "remind"


def test_a_day_that_has_passed_may_stay_but_not_be_set() -> None:
    late = replace(ACTION, due=PAST)
    assert faulty(late) == ["due"]
    assert faulty(replace(late, what="In other words"), late) == []
    assert faulty(replace(late, due=PAST - timedelta(days=1)), late) == ["due"]


def test_every_fault_is_told() -> None:
    nothing = Action("audit", "", "", PAST, measure="x" * 301, remind="x")
    assert set(faulty(nothing)) == {"what", "owner", "measure", "due", "remind"}


def test_signs_that_steer_a_machine_are_left_out() -> None:
    assert in_lines("a\x1b[31m\r\nb\x00\ud800") == "a[31m\nb"
    assert in_one_line("Two\nlines, नमस्ते 👩‍⚕️") == "Two lines, नमस्ते 👩‍⚕️"
