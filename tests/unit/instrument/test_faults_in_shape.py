"""Fields that are missing, unknown or of the wrong kind are named, in plain words."""

from pathlib import Path

import pytest

from tests.unit.instrument.breaking import (
    FACTS,
    HEAD,
    RULES,
    WORDING,
    Breaks,
    faults_of,
    swap,
    within,
)

FAULTS: dict[str, tuple[Breaks, str]] = {
    "a field that is not known": (
        swap("items/SE.yaml", "    guess: true", "    gess: true"),
        "items/SE.yaml, SE4, gess: is not known here; did you mean guess?",
    ),
    "a field that is missing": (
        swap(RULES, "    pages: [5, 10]\n", ""),
        "rules.yaml, F01, pages: is missing",
    ),
    "an entry without an id": (
        swap(FACTS, "  - id: role\n    pages: [3]", "  - pages: [3]"),
        "facts.yaml, entry 1, id: is missing",
    ),
    "an entry that is a word": (
        swap(RULES, "rules:\n", "rules:\n  - F00\n"),
        "rules.yaml, entry 1: should be names with values",
    ),
    "a statement that is a word": (
        swap("items/SE.yaml", "items:\n", "items:\n  - SE0\n"),
        "items/SE.yaml, entry 9: should be names with values",
    ),
    "a group that is not known in the words": (
        within(WORDING, "\nitems:", "    manager:", "    managr:"),
        "wording/en.yaml, RC1, items.managr: managr is not known; did you mean",
    ),
    "a number as a name": (
        within(WORDING, "\nfacts:", "  employer:", "  5:"),
        "wording/en.yaml, 5, facts: should be text, but YAML reads it as 5",
    ),
    "a gap tested twice": (
        swap(RULES, "at_least: notable_gap}", "at_least: low, within: low}"),
        "rules.yaml, F05, when.all[1].gap: give either at_least or within",
    ),
    "a fact tested twice": (
        swap(RULES, "any_of: [informal]", "any_of: [informal], at_least: 3"),
        "rules.yaml, F02, when.all[2].fact: give either any_of or at_least",
    ),
    "a number that is none": (
        swap(HEAD, "low: 50 ", "low: fifty "),
        "instrument.yaml, reading.thresholds.low: should be a whole number",
    ),
    "a page that the paper does not have": (
        swap("items/SE.yaml", "pages: [10, 11]", "pages: [10, 14]"),
        "items/SE.yaml, SE1, pages[2]: should be less than or equal to 13",
    ),
    "yes without quotes": (
        within(FACTS, "id: dual_membership", '["yes", "no"]', "[yes, no]"),
        "facts.yaml, dual_membership, options[1]: should be text, but YAML reads it",
    ),
    "a list that is a number": (
        swap("items/SE.yaml", "pages: [12]", "pages: 12"),
        "items/SE.yaml, SE7, pages: should be a list",
    ),
    "a mode that is not known": (
        swap(HEAD, "[in_post, re_audit]", "[in_post, reaudit]"),
        "instrument.yaml, modes[2]: reaudit is not known; did you mean re_audit?",
    ),
    "an id with a space": (
        swap(FACTS, "id: aim", "id: the aim"),
        "facts.yaml, the aim, id: should be one word of letters and digits",
    ),
    "two bounds": (
        within(RULES, "id: F02", "below: low}", "below: low, at_least: low}"),
        "rules.yaml, F02, when.all[1].score: give either below or at_least",
    ),
    "a condition that is not known": (
        within(RULES, "id: F06", "score:", "scores:"),
        "rules.yaml, F06, when: a condition is one key: all, any, score",
    ),
    "a field of a test that is not known": (
        within(RULES, "id: F05", "higher:", "hihger:"),
        "rules.yaml, F05, when.all[1].gap.hihger: is not known here; did you",
    ),
    "a threshold that is neither": (
        within(RULES, "id: F06", "below: low", "below: [low]"),
        "rules.yaml, F06, when.score.below: should be a whole number or the name",
    ),
    "a word that is empty": (
        within(WORDING, "  RCK:", "question:", "question: #"),
        "wording/en.yaml, RCK, purposes.question: should be text",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_named(what: str, tmp_path: Path) -> None:
    break_it, expected = FAULTS[what]
    lines = faults_of(tmp_path, break_it)
    assert any(expected in line for line in lines), lines
