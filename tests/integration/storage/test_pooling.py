"""A view over teams: made once by a person, of what feeds no other release."""

from datetime import timedelta

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import Cell
from peeraudit.disclosure.pooling import CannotPool
from peeraudit.operations import pool_teams as pooling
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.kept_counts import pooling_key
from peeraudit.operations.pool_teams import (
    ViewPlan,
    list_views,
    pool_teams,
    read_ledger,
    waiting_teams,
)
from peeraudit.release.ledger import AlreadyReleased
from peeraudit.release.verify import verify
from peeraudit.response.responses import Scope
from peeraudit.sealing.keys import KeyKind
from tests.integration.storage.conftest import OpenAudit, OpenOne
from tests.integration.storage.pooled import LATER, MG, PW, closed, made, plan


@pytest.fixture
def teams(open_one: OpenOne) -> list[OpenAudit]:
    """Three closed teams of four peer workers each."""
    return [closed(open_one, 4) for _ in range(3)]


def test_three_teams_make_a_view_of_cells_that_is_verified(
    teams: list[OpenAudit],
) -> None:
    release = made(teams)
    assert verify(release) == ()
    (count,) = release.groups
    assert (count.group, count.asked, count.answered) == (PW, 12, 10)
    shown = {cell.item for cell in release.cells if isinstance(cell, Cell)}
    assert shown == {"SE4", "ID1"}
    assert release.findings == ()


def test_each_team_learns_that_its_managers_do_not_know(teams: list[OpenAudit]) -> None:
    release = made(teams)
    assert release.pooled is not None
    for team in release.pooled.teams:
        states = {spot.item: spot.state for spot in team.blind_spots}
        assert states["SE4"] == "false consensus"
    assert {team.team for team in release.pooled.teams} == {
        teams[0].installation.audit(team.id).team.name for team in teams
    }


def test_what_a_view_stands_on_is_destroyed_with_it(teams: list[OpenAudit]) -> None:
    here = teams[0].installation
    assert {audit.id for audit in waiting_teams(here, PW)} == {t.id for t in teams}
    made(teams)
    assert waiting_teams(here, PW) == ()
    for team in teams:
        assert not here.keys.holds(pooling_key(team.id, PW), KeyKind.POOLING)


def test_no_second_view_stands_on_the_same_answers(
    teams: list[OpenAudit], open_one: OpenOne
) -> None:
    made(teams)
    more = [closed(open_one, 4) for _ in range(3)]
    with pytest.raises((CannotPool, AlreadyReleased)):
        made([*more, teams[0]])
    assert len(list_views(teams[0].installation)) == 1
    assert len(waiting_teams(teams[0].installation, PW)) == 3


def test_the_ledger_refuses_even_where_counts_came_back(
    teams: list[OpenAudit], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = teams[0].installation
    monkeypatch.setattr(pooling, "destroy_taken", lambda *_: None)
    monkeypatch.setattr("peeraudit.storage.pooled_tallies.drop", lambda *_: True)
    made(teams)
    with pytest.raises(AlreadyReleased, match="one release, ever"):
        made(teams)
    assert len(list_views(here)) == 1


def test_the_ledger_lists_what_every_release_stands_on(teams: list[OpenAudit]) -> None:
    here = teams[0].installation
    made(teams)
    (view,) = list_views(here)
    feeds = {(each.audit, each.group): each.feeds for each in read_ledger(here)}
    for team in teams:
        assert feeds[team.id, MG] == team.id
        assert feeds[team.id, PW] == view.id


@pytest.mark.parametrize(
    ("sizes", "why"),
    [
        ([4, 4], "no view yet"),
        ([3, 3, 3], "no view yet"),
        ([4, 4, 1, 1], None),
        ([4, 2, 2, 2], None),
    ],
)
def test_too_little_is_refused_and_nothing_is_lost(
    open_one: OpenOne, sizes: list[int], why: str | None
) -> None:
    teams = [closed(open_one, n) for n in sizes]
    if why is None:
        assert verify(made(teams)) == ()
        return
    with pytest.raises(CannotPool, match=why):
        made(teams)
    assert len(waiting_teams(teams[0].installation, PW)) == len(sizes)


def test_no_team_is_more_than_half(open_one: OpenOne) -> None:
    big = open_one(
        managers=5, peer_workers=9, peer_mode=GroupMode.POOLED_ONLY, pooling=True
    )
    for code in big.codes[PW]:
        big.answer(code, {"SE4": "2"})
    big.close()
    small = [closed(open_one, 4), closed(open_one, 4)]
    with pytest.raises(CannotPool, match="no view yet") as refused:
        made([big, *small])
    # Which one it is would tell how many of a hidden group answered.
    assert big.id not in str(refused.value)


def test_a_question_that_few_answered_is_withheld_in_the_view(
    open_one: OpenOne,
) -> None:
    teams = [closed(open_one, 4) for _ in range(2)]
    silent = open_one(managers=6, peer_workers=4, pooling=True)
    for code in silent.codes[PW]:
        silent.answer(code, {"ID1": "2"}, Scope.ONLY_POOLED)
    silent.close()
    release = made([*teams, silent])
    assert "SE4" not in {cell.item for cell in release.cells if isinstance(cell, Cell)}
    assert "SE4" in {each.item for each in release.withheld}
    assert "ID1" in {cell.item for cell in release.cells if isinstance(cell, Cell)}


def test_one_team_twice_is_refused(open_one: OpenOne, teams: list[OpenAudit]) -> None:
    again = open_one(
        managers=6,
        peer_workers=4,
        pooling=True,
        team=teams[0].installation.audit(teams[0].id).team.name.upper(),
        opens=teams[0].opens + timedelta(days=120),
    )
    again.close()
    with pytest.raises(CannotPool, match="of one team"):
        made([*teams, again])


def test_a_group_that_is_shown_by_itself_cannot_be_pooled(
    teams: list[OpenAudit],
) -> None:
    here = teams[0].installation
    names = tuple(team.id for team in teams)
    with pytest.raises(CannotPool, match="not waiting to be pooled"):
        pool_teams(here, ViewPlan("Managers", MG, names), at=LATER)


def test_interrupted_before_the_keys_are_gone_it_is_finished_later(
    teams: list[OpenAudit], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = teams[0].installation

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(pooling, "destroy_taken", dies)
        with pytest.raises(KeyboardInterrupt):
            made(teams)
    assert here.keys.holds(pooling_key(teams[0].id, PW), KeyKind.POOLING)
    do_what_is_due(here, at=LATER)
    for team in teams:
        assert not here.keys.holds(pooling_key(team.id, PW), KeyKind.POOLING)
    assert len(list_views(here)) == 1


def test_a_view_needs_a_name(teams: list[OpenAudit]) -> None:
    here = teams[0].installation
    with pytest.raises(CannotPool, match="name"):
        pool_teams(here, plan(teams, "  "), at=LATER)
