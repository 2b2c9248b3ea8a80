"""What small teams see, promise by promise, as the page in docs has it."""

from itertools import chain

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group
from peeraudit.operations.reference_teams import NAMES
from tests.unit.consensus import small_teams
from tests.unit.consensus.reference import found, release_of
from tests.unit.consensus.small_teams import (
    JOINT,
    OFFERS,
    Offer,
    paper_size,
    release_under,
)
from tests.unit.factories import MG, PW, ST, SU

OPENLY = next(each for each in OFFERS if each.modes.get(ST) is JOINT)


def test_the_page_in_docs_is_what_small_teams_see() -> None:
    again = "write it again: python -m tests.unit.consensus.small_teams"
    assert small_teams.PAGE.read_text(encoding="utf-8") == small_teams.written(), again


@pytest.mark.parametrize(
    ("name", "modes"),
    [
        ("London", {MG: "attributed", PW: "joint_sheet", ST: "attributed"}),
        ("South", {MG: "attributed", PW: "anonymous", ST: "joint_sheet"}),
    ],
)
def test_only_those_too_few_to_be_anonymous_answer_openly(
    name: str, modes: dict[Group, GroupMode]
) -> None:
    promise = OPENLY.promise(paper_size(name))
    assert {each.group: each.mode for each in promise.groups} == {
        **modes,
        SU: "anonymous",
    }


@pytest.mark.parametrize("offer", OFFERS, ids=lambda each: each.title)
@pytest.mark.parametrize("name", NAMES)
def test_no_promise_shows_an_anonymous_group_below_its_floor(
    offer: Offer, name: str
) -> None:
    team, release = paper_size(name), release_under(offer, name)
    modes = {each.group: each.mode for each in release.groups}
    shown = {cell.group for cell in release.cells if not modes[cell.group].is_open}
    assert [group for group in shown if team.counts[group] < offer.floor] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_small_team_that_answers_openly_finds_nothing_that_a_large_one_does_not(
    name: str,
) -> None:
    small = (release_under(offer, name) for offer in OFFERS)
    assert set(chain.from_iterable(map(found, small))) <= found(release_of(name, 5))


def test_london_finds_nearly_everything_when_those_too_few_answer_openly() -> None:
    london = release_under(OPENLY, "London")
    assert found(release_of("London", 5)) - found(london) == {"F15"}
