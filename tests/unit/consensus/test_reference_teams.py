"""The instrument as a whole finds in each reference team what the paper found there."""

import pytest

from peeraudit.consensus.blind_spots import BlindSpot, State
from peeraudit.consensus.findings import Status
from peeraudit.consensus.practice import Consensus
from peeraudit.consensus.truth import Basis
from peeraudit.instrument.definition import Form, Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.operations.reference_teams import reference_team
from tests.unit.consensus.in_post import IN_POST
from tests.unit.consensus.reference import (
    FILE,
    found,
    published,
    release_of,
    with_labels_swapped,
)
from tests.unit.consensus.situations import evidence_in, status
from tests.unit.factories import (
    MG,
    PW,
    ST,
    SU,
    altered,
    role_adoption,
)

SITES = ("London", "South", "North")
ENLARGED = 5
FULL_FORM_ONLY = {"F02", "F07", "F10", "F14", "F23"}
SITUATIONS = {each.rule: each for each in IN_POST}
IN_FINDINGS = {f"F{number:02}" for number in range(1, 26)}


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("London", IN_FINDINGS - {"F07", "F23", "F24"}),
        ("South", {"F01", "F05", "F08", "F17", "F18"}),
        ("North", {"F01", "F15", "F17", "F18", "F23"}),
        ("Control", set()),
    ],
)
def test_a_team_five_times_the_papers_size_shows_what_the_paper_found(
    site: str, expected: set[str]
) -> None:
    assert found(release_of(site, ENLARGED)) == expected


@pytest.mark.parametrize(
    ("floor", "shown"),
    [
        (5, {("London", SU), ("South", PW), ("North", PW)}),
        (8, {("London", SU)}),
        (10, set()),
        (11, set()),
    ],
)
def test_at_the_papers_size_most_groups_are_withheld(
    floor: int, shown: set[tuple[str, Group]]
) -> None:
    releases = {site: release_of(site, 1, floor=floor) for site in SITES}
    assert sum(len(release.groups) for release in releases.values()) == 12
    assert {
        (site, cell.group) for site in SITES for cell in releases[site].cells
    } == shown
    withheld = [each for release in releases.values() for each in release.withheld]
    assert len([each for each in withheld if each.item is None]) == 12 - len(shown)


def test_at_the_papers_size_londons_one_finding_is_from_facts() -> None:
    assert found(release_of("London", 1)) == {"F04"}


def test_nobody_counts_below_the_floor() -> None:
    numbers = {each.group: each.answered for each in release_of("London", 1).groups}
    assert numbers == {MG: None, PW: None, ST: None, SU: 9}


def test_other_staff_in_london_misread_equality_but_not_meetings() -> None:
    spots = release_of("London", ENLARGED).derived.blind_spots
    assert BlindSpot("SE4", ST, PW, State.FALSE_CONSENSUS) in spots
    assert BlindSpot("SE5", ST, PW, State.TRUE_CONSENSUS) in spots


def test_london_agrees_on_half_of_the_practices_and_clashes_over_one() -> None:
    practice = release_of("London", ENLARGED).derived.practice
    clashes = [
        view.item
        for view in practice.practices
        if view.agreement is Consensus.HARD_CONFLICT
    ]
    assert (practice.covered, practice.agreed, practice.index) == (18, 9, 50)
    assert clashes == ["PR15"]


def test_false_consensus_vanishes_when_the_two_groups_change_places() -> None:
    london = reference_team(FILE, "London", ENLARGED)
    swapped = published(with_labels_swapped(london), role_adoption())
    told = {each.rule: each.status for each in swapped.findings}
    assert told["F05"] is Status.NOT_FOUND


def without_reverse(item: str) -> Instrument:
    """The instrument with one statement no longer turned round."""
    instrument = role_adoption()
    return altered(
        instrument,
        items=tuple(
            each.model_copy(update={"reverse": False}) if each.id == item else each
            for each in instrument.items
        ),
    )


@pytest.mark.parametrize(
    ("rule", "item"),
    [
        ("F02", "RC5"),
        ("F10", "FT4"),
        ("F12", "ID2"),
        ("F14", "ID7"),
        ("F15", "BD4"),
        ("F19", "SP3"),
        ("F20", "SP5"),
    ],
)
def test_a_statement_that_is_no_longer_turned_round_loses_its_finding(
    rule: str, item: str
) -> None:
    london = reference_team(FILE, "London", ENLARGED)
    release = published(london, role_adoption(), without_reverse(item))
    assert found(release_of("London", ENLARGED)) - found(release) == {rule}


@pytest.mark.parametrize(
    ("rule", "item"),
    [("F03", "RC7"), ("F08", "FT6"), ("F11", "SE6"), ("F16", "BD3")],
)
def test_a_statement_no_longer_turned_round_is_no_longer_what_a_finding_rests_on(
    rule: str, item: str
) -> None:
    london = reference_team(FILE, "London", ENLARGED)
    release = published(london, role_adoption(), without_reverse(item))
    for told, rests in ((release_of("London", ENLARGED), True), (release, False)):
        finding = next(each for each in told.findings if each.rule == rule)
        assert (Basis("cell", item, PW) in finding.rests_on) is rests


def test_a_threat_that_is_no_longer_turned_round_looks_like_resistance() -> None:
    london = reference_team(FILE, "London", ENLARGED)
    release = published(london, role_adoption(), without_reverse("SE8"))
    assert found(release) - found(release_of("London", ENLARGED)) == {"F07"}


def test_the_core_form_finds_in_london_all_but_what_it_does_not_ask() -> None:
    full = release_of("London", ENLARGED)
    core = release_of("London", ENLARGED, form=Form.CORE)
    assert found(core) == found(full) - FULL_FORM_ONLY


@pytest.mark.parametrize("rule", sorted(IN_FINDINGS))
def test_the_core_form_can_find_20_of_25(rule: str) -> None:
    situation = SITUATIONS[rule]
    told = {
        status(rule, evidence_in(situation, role_adoption(), change, form=Form.CORE))
        for change in ({}, *situation.also.values())
    }
    if rule in FULL_FORM_ONLY:
        assert told == {Status.NOT_ASKED}
    else:
        assert Status.FOUND in told


@pytest.mark.parametrize(
    ("rule", "why"),
    [("F11", "they are heard and can follow"), ("F22", "ideas change the team")],
)
def test_what_the_core_form_asks_by_half_it_can_find_but_not_deny(
    rule: str, why: str
) -> None:
    situation = SITUATIONS[rule]
    change = situation.quiet[why]
    evidence = evidence_in(situation, role_adoption(), change, form=Form.CORE)
    assert status(rule, evidence) is Status.NOT_ASKED
