"""What recurs over teams: counts by exact instrument, and never a score or a name."""

from dataclasses import fields, replace
from datetime import date

import pytest

from peeraudit.consensus.findings import Status
from peeraudit.consensus.practice import Consensus
from peeraudit.instrument.library import digest
from peeraudit.release.distilled import Distilled
from peeraudit.report.trust import Recurring, TeamReport, Version, versions
from tests.unit.factories import altered, role_adoption

FOUND, NOT_FOUND, NOT_ENOUGH, NOT_ASKED = Status
NAMES = ("Elm", "Dell", "Cove", "Bay", "Abbey", "Fen")
SINCE = date(2026, 1, 5)


def distilled(version: int = 1, **changed: Status | Consensus) -> Distilled:
    """A team in which nothing is found, but for what is said."""
    instrument = altered(role_adoption(), version=version)
    rules = {rule.id: changed.get(rule.id, NOT_FOUND) for rule in instrument.rules}
    practices = {
        each.id: changed.get(each.id, Consensus.AGREED) for each in instrument.practices
    }
    counts = {each.id: changed.get(each.id, NOT_FOUND) for each in instrument.trust}
    return Distilled("hash", digest(instrument), rules, practices, counts)  # type: ignore[arg-type] # by kind


def told(*reports: Distilled) -> tuple[Version, ...]:
    """What is told of teams with these reports."""
    asked = {
        digest(each): each
        for each in (altered(role_adoption(), version=number) for number in (1, 2))
    }
    named = [TeamReport(*pair) for pair in zip(NAMES, reports, strict=False)]
    since = {each: SINCE.replace(day=asked[each].version) for each in asked}
    return versions(named, asked, since)


def finding(version: Version, rule: str) -> Recurring:
    """What is told of one rule."""
    title = role_adoption().wording.rules[rule].title
    return next(each for each in version.findings if each.title == title)


def test_a_finding_is_counted_over_the_teams_where_it_could_be_told() -> None:
    (version,) = told(
        *(distilled(F05=FOUND) for _ in range(3)),
        distilled(),
        distilled(F05=NOT_ENOUGH),
        distilled(F05=NOT_ASKED),
    )
    of = finding(version, "F05")
    assert (of.found, of.told, of.not_enough, of.not_asked) == (3, 4, 1, 1)


@pytest.mark.parametrize(("teams", "counted"), [(4, False), (5, True)])
def test_nothing_is_counted_below_five_teams(teams: int, *, counted: bool) -> None:
    (version,) = told(*(distilled(F05=FOUND) for _ in range(teams)))
    assert version.is_counted is counted
    assert bool(version.findings) is counted
    assert bool(version.counts) is counted
    assert len(version.teams) == teams


def test_what_was_asked_differently_is_never_added_up() -> None:
    newer, older = told(
        *(distilled(F05=FOUND) for _ in range(5)), distilled(2, F05=FOUND)
    )
    assert (newer.number, len(newer.teams), newer.findings) == (2, 1, ())
    assert finding(older, "F05").found == 5
    assert newer.digest != older.digest


def test_findings_stand_by_how_often_they_recur_and_teams_by_name() -> None:
    (version,) = told(
        *(distilled(F05=FOUND, F06=FOUND) for _ in range(2)),
        *(distilled(F06=FOUND) for _ in range(2)),
        distilled(F18=FOUND),
    )
    assert [each.found for each in version.findings] == [4, 2]
    assert version.teams == ("Abbey", "Bay", "Cove", "Dell", "Elm")


def test_what_one_team_alone_has_is_no_count() -> None:
    (version,) = told(distilled(F18=FOUND), *(distilled() for _ in range(4)))
    assert version.findings == ()
    assert version.once == (role_adoption().wording.rules["F18"].title,)


def test_what_is_told_in_no_team_is_not_called_not_found() -> None:
    (version,) = told(*(distilled(F24=NOT_ENOUGH) for _ in range(5)))
    (title,) = (each for each in version.untold if "People who use" in each)
    assert title not in version.nowhere


def test_no_count_says_in_which_team() -> None:
    (version,) = told(
        *(distilled(F05=FOUND, PR6=Consensus.DIFFERENT) for _ in range(5))
    )
    said = repr(replace(version, teams=()))
    assert not any(name in said for name in NAMES[:5])
    assert not {"score", "mean", "average"} & {each.name for each in fields(Version)}


def test_practices_on_which_groups_are_apart_in_several_teams_are_told() -> None:
    clash, differ = Consensus.HARD_CONFLICT, Consensus.DIFFERENT
    (version,) = told(
        distilled(PR6=clash, PR7=differ),
        distilled(PR6=differ, PR7=differ),
        distilled(PR6=Consensus.NOT_ENOUGH, PR8=clash),
        distilled(),
        distilled(),
    )
    words = role_adoption().wording.practices
    assert [
        (each.practice, each.clash, each.differ, each.told)
        for each in version.practices
    ] == [(words["PR6"], 1, 1, 4), (words["PR7"], 0, 2, 5)]


def test_the_tipping_point_is_a_count_with_its_thresholds_and_a_caution() -> None:
    (version,) = told(
        *(distilled(T1=FOUND) for _ in range(2)),
        *(distilled() for _ in range(2)),
        distilled(T1=NOT_ENOUGH),
    )
    (count,) = version.counts
    assert (count.holds, count.told, count.untold) == (2, 4, 1)
    assert count.needs == (
        "Distinctive practice: peer workers at 60 or more of 100",
        "Support: peer workers at 60 or more of 100",
        "Shared expectations: peer workers at 60 or more of 100",
    )
    assert "a picture, not a target" in count.caution
    assert count.pages == "page 12"
