"""Owners of actions are reminded: each time once, and one mail a day at the most."""

import logging
from dataclasses import replace
from datetime import date, timedelta

import pytest

from peeraudit.operations import remind_owners as module
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.plan.action import Status
from tests.integration.asking.asked_audit import AskedAudit
from tests.integration.asking.owning import OWNER, REVIEW, OwnedPlan, noon

DUE = date(2026, 4, 20)
DAY = timedelta(days=1)
OTHER = "other@trust.example"


@pytest.fixture
def owned(audit: AskedAudit) -> OwnedPlan:
    return OwnedPlan(audit)


def test_an_owner_is_reminded_before_the_day_after_it_and_at_the_review(
    owned: OwnedPlan,
) -> None:
    owned.add(DUE)
    days = [DUE - 8 * DAY, DUE - 7 * DAY, DUE - DAY, DUE, DUE + DAY, DUE + 2 * DAY]
    assert [owned.look(day) for day in days] == [0, 1, 1, 1, 2, 2]
    assert [owned.look(REVIEW + each * DAY) for each in (-1, 0, 1, 20)] == [2, 3, 3, 3]
    told = [each.text for each in owned.office.mails]
    assert ["Due soon:" in each for each in told] == [True, False, False]
    assert ["has passed" in each for each in told] == [False, True, False]
    assert ["review is 15 May 2026" in each for each in told][2]
    assert {each.to for each in owned.office.mails} == {OWNER}
    assert owned.office.mails[0].link("/manage") == f"/manage/teams/{owned.team}/plan"


def test_what_is_due_on_one_day_comes_in_one_mail_and_the_rest_on_the_next(
    owned: OwnedPlan,
) -> None:
    for what in ("Write it down", "Ask for a desk"):
        owned.add(DUE, what)
    owned.add(DUE, "Of somebody else", to=OTHER)
    assert owned.look(DUE) == 2
    (mail,) = owned.office.to(OWNER)
    assert mail.message["Subject"] == "Team 1: 2 actions to look at"
    assert "Of somebody else" not in mail.text
    owned.add(DUE, "Added at noon")
    assert owned.look(DUE, hour=14) == 2
    assert owned.look(DUE + DAY) == 4
    assert "Added at noon" in owned.office.to(OWNER)[1].text


def test_nobody_is_reminded_at_night_or_where_mail_is_off(owned: OwnedPlan) -> None:
    owned.add(DUE)
    assert owned.look(DUE, hour=5) == owned.look(DUE, hour=18) == 0
    here = owned.asked.installation
    do_what_is_due(replace(here, mail=None), at=noon(DUE))
    assert owned.office.mails == []
    do_what_is_due(replace(here, mail=owned.office.server), at=noon(DUE))
    assert len(owned.office.mails) == 1


def test_plans_are_looked_at_every_ten_minutes(owned: OwnedPlan) -> None:
    assert owned.look(DUE) == 0
    owned.add(DUE)
    here = replace(owned.asked.installation, mail=owned.office.server)
    found = []
    for minutes in (9, 10):
        module.remind_owners(here, at=noon(DUE) + timedelta(minutes=minutes))
        found.append(len(owned.office.mails))
    assert found == [0, 1]


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.CANCELLED])
def test_what_is_over_reminds_nobody_and_has_no_address_any_more(
    owned: OwnedPlan, status: Status
) -> None:
    action = owned.add(DUE)
    owned.change(action, status=status)
    assert owned.look(DUE) == 0
    (kept,) = owned.plan.actions
    assert kept.remind == ""


def test_another_owner_is_reminded_anew(owned: OwnedPlan) -> None:
    action = owned.add(DUE)
    assert owned.look(DUE) == 1
    owned.change(action, remind=OTHER)
    assert owned.look(DUE, hour=13) == 2
    assert len(owned.office.to(OTHER)) == 1


def test_a_server_that_is_away_is_tried_again(owned: OwnedPlan) -> None:
    action = owned.add(DUE)
    owned.office.stop()
    assert owned.look(DUE) == 0
    assert owned.reminded(action) == ""
    owned.office.start()
    assert owned.look(DUE, hour=13) == 1
    assert owned.look(DUE, hour=14) == 1


def test_a_mail_that_is_put_off_is_tried_again_an_hour_later(owned: OwnedPlan) -> None:
    action = owned.add(DUE)
    owned.office.refuses[OWNER] = "451 come back later"
    assert owned.look(DUE, hour=9) == 0
    assert owned.reminded(action) == ""
    del owned.office.refuses[OWNER]
    assert owned.look(DUE, hour=9) == 0
    assert owned.look(DUE, hour=10) == 1


def test_a_clock_that_was_years_ahead_holds_up_no_reminder(owned: OwnedPlan) -> None:
    assert owned.look(DUE + 3660 * DAY) == 0
    owned.add(DUE)
    assert owned.look(DUE) == 1


def test_an_address_that_is_refused_is_marked_and_tried_at_the_next_occasion(
    owned: OwnedPlan,
) -> None:
    action = owned.add(DUE)
    owned.office.refuses[OWNER] = "550 no such person"
    assert owned.look(DUE) == 0
    assert owned.plan.refused == {action.id}
    del owned.office.refuses[OWNER]
    assert owned.look(DUE, hour=14) == 0
    assert owned.look(DUE + DAY) == 1
    assert owned.plan.refused == set()


class Killed(BaseException):
    """Stands for a kill: nothing that follows is done."""


def test_a_worker_that_is_killed_around_sending_sends_nothing_twice(
    owned: OwnedPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    owned.add(DUE)

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        # After all is marked, at the last moment before the mail goes.
        patched.setattr(module, "owner_reminder", killed)
        with pytest.raises(Killed):
            owned.look(DUE)
    assert owned.look(DUE, hour=14) == 0
    assert owned.look(DUE + DAY) == 1  # the next occasion makes it good


def test_no_address_comes_into_a_log(
    owned: OwnedPlan, caplog: pytest.LogCaptureFixture
) -> None:
    owned.add(DUE)
    owned.add(DUE, to=OTHER)
    caplog.set_level(logging.DEBUG)
    owned.office.refuses[OTHER] = f"550 {OTHER} is unknown"
    owned.look(DUE)
    owned.office.stop()
    owned.look(DUE + DAY)
    ours = [each.getMessage() for each in caplog.records if "peeraudit" in each.name]
    assert ours
    assert not [each for each in ours if "trust.example" in each]
