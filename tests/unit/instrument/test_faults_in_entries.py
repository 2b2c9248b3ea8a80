"""Ids, groups, themes and facts that do not fit each other are named."""

from pathlib import Path

import pytest

from tests.unit.instrument.breaking import (
    FACTS,
    HEAD,
    RULES,
    Breaks,
    faults_of,
    swap,
    within,
)

FAULTS: dict[str, tuple[Breaks, str]] = {
    "an id twice in one file": (
        swap("items/RC.yaml", "id: RC2", "id: RC1"),
        "items/RC.yaml, RC1, id: RC1 is in items/RC.yaml already",
    ),
    "an id twice in two files": (
        swap("items/SE.yaml", "id: SE2", "id: RC2"),
        "items/SE.yaml, RC2, id: RC2 is in items/RC.yaml already",
    ),
    "a rule twice": (
        swap(RULES, "id: F02", "id: F01"),
        "rules.yaml, F01, id: F01 is in rules.yaml already",
    ),
    "a group that is not known": (
        swap("items/RC.yaml", "other_staff,", "other_stuff,"),
        "items/RC.yaml, RC1, groups[3]: other_stuff is not known; did you mean",
    ),
    "a group that this instrument does not ask": (
        swap(HEAD, "other_staff, person_using_service]", "other_staff]"),
        "items/RC.yaml, RC1, groups: there is no group person_using_service",
    ),
    "a group twice": (
        swap("practices.yaml", "[manager, ", "[manager, manager, "),
        "practices.yaml, PR1, groups: manager is named twice",
    ),
    "a theme that is not known": (
        swap("items/RC.yaml", "theme: RC", "theme: RX"),
        "items/RC.yaml, theme: there is no theme RX; use BD, BN, DP",
    ),
    "a theme without statements": (
        swap(HEAD, "themes: [RC,", "themes: [XY, RC,"),
        "instrument.yaml, themes: no statement is about XY",
    ),
    "a theme twice": (
        swap(HEAD, "themes: [RC,", "themes: [RC, RC,"),
        "instrument.yaml, themes: RC is named twice",
    ),
    "not parallel for a group twice": (
        within("items/FT.yaml", "id: FT3", "[manager]\n", "[manager, manager]\n"),
        "items/FT.yaml, FT3, not_parallel_for: manager is named twice",
    ),
    "not parallel for a group that is not asked": (
        within("items/FT.yaml", "id: FT3", "[manager]\n", "[person_using_service]\n"),
        "items/FT.yaml, FT3, not_parallel_for: person_using_service is not asked",
    ),
    "a guess that nobody can make": (
        within(
            "items/SE.yaml",
            "id: SE5",
            "[manager, peer_worker, other_staff]",
            "[manager, other_staff]",
        ),
        "items/SE.yaml, SE5, guess: nobody can guess",
    ),
    "a fact that is neither choice nor number": (
        within(FACTS, "id: employer", "    options: [trust, voluntary, both]\n", ""),
        "facts.yaml, employer, options: give either options, or smallest and largest",
    ),
    "a fact that is both": (
        within(FACTS, "id: employer", "topic: role", "topic: role\n    smallest: 1"),
        "facts.yaml, employer, options: give either options, or smallest and largest",
    ),
    "an option of a fact twice": (
        swap(FACTS, "[trust, voluntary, both]", "[trust, trust]"),
        "facts.yaml, employer, options: trust is named twice",
    ),
    "a fact with one option": (
        swap(FACTS, "[trust, voluntary, both]", "[trust]"),
        "facts.yaml, employer, options: one option is no choice",
    ),
    "a fact with one bound": (
        within(FACTS, "id: clinical", "    largest: 5\n", ""),
        "facts.yaml, clinical, smallest: give both smallest and largest",
    ),
    "a fact with its bounds the wrong way round": (
        within(FACTS, "id: clinical", "smallest: 1", "smallest: 6"),
        "facts.yaml, clinical, smallest: 6 is more than 5, the largest",
    ),
    "an option twice": (
        swap("purposes.yaml", "[a, b,", "[a, a, b,"),
        "purposes.yaml, RCK, options: a is named twice",
    ),
    "more groups needed than there are": (
        swap(HEAD, "practice_groups_needed: 3", "practice_groups_needed: 4"),
        "instrument.yaml, reading.practice_groups_needed: should be from 2 to 3",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_named(what: str, tmp_path: Path) -> None:
    break_it, expected = FAULTS[what]
    lines = faults_of(tmp_path, break_it)
    assert any(expected in line for line in lines), lines
