"""A view over teams is one group's cells, each team's guesses, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.consensus.blind_spots import State
from peeraudit.disclosure.cells import (
    Cell,
    Cells,
    DontKnow,
    GroupCount,
    Reason,
    Withheld,
)
from peeraudit.disclosure.pooling import WaitingTeam, pool
from peeraudit.instrument.definition import Mode
from peeraudit.instrument.frozen import Group
from peeraudit.release.pooled import freeze_pooled
from peeraudit.release.release import Release, digest, from_json, to_json
from peeraudit.release.sources import PooledTeam
from peeraudit.release.verify import verify
from tests.unit.factories import (
    CLOSES,
    MG,
    PW,
    ST,
    SU,
    make_asking,
    readiness,
    role_adoption,
)
from tests.unit.release.test_verify import sealed
from tests.unit.report.releases import Setting, counted, tell
from tests.unit.report.views import MADE_AT, apart, team, three_teams, view

GUESSED = {item.id for item in role_adoption().items if item.guess}


def teams_of(release: Release) -> tuple[PooledTeam, ...]:
    assert release.pooled is not None
    return release.pooled.teams


def frozen(
    *teams: Release, floor: int = 10, at: datetime = MADE_AT, group: Group = PW
) -> Release:
    """A view over these teams, of which four people of a group each have answered."""
    counts = counted({group: 4}, apart, make_asking())
    waiting = [WaitingTeam(counts, 4, floor=floor)] * len(teams)
    cells = pool(waiting, group, role_adoption())
    return freeze_pooled("Small teams", teams, cells, floor=floor, at=at)


@pytest.mark.parametrize(
    "release",
    [
        three_teams(),
        view((5, 3, 2)),
        view((61, 67, 71)),
        view((4, 4, 4, 1)),
        view(group=ST),
        view(group=SU),
        view(instrument=readiness()),
    ],
    ids=["three", "half", "many", "four teams", "staff", "people", "readiness"],
)
def test_a_view_that_we_made_holds_also_when_it_was_written_down(
    release: Release,
) -> None:
    assert verify(release) == ()
    assert verify(from_json(to_json(release))) == ()
    assert release.hash == digest(release)


def test_it_has_one_group_and_its_cells_alone() -> None:
    release = three_teams()
    assert release.groups == (GroupCount(PW, GroupMode.POOLED_ONLY, 15, 10),)
    assert {cell.group for cell in release.cells} == {PW}
    assert all(isinstance(cell, Cell) and not cell.about for cell in release.cells)
    assert {each.group for each in release.derived.themes} == {PW}
    assert release.derived.gaps == ()


def test_it_has_no_findings_facts_comments_or_earlier_round() -> None:
    release = three_teams()
    assert (release.findings, release.facts, release.comments) == ((), {}, ())
    assert release.earlier is None
    assert release.derived.blind_spots == ()


def test_it_says_when_it_was_made_by_the_day_of_london() -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    teams = [team(name, 4) for name in ("North", "East", "West")]
    made = frozen(*teams, at=late)
    assert made.pooled is not None
    assert made.pooled.made_on == date(2026, 7, 1)


def test_it_spans_the_time_in_which_its_teams_answered() -> None:
    teams = [team(name, 4) for name in ("North", "East", "West")]
    early, late = date(2026, 1, 5), date(2026, 8, 3)
    first = replace(teams[0], audit=replace(teams[0].audit, opened_on=early))
    last = replace(teams[1], audit=replace(teams[1].audit, closed_on=late))
    for order in permutations((first, last, teams[2])):
        made = frozen(*order)
        assert (made.audit.opened_on, made.audit.closed_on) == (early, late)
    assert made.audit.mode is Mode.IN_POST
    assert (made.audit.team, made.audit.organisation) == (
        "Small teams",
        "Example Trust",
    )


def test_it_promises_the_strictest_and_no_comments() -> None:
    first, *others = [team(name, 4) for name in ("North", "East", "West")]
    last = CLOSES + timedelta(days=9)
    later = replace(first, promise=replace(first.promise, closes_at=last))
    promise = frozen(*others, later, floor=11).promise
    assert (promise.floor, promise.pooling) == (11, True)
    assert promise.closes_at == frozen(later, *others).promise.closes_at == last
    assert (promise.comments_read_by, promise.words) == ("", {})


def test_teams_stand_in_the_order_of_their_names_whoever_put_them_in() -> None:
    names = ("North", "East", "West", "South", "Centre")
    teams = [team(name, 4) for name in names]
    made = frozen(*teams)
    assert [each.team for each in teams_of(made)] == sorted(names)
    assert frozen(*teams[::-1]) == made


def test_two_teams_may_have_one_name() -> None:
    later = date(2026, 4, 1)
    north, west = team("North", 4), team("West", 4)
    other = sealed(replace(north, audit=replace(north.audit, closed_on=later)))
    made = frozen(north, other, west)
    assert [each.team for each in teams_of(made)] == ["North", "North", "West"]
    assert frozen(other, north, west) == made
    assert verify(made) == ()


def test_a_question_that_too_few_answered_is_withheld_in_the_release_too() -> None:
    cells = Cells(
        (GroupCount(PW, GroupMode.POOLED_ONLY, 12, 12),),
        (),
        (Withheld(PW, Reason.FEW_ANSWERS, "SE4", None, DontKnow.FEWER),),
    )
    teams = [team(name, 4) for name in ("North", "East", "West")]
    made = freeze_pooled("Small teams", teams, cells, floor=10, at=MADE_AT)
    assert made.withheld == cells.withheld
    assert verify(made) == ()


def test_of_a_team_it_tells_name_day_release_and_guesses() -> None:
    own = team("North", 4)
    made = frozen(own, team("East", 4), team("West", 4))
    (told,) = (each for each in teams_of(made) if each.team == "North")
    assert told.release == own.hash
    assert told.closed_on == own.audit.closed_on
    kept = {(cell.group, cell.item, cell.about) for cell in told.guesses}
    assert kept == {
        (by, item, about) for by in (MG, ST) for item in GUESSED for about in (None, PW)
    }
    assert set(told.guesses) <= set(own.cells)


def test_of_a_group_that_nobody_guesses_no_team_tells_anything() -> None:
    release = view(group=SU)
    assert {each.guesses for each in teams_of(release)} == {()}
    assert {each.blind_spots for each in teams_of(release)} == {()}


def test_only_who_guesses_the_pooled_group_is_told_of() -> None:
    release = view(group=ST)
    guessers = {cell.group for each in teams_of(release) for cell in each.guesses}
    assert guessers == {PW}
    spots = {(s.by, s.of) for each in teams_of(release) for s in each.blind_spots}
    assert spots == {(PW, ST)}


def test_each_teams_guesses_stand_beside_the_view() -> None:
    for each in teams_of(three_teams()):
        states = {(spot.item, spot.by): spot.state for spot in each.blind_spots}
        assert set(states) == {(item, by) for item in GUESSED for by in (MG, ST)}
        for by in (MG, ST):
            # staff and their guess are high; peer workers low but for meetings
            assert states["SE4", by] is State.FALSE_CONSENSUS
            assert states["SE5", by] is State.TRUE_CONSENSUS
        assert {spot.of for spot in each.blind_spots} == {PW}


def test_a_team_that_showed_no_guesses_has_no_blind_spots() -> None:
    own = team("North", 4)
    silent = replace(own, cells=tuple(c for c in own.cells if c.group is PW))
    made = frozen(silent, team("East", 4), team("West", 4))
    by_name = {each.team: each for each in teams_of(made)}
    assert by_name["North"].guesses == ()
    assert by_name["North"].blind_spots == ()
    assert by_name["East"].blind_spots


def test_a_team_whose_managers_are_not_shown_has_its_staff_alone() -> None:
    own = team("North", 4)
    fewer = replace(own, cells=tuple(c for c in own.cells if c.group is not MG))
    made = frozen(fewer, team("East", 4), team("West", 4))
    (told,) = (each for each in teams_of(made) if each.team == "North")
    assert {spot.by for spot in told.blind_spots} == {ST}


def test_a_group_of_which_no_guess_is_shown_has_no_blind_spots() -> None:
    own = team("North", 4)
    shown = tuple(
        cell
        for cell in own.cells
        if not (isinstance(cell, Cell) and cell.group is MG and cell.about)
    )
    made = frozen(replace(own, cells=shown), team("East", 4), team("West", 4))
    (told,) = (each for each in teams_of(made) if each.team == "North")
    assert {cell.group for cell in told.guesses} == {MG, ST}
    assert {spot.by for spot in told.blind_spots} == {ST}


@pytest.mark.parametrize("mode", [GroupMode.ATTRIBUTED, GroupMode.JOINT_SHEET])
def test_what_a_group_said_openly_in_its_team_stands_in_no_view(
    mode: GroupMode,
) -> None:
    setting = Setting(modes={MG: mode}, pooling=True)
    own = tell(
        {MG: 2 if mode is GroupMode.ATTRIBUTED else 1, PW: 4, ST: 6}, apart, setting
    )
    made = frozen(own, team("East", 4), team("West", 4))
    assert verify(made) == ()
    (told,) = (each for each in teams_of(made) if each.release == own.hash)
    assert {each.group for each in told.guesses} == {ST}
    assert {spot.by for spot in told.blind_spots} == {ST}


def test_no_view_tells_how_many_of_one_team_answered() -> None:
    one, other = view((61, 67, 71)), view((67, 61, 71))
    assert teams_of(one)[0].guesses == teams_of(other)[0].guesses
    alike = [replace(each, pooled=None, hash="") for each in (one, other)]
    assert alike[0] == alike[1]
