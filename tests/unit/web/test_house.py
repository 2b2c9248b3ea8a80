"""The organisation on every page: read now and then, and as it was while it is away."""

from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from sqlalchemy.exc import OperationalError

from peeraudit.audit.organisation import Organisation
from peeraudit.operations.installation import Installation
from peeraudit.operations.organisation import AsRead
from peeraudit.web import house
from peeraudit.web.house import READ_EVERY, House, Masthead, masthead

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOWHERE = cast("Installation", None)


class Kept:
    """Stands for the database: what is kept there, and how often it was asked."""

    def __init__(self) -> None:
        self.name = "A trust"
        self.asked = 0
        self.is_away = False

    def read(self, _installation: Installation) -> AsRead:
        self.asked += 1
        if self.is_away:
            raise OperationalError("", {}, Exception())
        return AsRead(Organisation(self.name), "")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    made = Kept()
    monkeypatch.setattr(house, "read_organisation", made.read)
    return made


def test_it_is_read_once_in_a_while(kept: Kept) -> None:
    ours = House()
    for seconds in range(0, 60, 10):
        assert ours.now(NOWHERE, NOW + timedelta(seconds=seconds)).name == "A trust"
    assert kept.asked == 2


def test_what_was_changed_elsewhere_shows_after_a_while(kept: Kept) -> None:
    ours = House()
    ours.now(NOWHERE, NOW)
    kept.name = "Another name"
    assert ours.now(NOWHERE, NOW + READ_EVERY).name == "Another name"


def test_what_was_changed_here_shows_at_once(kept: Kept) -> None:
    ours = House()
    ours.now(NOWHERE, NOW)
    kept.name = "Another name"
    ours.forget()
    assert ours.now(NOWHERE, NOW).name == "Another name"


def test_while_the_database_is_away_it_is_as_it_was(kept: Kept) -> None:
    ours = House()
    ours.now(NOWHERE, NOW)
    kept.is_away = True
    assert ours.now(NOWHERE, NOW + READ_EVERY).name == "A trust"
    assert House().now(NOWHERE, NOW).name == ""


def test_no_logo_stands_beside_another_name() -> None:
    ours = Organisation("A trust", logo="x")
    assert masthead(ours, "A partner") == Masthead("A partner")
    assert masthead(Organisation("A trust"), "") == Masthead("A trust")
