"""What may become of a rule: never less than what can become of it, and never more."""

from itertools import product

import pytest

from peeraudit.audit.outlook import Way, Ways, ways
from peeraudit.audit.sight import Sight, sight
from peeraudit.consensus.evidence import Missing
from peeraudit.consensus.findings import STATUS, Status
from peeraudit.consensus.truth import Outcome, Truth, every, some
from peeraudit.instrument.definition import Form
from peeraudit.instrument.rules import All, Condition, Leaf, Some
from tests.unit.audit.lineups import LINE_UPS, released
from tests.unit.factories import role_adoption

CAME_OUT = {
    Status.FOUND: Way.FOUND,
    Status.NOT_FOUND: Way.NOT_FOUND,
    Status.NOT_ENOUGH: Way.UNTOLD,
    Status.NOT_ASKED: Way.UNTOLD,
}
A_FACT = {"fact": {"fact": "clinical", "at_least": 4}}
A_CHANGE = {"change": {"group": "peer_worker", "item": "SE8", "at_least": 15}}
NOT_ASKED = {"not_asked": {"group": "person_using_service"}}
TRUTHS: dict[Way, Truth] = {
    Way.FOUND: True,
    Way.NOT_FOUND: False,
    Way.UNTOLD: Missing.NOT_ENOUGH,
}


def nobody() -> Sight:
    """What is seen where nobody is asked."""
    return sight(role_adoption(), Form.FULL, (), 5)


def conditions() -> list[Condition]:
    """Every condition of two parts, each a test or of two tests itself."""
    tests = [
        All.model_validate({"all": [each]}).all[0]
        for each in (A_FACT, A_CHANGE, NOT_ASKED)
    ]
    pairs = [join(kind, pair) for kind in (All, Some) for pair in product(tests, tests)]
    parts = [*tests, *pairs]
    return [join(kind, pair) for kind in (All, Some) for pair in product(parts, parts)]


def join(kind: type[All] | type[Some], parts: tuple[Condition, ...]) -> Condition:
    """Return all, or any, of some conditions."""
    name = "all" if kind is All else "any"
    return kind.model_validate({name: parts})


def outcomes(condition: Condition) -> list[Outcome]:
    """Return what comes out for every way in which each of the tests may come out."""
    match condition:
        case All(all=parts):
            join_up = every
        case Some(any=parts):
            join_up = some
        case _:
            assert isinstance(condition, Leaf)
            return [Outcome(TRUTHS[way], ()) for way in ways(condition, nobody())]
    return [join_up(each) for each in product(*(outcomes(part) for part in parts))]


def way_of(truth: Truth) -> Way:
    """Return the way that a truth is."""
    return CAME_OUT[STATUS[truth]]


def test_the_ways_of_every_condition_are_those_that_it_can_come_out_in() -> None:
    seen: set[Ways] = set()
    for condition in conditions():
        possible = {way_of(each.truth) for each in outcomes(condition)}
        assert ways(condition, nobody()) == possible, condition
        seen.add(frozenset(possible))
    assert len(seen) == 6


@pytest.mark.parametrize("name", LINE_UPS)
def test_every_rule_of_a_release_came_out_in_a_way_that_was_foreseen(name: str) -> None:
    team = LINE_UPS[name]
    ahead = sight(team.instrument, team.form, team.groups, 5)
    for finding in released(name).findings:
        rule = team.instrument.rule[finding.rule]
        assert CAME_OUT[finding.status] in ways(rule.when, ahead), rule.id


def test_a_rule_that_needs_a_hidden_group_can_be_ruled_out_but_never_found() -> None:
    team = LINE_UPS["a named manager, in post"]
    ahead = sight(team.instrument, team.form, team.groups, 5)
    both = team.instrument.rule["F17"].when
    assert ways(both, ahead) == {*Way}
    withheld = team.instrument.rule["F01"].when
    assert ways(withheld, ahead) == {Way.NOT_FOUND, Way.UNTOLD}
    facts_alone = team.instrument.rule["F04"].when
    assert ways(facts_alone, ahead) == {Way.FOUND, Way.NOT_FOUND}
