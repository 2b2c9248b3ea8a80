"""A view over teams is made once, whoever writes the database."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, update

from peeraudit.disclosure.pooling import CannotPool
from peeraudit.operations.kept_counts import kept_until
from peeraudit.operations.pool_teams import (
    list_views,
    pool_teams,
    waiting_teams,
)
from peeraudit.release.verify import verify
from peeraudit.sealing.keys import KeyLost
from peeraudit.storage.tables import AuditRow, PooledTallyRow
from tests.integration.storage.conftest import OpenAudit, OpenOne
from tests.integration.storage.pooled import PW, closed, made, plan


@pytest.fixture
def teams(open_one: OpenOne) -> list[OpenAudit]:
    """Three closed teams of four peer workers each."""
    return [closed(open_one, 4) for _ in range(3)]


def test_teams_that_were_refused_are_tried_again_only_with_more(
    open_one: OpenOne,
) -> None:
    few = [closed(open_one, n) for n in (3, 3, 3)]
    more = closed(open_one, 4)
    with pytest.raises(CannotPool, match="no view yet"):
        made(few)
    with pytest.raises(CannotPool, match="take none away"):
        made([*few[1:], more])
    assert verify(made([*few, more])) == ()


class ReadAndBroken(Exception):
    """What whoever writes the database makes of a view that they have read."""


def test_a_view_that_was_read_and_not_kept_can_only_be_made_as_it_was(
    teams: list[OpenAudit], open_one: OpenOne, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ReadAndBroken

    with monkeypatch.context() as patched:
        patched.setattr("peeraudit.storage.pooled_views.add", broken)
        with pytest.raises(ReadAndBroken):
            made(teams)
    with pytest.raises(CannotPool, match="not finished: make that one"):
        made([*teams, closed(open_one, 3)])
    # Nor can a team be taken away, or the view be made of others.
    with pytest.raises(CannotPool):
        made(teams[1:])
    assert list_views(teams[0].installation) == ()


def test_a_view_that_was_interrupted_is_made_as_it_was(
    teams: list[OpenAudit], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ReadAndBroken

    with monkeypatch.context() as patched:
        patched.setattr("peeraudit.storage.pooled_views.add", broken)
        with pytest.raises(ReadAndBroken):
            made(teams)
    assert verify(made(teams)) == ()


def test_counts_that_somebody_puts_back_open_for_nobody(
    teams: list[OpenAudit], open_one: OpenOne, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = teams[0].installation
    with monkeypatch.context() as patched:
        patched.setattr("peeraudit.storage.pooled_tallies.drop", lambda *_: True)
        patched.setattr("peeraudit.storage.ledger.enter", lambda *_: None)
        made(teams)
    assert len(waiting_teams(here, PW)) == 3
    with pytest.raises(KeyLost):
        made([*teams, closed(open_one, 3)])
    assert len(list_views(here)) == 1


@pytest.mark.parametrize("floor", [5, 11])
def test_a_floor_that_is_lowered_after_closing_is_kept_all_the_same(
    open_one: OpenOne, floor: int
) -> None:
    teams = [closed(open_one, n, floor=floor) for n in (4, 3, 3)]
    with teams[0].installation.database.transaction() as connection:
        lower = func.replace(AuditRow.promise, f'"floor":{floor}', '"floor":5')
        connection.execute(update(AuditRow).values(promise=lower))
    assert teams[0].installation.audit(teams[0].id).promise.floor == 5
    if floor == 5:
        assert made(teams).promise.floor == 10
        return
    with pytest.raises(CannotPool, match="at least 11 answers"):
        made(teams)


def test_counts_are_not_used_after_their_time_though_the_database_still_has_them(
    teams: list[OpenAudit],
) -> None:
    here = teams[0].installation
    with here.database.transaction() as connection:
        until = datetime(2999, 1, 1, tzinfo=UTC)
        connection.execute(update(PooledTallyRow).values(keep_until=until))
    with pytest.raises(CannotPool, match="destroyed by now"):
        pool_teams(here, plan(teams), at=kept_until(teams[0].over))


def test_swapped_counts_are_refused_in_words(teams: list[OpenAudit]) -> None:
    here, first = teams[0].installation, teams[0].id
    with here.database.transaction() as connection:
        other = select(PooledTallyRow.sealed).where(
            PooledTallyRow.audit_id == teams[1].id
        )
        sealed = connection.execute(other).scalar_one()
        mine = PooledTallyRow.audit_id == first
        connection.execute(update(PooledTallyRow).where(mine).values(sealed=sealed))
    with pytest.raises(CannotPool, match=f"of audit {first} do not open"):
        made(teams)
