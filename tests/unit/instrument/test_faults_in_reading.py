"""Thresholds and classes by which scores cannot be read are named."""

from pathlib import Path

import pytest

from tests.unit.instrument.breaking import HEAD, Breaks, faults_of, swap

FINER = """low: 60, high: 65, value: 63}
    - {id: 65_to_69, low: 65, high: 70, value: 67}"""
CONFIDENCE = """  confidence:
    - {id: few, least: 5}
    - {id: some, least: 10}
    - {id: many, least: 25}
"""

FAULTS: dict[str, tuple[Breaks, str]] = {
    "a hole between classes": (
        swap(HEAD, "id: 60_to_69, low: 60", "id: 60_to_69, low: 61"),
        "instrument.yaml, reading.coarse_classes: 60_to_69 leaves a hole from 60 to 61",
    ),
    "a class that is finer than is proved safe": (
        swap(HEAD, "low: 60, high: 70, value: 65}", FINER),
        "instrument.yaml, reading.coarse_classes: no class may begin at 65",
    ),
    "an overlap of classes": (
        swap(
            HEAD, "id: 50_to_59, low: 50, high: 60", "id: 50_to_59, low: 50, high: 62"
        ),
        "instrument.yaml, reading.coarse_classes: 60_to_69 overlaps the class before",
    ),
    "classes that do not begin at 0": (
        swap(HEAD, "id: below_20, low: 0", "id: below_20, low: 1"),
        "instrument.yaml, reading.fine_classes: below_20 leaves a hole from 0 to 1",
    ),
    "classes that do not reach 100": (
        swap(HEAD, "low: 80, high: 100", "low: 80, high: 99"),
        "instrument.yaml, reading.fine_classes: the last class should end at 100",
    ),
    "a class that counts as a value outside it": (
        swap(HEAD, "high: 50, value: 35", "high: 50, value: 53"),
        "instrument.yaml, reading.coarse_classes: below_50 should count as",
    ),
    "a class twice": (
        swap(HEAD, "id: 60_to_69", "id: 50_to_59"),
        "instrument.yaml, reading.coarse_classes: 50_to_59 is named twice",
    ),
    "a class that does not begin where a rule looks": (
        swap(HEAD, "clear_yes: 60 ", "clear_yes: 58 "),
        "reading.coarse_classes: should have a class that begins at clear_yes, 58",
    ),
    "a threshold that every instrument needs": (
        swap(HEAD, "    gap_clear: 30 ", "    gap_cleer: 30 "),
        "instrument.yaml, reading.thresholds.gap_clear: is missing",
    ),
    "a threshold out of range": (
        swap(HEAD, "alike_within: 15 ", "alike_within: 150 "),
        "instrument.yaml, reading.thresholds.alike_within: 150 should be from 0 to 100",
    ),
    "thresholds in the wrong order": (
        swap(HEAD, "blind_same: 10 ", "blind_same: 25 "),
        "instrument.yaml, reading.thresholds.blind_same: should not be above",
    ),
    "no word for confidence": (
        swap(HEAD, CONFIDENCE, "  confidence: []\n"),
        "instrument.yaml, reading.confidence: there should be at least one word",
    ),
    "words for confidence out of order": (
        swap(HEAD, "id: some, least: 10", "id: some, least: 4"),
        "instrument.yaml, reading.confidence: 'least' should rise",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_named(what: str, tmp_path: Path) -> None:
    break_it, expected = FAULTS[what]
    lines = faults_of(tmp_path, break_it)
    assert any(expected in line for line in lines), lines
