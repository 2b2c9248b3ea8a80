"""Files that are missing, broken or in the wrong place are named."""

from pathlib import Path

import pytest

from tests.unit.instrument.breaking import (
    FACTS,
    HEAD,
    RULES,
    WORDING,
    Breaks,
    add,
    faults_of,
    remove,
    swap,
)

FAULTS: dict[str, tuple[Breaks, str]] = {
    "a file is missing": (remove(FACTS), "facts.yaml: is missing"),
    "the head is missing": (remove(HEAD), "instrument.yaml: is missing"),
    "the wording is missing": (remove(WORDING), "wording/en.yaml: is missing"),
    "a file that nothing reads": (
        add("rule.yaml", "rules: []"),
        "rule.yaml: is not a file that an instrument has",
    ),
    "no YAML": (
        swap(FACTS, "facts:", "facts: ["),
        "facts.yaml, line ",
    ),
    "a list as a name": (
        add(FACTS, "? [a]\n: b\n"),
        "cannot be read as YAML: found unhashable key",
    ),
    "a tab": (
        swap(RULES, "    kind: finding", "\tkind: finding"),
        "rules.yaml, line 7: cannot be read as YAML: ",
    ),
    "no UTF-8": (
        lambda folder: (folder / FACTS).write_bytes(b"facts: \xff"),
        "facts.yaml: is not UTF-8 text (byte 7)",
    ),
    "an empty file": (
        lambda folder: (folder / FACTS).write_text(""),
        "facts.yaml: should be names with values",
    ),
    "a list that is none": (
        lambda folder: (folder / FACTS).write_text("facts: 3"),
        "facts.yaml, facts: is not a list",
    ),
    "a file under another name": (
        lambda folder: (folder / FACTS).write_text("fact: []"),
        "facts.yaml, fact: does not belong here; use facts",
    ),
    "a theme that cannot be read": (
        lambda folder: (folder / "items/SE.yaml").write_text("- SE1"),
        "items/SE.yaml: should be names with values",
    ),
    "a section in the head": (
        add(HEAD, "rules: []\n"),
        "instrument.yaml, rules: has a file of its own",
    ),
    "a key twice": (
        swap("items/RC.yaml", "    core: true", "    core: true\n    core: false"),
        "items/RC.yaml, core: is given twice, again in line 10",
    ),
    "a file without a theme": (
        swap("items/RC.yaml", "theme: RC\n", ""),
        "items/RC.yaml, theme: is missing",
    ),
    "a theme in a statement": (
        swap("items/RC.yaml", "  - id: RC1", "  - id: RC1\n    theme: RC"),
        "items/RC.yaml, RC1, theme: is said once, for the whole file",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_named(what: str, tmp_path: Path) -> None:
    break_it, expected = FAULTS[what]
    lines = faults_of(tmp_path, break_it)
    assert any(expected in line for line in lines), lines
