"""What a finding says of itself: notes, weight, confidence, and its place."""

from typing import cast

import pytest

from peeraudit.consensus.findings import Finding, Severity, Status, findings, priorities
from peeraudit.consensus.truth import Basis
from peeraudit.disclosure.cells import ClassReading, Shares
from peeraudit.instrument.frozen import Group
from tests.unit.consensus.in_post import IN_POST
from tests.unit.consensus.situations import evidence_in, finding, practices
from tests.unit.factories import (
    MG,
    PW,
    ST,
    Said,
    Says,
    altered,
    make_asking,
    make_evidence,
    role_adoption,
)

FIRES = {each.rule: each for each in IN_POST}
NOT_HEARD = {"PW SE5": "below_50", "PW SE6": "50_to_59"}


def found(
    rule: str, gap: int | None = None, severity: Severity | None = None
) -> Finding:
    return Finding(rule, Status.FOUND, (), gap, severity)


def test_that_meetings_shut_people_out_is_known_to_both_where_staff_say_so_too() -> (
    None
):
    evidence = make_evidence({**NOT_HEARD, "ST SE5": "below_50"}, {"clinical": 4})
    told = finding("F11", evidence)
    assert told.notes == ("known_to_both",)
    assert told.recommend == ("REC2e",)


def test_that_meetings_shut_people_out_is_not_seen_where_staff_say_otherwise() -> None:
    evidence = make_evidence({**NOT_HEARD, "ST SE5": "50_to_59"}, {"clinical": 4})
    told = finding("F11", evidence)
    assert told.notes == ("not_seen",)
    assert told.recommend == ("REC2e", "REC3b")


def test_what_staff_see_is_left_open_where_their_answers_are_withheld() -> None:
    told = finding("F11", make_evidence(NOT_HEARD, {"clinical": 4}))
    assert (told.status, told.notes) == (Status.FOUND, ())


@pytest.mark.parametrize(
    ("pride", "notes"), [("60_to_69", ("both_at_once",)), ("50_to_59", ())]
)
def test_in_between_and_proud_are_both_told(pride: str, notes: tuple[str, ...]) -> None:
    told = finding("F12", make_evidence({"PW ID2": "below_50", "PW ID3": pride}))
    assert told.notes == notes


def test_a_recommendation_is_made_once_however_often_it_is_given() -> None:
    instrument = role_adoption()
    rule = instrument.rule["F11"].model_copy(update={"recommend": ("REC3b", "REC2e")})
    rules = tuple(rule if each.id == "F11" else each for each in instrument.rules)
    changed = altered(instrument, rules=rules)
    told = finding("F11", evidence_in(FIRES["F11"], changed, {"ST SE5": "50_to_59"}))
    assert told.recommend == ("REC3b", "REC2e")


def test_what_is_not_found_recommends_nothing_and_has_no_weight() -> None:
    told = finding("F06", make_evidence({"PW ID1": "50_to_59"}))
    assert told == Finding("F06", Status.NOT_FOUND, (Basis("cell", "ID1", PW),))


@pytest.mark.parametrize(
    ("peers", "staff", "gap", "severity"),
    [
        (49, 78, 29, Severity.NOTABLE),
        (49, 79, 30, Severity.HIGH),
        (34, 54, 20, Severity.HIGH),
        (35, 55, 20, Severity.NOTABLE),
        ("30_to_39", 55, 20, Severity.NOTABLE),
        ("20_to_29", 45, 20, Severity.HIGH),
    ],
)
def test_a_wide_gap_or_a_very_low_score_of_peer_workers_weighs_more(
    peers: Said, staff: int, gap: int, severity: Severity
) -> None:
    told = finding("F13", make_evidence({"PW ID4": peers, "ST ID4": staff}))
    assert (told.gap, told.severity) == (gap, severity)


def test_a_very_low_score_of_another_group_does_not_weigh_more() -> None:
    told = finding("F24", make_evidence({"SU SE1": 0}))
    assert told.severity is Severity.NOTABLE


def test_a_strength_has_no_weight() -> None:
    told = finding("S2", make_evidence({"PW ID3": 80, "MG ID3": 80}))
    assert (told.status, told.severity) == (Status.FOUND, None)


@pytest.mark.parametrize(
    ("peers", "staff", "word"),
    [
        (9, 25, "few"),
        (10, 25, "some"),
        (24, 25, "some"),
        (25, 25, "many"),
        (25, 5, "few"),
    ],
)
def test_confidence_is_that_of_the_smallest_group_involved(
    peers: int, staff: int, word: str
) -> None:
    evidence = make_evidence(
        {"PW ID4": 20, "ST ID4": 80}, answered={PW: peers, ST: staff, MG: 1}
    )
    assert finding("F13", evidence).confidence == word


SHARES = Shares(90, 0, 0)


@pytest.mark.parametrize(
    ("reading", "word"),
    [
        ("below_50", "few"),
        (ClassReading("30_to_39"), "some"),
        (ClassReading("30_to_39", shares=SHARES), "many"),
    ],
)
def test_a_statement_that_few_answered_gives_little_confidence_in_a_large_group(
    reading: Said, word: str
) -> None:
    evidence = make_evidence({"PW ID1": reading}, answered={PW: 40})
    assert finding("F06", evidence).confidence == word


def test_a_group_of_one_that_answers_openly_is_few() -> None:
    evidence = make_evidence({"PW RCK": "a", "MG RCK": "b"}, answered={PW: 30, MG: 1})
    assert finding("F01", evidence).confidence == "few"


def test_what_facts_alone_say_needs_no_confidence() -> None:
    evidence = evidence_in(FIRES["F04"], role_adoption())
    assert finding("F04", evidence).confidence is None


def test_that_a_group_was_not_asked_needs_no_confidence() -> None:
    asking = make_asking(groups=(MG, PW, ST))
    evidence = make_evidence({}, asking=asking, answered=dict.fromkeys(Group, 30))
    assert finding("R12", evidence).confidence is None


def test_practices_are_as_sure_as_the_smallest_of_the_groups_they_need() -> None:
    numbers = {MG: 5, PW: 30, ST: 30}
    evidence = make_evidence(practices(agreed=12), answered=numbers)
    assert finding("F18", evidence).confidence == "few"
    clash = {**practices(agreed=18), "MG PR15": "must_never"}
    evidence = make_evidence(clash, answered={**numbers, MG: 30})
    assert finding("F18", evidence).confidence == "many"


@pytest.mark.parametrize(("staff", "word"), [(9, "few"), (10, "some"), (30, "some")])
def test_a_finding_through_others_is_as_sure_as_what_they_rest_on(
    staff: int, word: str
) -> None:
    fine: dict[object, Said] = {
        "70_or_more": "80_or_more",
        "50_to_59": ClassReading("50_to_59"),
        "below_50": "40_to_49",
    }
    says = {name: fine.get(said, said) for name, said in FIRES["F25"].fires.items()}
    answered = {**dict.fromkeys(Group, 30), ST: staff}
    evidence = make_evidence(cast(Says, says), answered=answered)
    assert finding("F25", evidence).confidence == word


def test_a_group_that_is_not_shown_makes_a_clash_of_others_no_less_sure() -> None:
    clash = {"PW PR15": "part", "ST PR15": "must_never"}
    evidence = make_evidence(clash, answered={PW: 30, ST: 30})
    assert finding("F18", evidence).confidence == "many"


def test_a_finding_names_the_cells_it_rests_on_and_only_those() -> None:
    evidence = evidence_in(FIRES["F05"], role_adoption())
    assert finding("F05", evidence).rests_on == (
        Basis("cell", "SE4", ST),
        Basis("cell", "SE4", PW),
        Basis("cell", "SE4", ST, PW),
    )
    evidence = evidence_in(FIRES["F03"], role_adoption())
    assert finding("F03", evidence).rests_on == (Basis("cell", "RC6", PW),)


def test_a_hard_conflict_names_the_practice() -> None:
    clash = {**practices(agreed=18), "MG PR15": "must_never"}
    rests_on = finding("F18", make_evidence(clash)).rests_on
    assert rests_on == (Basis("practice", "PR15"),)


def test_every_rule_is_told_in_the_instruments_order() -> None:
    told = [each.rule for each in findings(make_evidence({}))]
    assert told == [rule.id for rule in role_adoption().rules]


def test_dilution_and_false_consensus_stand_first_and_then_the_widest_gap() -> None:
    warnings = [
        found("F03", None, Severity.NOTABLE),
        found("F04", None, Severity.HIGH),
        found("F05", 20, Severity.NOTABLE),
        found("F13", 50, Severity.HIGH),
        found("F17", 60, Severity.HIGH),
        found("F25", None, Severity.NOTABLE),
    ]
    order = [each.rule for each in priorities(warnings, role_adoption())]
    assert order == ["F25", "F05", "F17", "F13", "F04"]


def test_strengths_and_what_is_not_found_are_no_priorities() -> None:
    told = [
        found("S1"),
        Finding("F05", Status.NOT_FOUND, ()),
        Finding("F06", Status.NOT_ENOUGH, ()),
        found("F20"),
    ]
    assert [each.rule for each in priorities(told, role_adoption())] == ["F20"]
