"""Who misreads whom: every state, at the edges where one becomes another."""

from collections.abc import Collection

import pytest

from peeraudit.consensus.blind_spots import BlindSpot, State, blind_spots, state
from peeraudit.instrument.frozen import Group
from tests.unit.factories import (
    EVERYONE,
    MG,
    PW,
    ST,
    Said,
    Says,
    make_asking,
    make_evidence,
    role_adoption,
    with_thresholds,
)

GUESSED = ("SE4", "SE5", "FT5", "BD3", "DP3", "SP4")


def seen(own: Said, guess: Said, actual: Said) -> State:
    """How other staff see peer workers on being equals."""
    says = {"ST SE4": own, "ST SE4 of PW": guess, "PW SE4": actual}
    return state(make_evidence(says), "SE4", ST, PW)


@pytest.mark.parametrize(
    ("own", "guess", "actual", "expected"),
    [
        # both differences are own minus the other: what is thought, then what is so
        (70, 70, 70, State.TRUE_CONSENSUS),
        (70, 60, 80, State.TRUE_CONSENSUS),  # 10 and -10 are the same
        (70, 50, 50, State.TRUE_DISSENSUS),  # 20 and 20
        (30, 50, 90, State.TRUE_DISSENSUS),  # -20 and -60
        (70, 70, 50, State.FALSE_CONSENSUS),  # 0 and 20
        (70, 80, 30, State.FALSE_CONSENSUS),  # -10 and 40
        (50, 70, 30, State.FALSE_CONSENSUS),  # -20 and 20: the wrong way round
        (50, 30, 70, State.FALSE_CONSENSUS),  # 20 and -20: the wrong way round
        (70, 50, 70, State.FALSE_CONFLICT),  # 20 and 0
        (70, 90, 60, State.FALSE_CONFLICT),  # -20 and 10
        (70, 59, 70, State.UNCERTAIN),  # 11 is neither
        (70, 51, 70, State.UNCERTAIN),  # nor is 19
        (70, 70, 59, State.UNCERTAIN),
        (70, 70, 51, State.UNCERTAIN),
        (70, 50, 55, State.UNCERTAIN),
        (70, 55, 50, State.UNCERTAIN),
    ],
)
def test_what_is_thought_is_set_beside_what_is_so(
    own: int, guess: int, actual: int, expected: State
) -> None:
    assert seen(own, guess, actual) is expected


@pytest.mark.parametrize(
    ("own", "guess", "actual", "expected"),
    [
        ("70_or_more", "70_or_more", "below_50", State.FALSE_CONSENSUS),
        ("50_to_59", "60_to_69", "50_to_59", State.TRUE_CONSENSUS),  # 55 and 65
        ("60_to_69", "70_or_more", "60_to_69", State.UNCERTAIN),  # 65 and 82
        ("below_50", "50_to_59", "50_to_59", State.TRUE_DISSENSUS),  # 35 and 55
    ],
)
def test_classes_are_as_far_apart_as_their_values(
    own: str, guess: str, actual: str, expected: State
) -> None:
    assert seen(own, guess, actual) is expected


@pytest.mark.parametrize("missing", ["ST SE4", "ST SE4 of PW", "PW SE4"])
def test_with_one_of_the_three_withheld_nothing_is_certain(missing: str) -> None:
    says = {"ST SE4": 70, "ST SE4 of PW": 70, "PW SE4": 70}
    del says[missing]
    assert state(make_evidence(says), "SE4", ST, PW) is State.UNCERTAIN


def test_there_is_a_state_for_every_guess_that_is_asked() -> None:
    spots = list(blind_spots(make_evidence({})))
    directions = ((MG, PW), (PW, ST), (ST, PW))
    assert {(spot.item, spot.by, spot.of) for spot in spots} == {
        (item, by, of) for item in GUESSED for by, of in directions
    }
    assert {spot.state for spot in spots} == {State.UNCERTAIN}


def test_nobody_misreads_a_group_that_is_not_asked() -> None:
    asking = make_asking(groups=(MG, PW))
    spots = list(blind_spots(make_evidence({}, asking=asking)))
    assert {(spot.by, spot.of) for spot in spots} == {(MG, PW)}


def test_a_team_can_be_wrong_about_one_thing_and_right_about_the_next() -> None:
    spots = list(
        blind_spots(
            make_evidence(
                {"ST SE4": 75, "ST SE4 of PW": 75, "PW SE4": 30}
                | {"ST SE5": 45, "ST SE5 of PW": 40, "PW SE5": 35}
            )
        )
    )
    assert BlindSpot("SE4", ST, PW, State.FALSE_CONSENSUS) in spots
    assert BlindSpot("SE5", ST, PW, State.TRUE_CONSENSUS) in spots


def test_blind_spots_have_thresholds_of_their_own() -> None:
    instrument = with_thresholds(role_adoption(), blind_same=4, blind_different=5)
    says = {"ST SE4": 70, "ST SE4 of PW": 66, "PW SE4": 65}
    evidence = make_evidence(says, asking=make_asking(instrument))
    assert state(evidence, "SE4", ST, PW) is State.FALSE_CONSENSUS


def beside(
    says: Says,
    others: Says,
    *,
    asked: Collection[Group] = (PW,),
    guess: Collection[Group] = EVERYONE,
) -> dict[tuple[str, Group, Group], State]:
    """What a team says and guesses beside what another evidence has of who is guessed.

    Only ``asked`` are in that other evidence.
    """
    team = make_evidence(says, asking=make_asking(groups=guess))
    view = make_evidence(others, asking=make_asking(groups=asked))
    return {(s.item, s.by, s.of): s.state for s in blind_spots(team, view)}


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        (30, State.FALSE_CONSENSUS),
        (70, State.TRUE_CONSENSUS),
        (59, State.UNCERTAIN),
    ],
)
def test_a_guess_is_set_beside_what_is_told_elsewhere(
    elsewhere: int, expected: State
) -> None:
    says = {"ST SE4": 70, "ST SE4 of PW": 70}
    assert beside(says, {"PW SE4": elsewhere})["SE4", ST, PW] is expected


def test_what_is_told_elsewhere_counts_and_not_what_is_told_here() -> None:
    says = {"ST SE4": 70, "ST SE4 of PW": 70, "PW SE4": 70}
    assert beside(says, {"PW SE4": 30})["SE4", ST, PW] is State.FALSE_CONSENSUS
    assert beside(says, {})["SE4", ST, PW] is State.UNCERTAIN


def test_own_views_and_guesses_are_those_of_the_team_alone() -> None:
    elsewhere = {"PW SE4": 30, "ST SE4": 70, "ST SE4 of PW": 70}
    found = beside({}, elsewhere, asked=(PW, ST))
    assert found["SE4", ST, PW] is State.UNCERTAIN


def test_there_is_a_state_for_every_guess_at_a_group_that_is_told_elsewhere() -> None:
    assert set(beside({}, {})) == {
        (item, by, PW) for item in GUESSED for by in (MG, ST)
    }
    assert set(beside({}, {}, asked=(ST,))) == {(item, PW, ST) for item in GUESSED}
    assert beside({}, {}, asked=(MG,)) == {}


def test_a_team_that_was_not_asked_to_guess_has_no_state() -> None:
    assert set(beside({}, {}, guess=(MG, PW))) == {(item, MG, PW) for item in GUESSED}
    # a team without peer workers was not asked what they would say
    assert beside({}, {}, guess=(MG, ST)) == {}


def test_the_teams_own_thresholds_are_used_and_classes_count_as_ever() -> None:
    says = {"ST SE4": "70_or_more", "ST SE4 of PW": "70_or_more"}
    # classes count as 80 and 65, or 65 and 75 in ten points
    assert beside(says, {"PW SE4": "60_to_69"})["SE4", ST, PW] is State.UNCERTAIN
    assert beside(says, {"PW SE4": "70_to_79"})["SE4", ST, PW] is State.TRUE_CONSENSUS
    assert beside(says, {"PW SE4": "50_to_59"})["SE4", ST, PW] is State.FALSE_CONSENSUS


def test_without_another_place_a_team_is_its_own() -> None:
    evidence = make_evidence({"ST SE4": 70, "ST SE4 of PW": 70, "PW SE4": 30})
    assert list(blind_spots(evidence, evidence)) == list(blind_spots(evidence))
    assert state(evidence, "SE4", ST, PW, evidence) is State.FALSE_CONSENSUS
