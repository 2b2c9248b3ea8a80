"""Words that are missing, too many or cannot be filled are named."""

from pathlib import Path

import pytest

from tests.unit.instrument.breaking import WORDING, Breaks, faults_of, swap, within

FAULTS: dict[str, tuple[Breaks, str]] = {
    "a statement without words": (
        within(WORDING, "\nitems:", "  RC1:", "  RC1x:"),
        "wording/en.yaml, RC1, items: is missing",
    ),
    "words for no statement": (
        within(WORDING, "\nitems:", "  RC1:", "  RC1x:"),
        "wording/en.yaml, RC1x, items: there is no RC1x to write words for",
    ),
    "a wording that is missing for a group": (
        within(
            WORDING,
            "  RC2:",
            "    peer_worker: I have a job description that matches the work I do.\n",
            "",
        ),
        "wording/en.yaml, RC2, items.peer_worker: is missing",
    ),
    "a wording for a group that is not asked": (
        within(
            WORDING,
            "  RC2:",
            "    manager:",
            "    person_using_service: Yes.\n    manager:",
        ),
        "wording/en.yaml, RC2, items.person_using_service: is too much here",
    ),
    "a fact without words": (
        within(WORDING, "\nfacts:", "  employer:", "  employers:"),
        "wording/en.yaml, employer, facts: is missing",
    ),
    "an option without words": (
        within(WORDING, "\nfacts:", "      trust:", "      trusts:"),
        "wording/en.yaml, employer, facts.options.trust: is missing",
    ),
    "words for no option": (
        within(WORDING, "\nfacts:", "      trust:", "      trusts:"),
        "facts.options.trusts: is too much here; did you mean trust?",
    ),
    "a topic without words": (
        within(WORDING, "\ntopics:", "  numbers:", "  number:"),
        "wording/en.yaml, numbers, topics: is missing",
    ),
    "a purpose option without words": (
        within(WORDING, "  RCK:", "      c: To show", "      g: To show"),
        "wording/en.yaml, RCK, purposes.options.c: is missing",
    ),
    "a practice answer without words": (
        within(WORDING, "\npractice:", "    not_part:", "    no_part:"),
        "wording/en.yaml, practice.options.not_part: is missing",
    ),
    "a rule without words": (
        within(WORDING, "\nrules:", "  F01:", "  F99:"),
        "wording/en.yaml, F01, rules: is missing",
    ),
    "a note without words": (
        within(WORDING, "\nrules:", "      not_seen:", "      unseen:"),
        "wording/en.yaml, F11, rules.notes.not_seen: is missing",
    ),
    "a group without words": (
        within(WORDING, "\ngroups:", "  manager: {", "  #: {"),
        "wording/en.yaml, manager, groups: is missing",
    ),
    "a scale of four": (
        within(WORDING, "\nscale:", "  5: Strongly agree\n", ""),
        "wording/en.yaml, 5, scale: is missing",
    ),
    "a scale of six": (
        within(
            WORDING,
            "\nscale:",
            "  5: Strongly agree\n",
            "  5: Agree\n  6: Strongly agree\n",
        ),
        "wording/en.yaml, 6, scale: there is no 6 to write words for",
    ),
    "a word for confidence that is missing": (
        within(WORDING, "\nconfidence:", "  many:", "  lots:"),
        "wording/en.yaml, many, confidence: is missing",
    ),
    "a placeholder that nobody fills": (
        within(WORDING, "\nitems:", "{peer_workers}", "{peer_wokers}"),
        "wording/en.yaml, RC1, items.manager: nothing is put in for {peer_wokers}",
    ),
    "a guessed group outside the guess": (
        within(WORDING, "\nitems:", "{peer_workers}", "{many}"),
        "wording/en.yaml, RC1, items.manager: nothing is put in for {many}",
    ),
    "a brace without its other half": (
        within(WORDING, "\nitems:", "{peer_workers}", "{peer_workers"),
        "wording/en.yaml, RC1, items.manager: has a brace without its other half",
    ),
    "a guess of nobody": (
        swap(WORDING, "{many}", "people"),
        "wording/en.yaml, guess.lead_in: should say {many}",
    ),
    "an empty text": (
        within(WORDING, "\nconfidence:", "many: many answers", 'many: " "'),
        "wording/en.yaml, many, confidence: is empty",
    ),
    "another language": (
        swap(WORDING, "language: en", "language: cy"),
        "wording/en.yaml, language: should be en",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_named(what: str, tmp_path: Path) -> None:
    break_it, expected = FAULTS[what]
    lines = faults_of(tmp_path, break_it)
    assert any(expected in line for line in lines), lines
