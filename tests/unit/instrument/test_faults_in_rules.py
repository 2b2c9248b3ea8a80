"""Rules that test or recommend what is not there are named."""

from pathlib import Path
from typing import cast

import pytest

from peeraudit.instrument.checks.conditions import problems
from peeraudit.instrument.checks.draft import Draft
from peeraudit.instrument.frozen import Frozen
from peeraudit.instrument.library import load
from peeraudit.instrument.rules import Condition
from tests.unit.instrument.breaking import (
    HEAD,
    INSTRUMENTS,
    RULES,
    Breaks,
    faults_of,
    swap,
    within,
)

FAULTS: dict[str, tuple[Breaks, str]] = {
    "an item that is not there": (
        within(RULES, "id: F05", "item: SE4", "item: SE44"),
        "rules.yaml, F05, when.all[1].gap.item: there is no statement SE44; did you",
    ),
    "an item for a group that is not asked": (
        within(RULES, "id: F06", "peer_worker", "person_using_service"),
        "rules.yaml, F06, when.score.item: ID1 is not asked of person_using_service",
    ),
    "the score of a practice": (
        within(RULES, "id: F06", "item: ID1", "item: PR1"),
        "rules.yaml, F06, when.score.item: PR1 is a practice: test it by practice",
    ),
    "a practice that is a statement": (
        swap(RULES, "practice: {item: PR1", "practice: {item: ID1"),
        "practice.item: ID1 is a statement: test it by score, gap, guess or change",
    ),
    "a practice answer that is not offered": (
        swap(RULES, "is_not: part", "is_not: yes_part"),
        "practice.is_not: there is no option yes_part; did you mean part?",
    ),
    "a conflict of answers that are not offered": (
        swap(RULES, "never: must_never", "never: never"),
        "rules.yaml, F18, when.any[2].hard_conflict.never: there is no option never",
    ),
    "a purpose that is not offered": (
        swap(RULES, "any_of: [b, f]", "any_of: [b, g]"),
        "rules.yaml, F01, when.all[2].purpose.any_of: there is no option g",
    ),
    "a theme of a rule that is not there": (
        swap(RULES, "theme_alike: {theme: BN", "theme_alike: {theme: BX"),
        "rules.yaml, S1, when.theme_alike.theme: there is no theme BX",
    ),
    "a theme score where there are none": (
        swap(HEAD, "theme_scores: true", "theme_scores: false"),
        "rules.yaml, F17, when.all[1].theme.theme: themes have no scores here",
    ),
    "a gap of a group with itself": (
        within(RULES, "id: F05", "higher: other_staff", "higher: peer_worker"),
        "rules.yaml, F05, when.all[1].gap.lower: peer_worker cannot differ from itself",
    ),
    "a guess about a statement that nobody guesses": (
        within(RULES, "id: F05", "guess: {item: SE4", "guess: {item: SE1"),
        "rules.yaml, F05, when.all[2].guess.item: nobody guesses SE1",
    ),
    "a guess in a direction that nobody guesses": (
        within(RULES, "id: F05", "of: peer_worker", "of: manager"),
        "rules.yaml, F05, when.all[2].guess.by: other_staff does not guess manager",
    ),
    "a theme that is counted over teams and not there": (
        swap(HEAD, "theme: SP,", "theme: SQ,"),
        "instrument.yaml, trust[1].when.all[2].theme.theme: there is no theme SQ",
    ),
    "a count over teams without words": (
        swap(HEAD, "- id: T1", "- id: T2"),
        "wording/en.yaml, T2, trust: is missing: write words for T2",
    ),
    "a count over teams that tests nothing": (
        within(HEAD, "id: T1", "theme: {group", "thema: {group"),
        "instrument.yaml, trust[1].when.all[1]: a condition is one key",
    ),
    "a threshold that is not there": (
        within(RULES, "id: F05", "notable_gap", "noteable_gap"),
        "rules.yaml, F05, when.all[1].gap.at_least: there is no threshold noteable_gap",
    ),
    "a threshold over 100": (
        within(RULES, "id: F05", "notable_gap", "120"),
        "rules.yaml, F05, when.all[1].gap.at_least: 120 should be from 0 to 100",
    ),
    "a score that lies inside a class": (
        within(RULES, "id: F06", "below: low", "below: 55"),
        "rules.yaml, F06, when.score.below: no class of coarse_classes begins at 55",
    ),
    "a fact that is not there": (
        within(RULES, "id: F14", "dual_membership", "dual_member"),
        "rules.yaml, F14, when.all[1].fact.fact: there is no fact dual_member",
    ),
    "an option of a fact that is not there": (
        within(RULES, "id: F02", "[informal]", "[formal]"),
        "rules.yaml, F02, when.all[2].fact.any_of: there is no option formal",
    ),
    "a number asked of a choice": (
        within(RULES, "id: F02", "any_of: [informal]", "at_least: 3"),
        "rules.yaml, F02, when.all[2].fact.fact: route is no number",
    ),
    "a choice asked of a number": (
        within(RULES, "id: F11", "at_least: 4", 'any_of: ["4"]'),
        "rules.yaml, F11, when.all[1].fact.fact: clinical is a number: test it by",
    ),
    "a share of what is no number": (
        within(RULES, "id: F04", "to: started", "to: route"),
        "rules.yaml, F04, when.any[1].fact_ratio.to: route is no number",
    ),
    "less than what is no number": (
        within(
            RULES,
            "id: F14",
            'fact: {fact: dual_membership, any_of: ["yes"]}',
            "fact_less: {fact: started, than: paid}",
        ),
        "rules.yaml, F14, when.all[1].fact_less.than: paid is no number",
    ),
    "a group that is never asked": (
        swap(HEAD, "other_staff, person_using_service]", "other_staff]"),
        "rules.yaml, R12, when.not_asked.group: there is no group person_using_service",
    ),
    "change without a re-audit": (
        swap(HEAD, "[in_post, re_audit]", "[in_post]"),
        "rules.yaml, S3, when.change: needs an audit before this one",
    ),
    "consensus without practices": (
        lambda folder: (folder / "practices.yaml").write_text("practices: []"),
        "rules.yaml, F18, when.any[1].practice_consensus: there are no practices",
    ),
    "a rule that is not there": (
        within(RULES, "id: F25", "found: F16", "found: F61"),
        "rules.yaml, F25, when.all[1].found: there is no rule F61; did you mean F",
    ),
    "rules in a circle": (
        within(
            RULES,
            "id: F16",
            "score: {group: peer_worker, item: DP2, at_least: strong}",
            "found: F25",
        ),
        "rules.yaml, F16, when: goes in a circle",
    ),
    "a recommendation that is not there": (
        within(RULES, "id: F24", "[REC4e]", "[REC4x]"),
        "rules.yaml, F24, recommend: there is no recommendation REC4x; did you mean",
    ),
    "a recommendation of a note that is not there": (
        within(RULES, "id: not_seen", "[REC3b]", "[REC9]"),
        "rules.yaml, F11, notes.not_seen.recommend: there is no recommendation REC9",
    ),
    "a note that reads what is not there": (
        within(RULES, "id: not_seen", "item: SE5", "item: SE9"),
        "rules.yaml, F11, notes.not_seen.when.score.item: there is no statement SE9",
    ),
    "a note twice": (
        swap(RULES, "id: not_seen", "id: known_to_both"),
        "rules.yaml, F11, notes: known_to_both is named twice",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_named(what: str, tmp_path: Path) -> None:
    break_it, expected = FAULTS[what]
    lines = faults_of(tmp_path, break_it)
    assert any(expected in line for line in lines), lines


def test_a_kind_of_test_that_nobody_checks_is_an_error() -> None:
    class Moon(Frozen):
        phase: str

    class Shines(Frozen):
        moon: Moon

    unheard_of = cast("Condition", Shines(moon=Moon(phase="full")))
    draft = Draft(load(INSTRUMENTS / "readiness"), frozenset(), {})
    with pytest.raises(TypeError):
        list(problems(unheard_of, draft))
