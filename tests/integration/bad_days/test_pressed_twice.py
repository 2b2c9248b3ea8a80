"""Somebody presses each button twice, as on a slow line: it is done once."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from peeraudit.operations.first_account import first_token
from peeraudit.storage.tables import (
    AccountRow,
    AuditRow,
    BoxRow,
    ManagerSessionRow,
    TeamRow,
)
from peeraudit.storage.tables.base import Base
from tests.integration.bad_days.conftest import Count
from tests.integration.bad_days.twin import twin
from tests.integration.manage.drafting import Drafting
from tests.integration.manage.managing import EMAIL, PASSWORD, Manager
from tests.integration.web.visiting import Page
from tests.journeys.site import Site


class Impatient(Manager):
    """A browser that sends each form twice, and shows what comes back last."""

    ONCE = ("/manage/second-factor",)
    """A code from an app holds once: its second press is looked at by itself."""

    def send(self, address: str, data: dict[str, Any], status: int = 200) -> Page:
        if address.split("?", maxsplit=1)[0] not in self.ONCE:
            assert twin(self).post(address, data=data).status_code < 500
        return super().send(address, data, status)


def rows(site: Site, table: type[Base]) -> int:
    """How many rows a table has."""
    with site.installation.database.reading() as connection:
        found = connection.execute(select(func.count()).select_from(table))
        return found.scalar_one()


def test_everything_up_to_the_launch_is_done_once(site: Site, first: Manager) -> None:
    audits, teams = rows(site, AuditRow), rows(site, TeamRow)
    manager = Impatient(site, secret=first.secret)
    manager.sign_in()
    draft = Drafting.begin(manager)
    draft.fill("numbers", {"posts": "2"})
    draft.promise()
    page = draft.launch(409)
    assert page.heading == "This audit has been launched already"
    assert "Opening." in manager.follow("Go to the audit").words
    assert rows(site, AuditRow) == audits + 1
    assert rows(site, TeamRow) == teams + 1


def test_the_first_account_and_its_sign_in(site: Site) -> None:
    manager = Impatient(site)
    manager.open(f"/manage/first/{first_token(site.installation)}")
    # The second press finds it made: whoever pressed signs in.
    manager.press("Continue", name="A lead", email=EMAIL, password=PASSWORD, status=404)
    assert rows(site, AccountRow) == 1
    manager.open("/manage/sign-in")
    manager.press("Continue", email=EMAIL, password=PASSWORD)
    assert manager.set_up().heading == "Write these recovery codes down"


def test_a_code_from_the_app_that_is_pressed_twice_lets_in_once(
    site: Site, first: Manager
) -> None:
    site.clock.now += timedelta(minutes=1)
    manager = Manager(site, secret=first.secret)
    manager.open("/manage/sign-in")
    manager.press("Continue", email=EMAIL, password=PASSWORD)
    form, _ = manager.page.form_with("Continue")
    sent = {**manager.filled(form), "code": manager.code}
    before = rows(site, ManagerSessionRow)
    assert twin(manager).post("/manage/second-factor", data=sent).status_code == 303
    page = manager.send("/manage/second-factor", sent)
    assert page.heading == "Sign in"
    assert rows(site, ManagerSessionRow) == before


@pytest.mark.parametrize("times", [2, 3])
def test_answers_that_are_sent_more_often_count_once(
    site: Site, boxes: Count, times: int
) -> None:
    person = Impatient(site)
    person.begin(site.code())
    person.press("Continue", RC1="4")
    person.open("/answer/check")
    sent = {"csrf_token": person.token()}
    for _ in range(times):
        assert person.send("/answer/submit", sent).path == "/answer/done"
    assert boxes() == rows(site, BoxRow) == 1
