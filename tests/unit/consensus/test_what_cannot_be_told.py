"""A rule that cannot be told says why: too few answers, or not asked."""

from collections.abc import Mapping

import pytest

from peeraudit.audit.facts import DONT_KNOW
from peeraudit.consensus.conditions import holds
from peeraudit.consensus.evidence import Evidence, Missing
from peeraudit.consensus.findings import Status, findings
from peeraudit.consensus.truth import Basis, Outcome, Truth, every, some
from peeraudit.instrument.definition import Form
from peeraudit.instrument.rules import Found
from tests.unit.consensus.in_post import IN_POST
from tests.unit.consensus.situations import evidence_in, practices, status
from tests.unit.factories import (
    MG,
    PW,
    ST,
    SU,
    make_asking,
    make_evidence,
    readiness,
    role_adoption,
)

NOT_ENOUGH, NOT_ASKED = Missing.NOT_ENOUGH, Missing.NOT_ASKED
FACTS_ALONE = {"F04"}
FIRES = {each.rule: each for each in IN_POST}


def all_statuses(evidence: Evidence) -> Mapping[str, Status]:
    return {each.rule: each.status for each in findings(evidence)}


@pytest.mark.parametrize(
    ("parts", "together"),
    [
        ([True, True], True),
        ([True, False], False),
        ([False, NOT_ENOUGH], False),
        ([False, NOT_ASKED], False),
        ([True, NOT_ENOUGH], NOT_ENOUGH),
        ([True, NOT_ASKED], NOT_ASKED),
        ([NOT_ENOUGH, NOT_ASKED], NOT_ENOUGH),
    ],
)
def test_all_of_these_is_false_where_one_is(
    parts: list[Truth], together: Truth
) -> None:
    assert every([Outcome(part, ()) for part in parts]).truth is together


@pytest.mark.parametrize(
    ("parts", "together"),
    [
        ([False, False], False),
        ([True, False], True),
        ([True, NOT_ENOUGH], True),
        ([True, NOT_ASKED], True),
        ([False, NOT_ENOUGH], NOT_ENOUGH),
        ([False, NOT_ASKED], NOT_ASKED),
        ([NOT_ENOUGH, NOT_ASKED], NOT_ENOUGH),
    ],
)
def test_any_of_these_is_true_where_one_is(parts: list[Truth], together: Truth) -> None:
    assert some([Outcome(part, ()) for part in parts]).truth is together


def test_a_whole_rests_only_on_the_parts_that_decide_it() -> None:
    one, other = Basis("cell", "SE4", PW), Basis("cell", "SE5", PW)
    parts = [Outcome(truth=True, rests_on=(one,)), Outcome(False, (other,))]
    assert some(parts).rests_on == (one,)
    assert every(parts).rests_on == (other,)


def test_the_gap_of_a_whole_is_its_widest() -> None:
    parts = [Outcome(True, (), 20), Outcome(True, ()), Outcome(True, (), 33)]
    assert every(parts).gap == 33
    assert every([Outcome(truth=True, rests_on=())]).gap is None


def test_with_every_cell_withheld_no_rule_that_reads_answers_finds_or_denies() -> None:
    told = all_statuses(make_evidence({}, {"started": 9, "finished": 9}))
    denies = {rule for rule, what in told.items() if what is Status.NOT_FOUND}
    assert denies == {"R12"}
    assert Status.FOUND not in told.values()


@pytest.mark.parametrize("rule", sorted(FIRES.keys() - FACTS_ALONE))
def test_a_rule_whose_cells_are_withheld_has_not_enough_answers(rule: str) -> None:
    nothing = {name: None for name in FIRES[rule].fires if " " in name}
    evidence = evidence_in(FIRES[rule], role_adoption(), nothing)
    assert status(rule, evidence) is Status.NOT_ENOUGH


@pytest.mark.parametrize("withheld", FIRES["F05"].fires)
def test_false_consensus_needs_all_of_what_it_compares(withheld: str) -> None:
    evidence = evidence_in(FIRES["F05"], role_adoption(), {withheld: None})
    assert status("F05", evidence) is Status.NOT_ENOUGH


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("F02", ["route"]),
        ("F04", ["started"]),
        ("F04", ["finished", "in_post_two_months"]),
        ("F11", ["clinical"]),
        ("F14", ["dual_membership"]),
        ("F21", ["supervision"]),
        ("F23", ["supervision"]),
    ],
)
def test_a_fact_left_out_was_not_asked_and_one_not_known_is_an_answer_missing(
    rule: str, facts: list[str]
) -> None:
    left_out = evidence_in(FIRES[rule], role_adoption(), dict.fromkeys(facts))
    not_known = dict.fromkeys(facts, DONT_KNOW)
    unknown = evidence_in(FIRES[rule], role_adoption(), not_known)
    assert status(rule, left_out) is Status.NOT_ASKED
    assert status(rule, unknown) is Status.NOT_ENOUGH


def test_drop_out_is_found_by_one_number_where_another_is_not_known() -> None:
    not_known = {"in_post_two_months": DONT_KNOW}
    evidence = evidence_in(FIRES["F04"], role_adoption(), not_known)
    assert status("F04", evidence) is Status.FOUND


def test_where_people_who_use_the_service_are_not_asked_f24_says_so() -> None:
    evidence = make_evidence({}, asking=make_asking(groups=(MG, PW, ST)))
    assert status("F24", evidence) is Status.NOT_ASKED
    assert status("R12", evidence) is Status.FOUND


def test_consensus_of_groups_that_are_not_all_asked_was_not_asked() -> None:
    without_managers = make_asking(groups=(PW, ST, SU))
    evidence = make_evidence(practices(agreed=18), asking=without_managers)
    assert status("F18", evidence) is Status.NOT_ASKED


def test_consensus_where_a_group_is_withheld_has_not_enough_answers() -> None:
    everyone = practices(agreed=18)
    shown = {name: everyone[name] for name in everyone if not name.startswith("MG")}
    assert status("F18", make_evidence(shown)) is Status.NOT_ENOUGH


def test_a_hard_conflict_of_two_groups_is_found_whatever_the_third_would_say() -> None:
    evidence = make_evidence({"PW PR15": "part", "ST PR15": "must_never"})
    assert status("F18", evidence) is Status.FOUND


def test_a_theme_of_one_group_alone_is_shared_with_nobody() -> None:
    evidence = make_evidence({"PW BN1": "70_or_more", "MG BN": 90})
    assert status("S1", evidence) is Status.NOT_ENOUGH


def test_themes_without_scores_are_not_asked() -> None:
    evidence = make_evidence({"PW SE4": "below_50"}, asking=make_asking(readiness()))
    assert evidence.theme(PW, "SE") is Missing.NOT_ASKED


def test_change_needs_an_earlier_audit() -> None:
    assert status("S3", make_evidence({"ST SE8": 90})) is Status.NOT_ASKED


def test_change_needs_enough_answers_both_times() -> None:
    earlier = make_evidence({"PW SE8": 40})
    evidence = make_evidence({"ST SE8": 90}, earlier=earlier)
    assert status("S3", evidence) is Status.NOT_ENOUGH


def test_a_rule_that_builds_on_others_is_as_unknown_as_they_are() -> None:
    def unknown(_rule: str) -> Truth:
        return Missing.NOT_ENOUGH

    outcome = holds(Found(found="F16"), make_evidence({}), unknown)
    assert outcome == Outcome(Missing.NOT_ENOUGH, (Basis("finding", "F16"),))


@pytest.mark.parametrize(
    ("form", "expected"),
    [(Form.FULL, Status.NOT_ENOUGH), (Form.CORE, Status.NOT_ASKED)],
)
def test_what_the_core_form_leaves_out_is_not_asked(
    form: Form, expected: Status
) -> None:
    evidence = make_evidence({}, asking=make_asking(form=form))
    assert all_statuses(evidence)["F10"] is expected
