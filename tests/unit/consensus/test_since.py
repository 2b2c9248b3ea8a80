"""Practices and findings then and now: only what the cells of both make certain."""

from collections.abc import Collection

import pytest

from peeraudit.consensus.evidence import Evidence
from peeraudit.consensus.practice import Consensus
from peeraudit.consensus.since import Again, finding_changes, practice_changes
from peeraudit.instrument.frozen import Group
from tests.unit.factories import (
    EVERYONE,
    MG,
    PW,
    ST,
    SU,
    Says,
    make_asking,
    make_evidence,
)


def two_rounds(
    then: Says, now: Says, compared: Collection[Group] = EVERYONE
) -> Evidence:
    """Two rounds, of the first of which only some groups are told."""
    asking = make_asking(groups=frozenset(compared))
    return make_evidence(now, earlier=make_evidence(then, asking=asking))


def of_all(item: str, said: str) -> Says:
    return {f"{name} {item}": said for name in ("MG", "PW", "ST")}


def rules(evidence: Evidence) -> dict[str, Again]:
    return {each.rule: each.again for each in finding_changes(evidence)}


def test_a_practice_is_told_as_the_groups_stood_to_it_then_and_now() -> None:
    then = {**of_all("PR1", "part"), "ST PR1": "must_never"}
    (found,) = practice_changes(two_rounds(then, of_all("PR1", "part")))
    assert (found.item, found.then, found.now) == (
        "PR1",
        Consensus.HARD_CONFLICT,
        Consensus.AGREED,
    )


def test_a_practice_is_not_told_where_other_groups_were_shown() -> None:
    two: Says = {"MG PR1": "part", "PW PR1": "must_never"}
    assert list(practice_changes(two_rounds(two, of_all("PR1", "part")))) == []
    (found,) = practice_changes(two_rounds(two, two))
    assert found.then is found.now is Consensus.HARD_CONFLICT


def test_too_few_groups_to_agree_are_not_told() -> None:
    two: Says = {"MG PR1": "part", "PW PR1": "part"}
    assert list(practice_changes(two_rounds(two, two))) == []


@pytest.mark.parametrize(
    ("then", "now", "again"),
    [
        ("below_50", "below_50", Again.AGAIN),
        ("below_50", "60_to_69", Again.GONE),
        ("60_to_69", "below_50", Again.NEW),
        ("60_to_69", "60_to_69", None),
    ],
)
def test_a_finding_on_one_score_is_told_then_and_now(
    then: str, now: str, again: Again | None
) -> None:
    """F06: peer workers do not feel full members (ID1)."""
    found = rules(two_rounds({"PW ID1": then}, {"PW ID1": now}))
    assert found.get("F06") is again


def test_a_finding_of_a_group_that_is_not_compared_is_left_out() -> None:
    says: Says = {"PW ID1": "below_50"}
    # The cells of the round before hold nothing of that group.
    assert "F06" not in rules(two_rounds({}, says, {MG, ST, SU}))


def test_a_finding_that_needs_a_fact_is_left_out() -> None:
    """F02: having used the service is enough, and the route in is informal."""
    says: Says = {"PW RC5": "below_50"}
    assert "F02" not in rules(two_rounds(says, says))


def test_consensus_is_told_only_where_all_who_count_are_compared() -> None:
    """F18: groups share no view of the work."""
    clash: Says = {**of_all("PR1", "part"), "ST PR1": "must_never"}
    assert rules(two_rounds(clash, clash))["F18"] is Again.AGAIN
    without: Says = {name: said for name, said in clash.items() if name[:2] != "MG"}
    assert "F18" not in rules(two_rounds(without, clash, {PW, ST}))


def test_what_every_group_shares_is_told_only_where_every_group_is_compared() -> None:
    """S1: all see the benefits. Without one that did not, the rest would seem to."""
    items = [f"BN{number}" for number in range(1, 9)]
    names = ("MG", "PW", "ST")
    shared: Says = {f"{name} {item}": "70_or_more" for name in names for item in items}
    assert rules(two_rounds(shared, shared))["S1"] is Again.AGAIN
    assert "S1" not in rules(two_rounds(shared, shared, {MG, PW, ST}))


def test_the_first_round_has_nothing_to_compare() -> None:
    evidence = make_evidence({"PW ID1": "below_50"})
    assert list(finding_changes(evidence)) == []
    assert list(practice_changes(evidence)) == []
