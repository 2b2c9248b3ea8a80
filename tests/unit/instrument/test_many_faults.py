"""One fault hides no other: all are named at once, and only they."""

from pathlib import Path

import pytest

from peeraudit.instrument.faults import InstrumentFaults
from peeraudit.instrument.library import check, load
from tests.unit.instrument.breaking import (
    FACTS,
    HEAD,
    RULES,
    WORDING,
    copy_of,
    faults_of,
    remove,
    swap,
    within,
)


def test_faults_of_every_kind_are_named_at_once(tmp_path: Path) -> None:
    lines = faults_of(
        tmp_path,
        swap("items/SE.yaml", "    guess: true", "    gess: true"),
        swap("practices.yaml", "pages: [5, 8, 9]", "pages: [5, 8, 90]"),
        within(FACTS, "id: clinical", "    largest: 5\n", ""),
        swap(HEAD, "alike_within: 15 ", "alike_within: 115 "),
        within(RULES, "id: F24", "[REC4e]", "[REC4x]"),
        within(RULES, "id: F06", "score:", "scores:"),
        within(WORDING, "  RC2:", "{peer_worker}", "{peerworker}"),
        swap(WORDING, "  REC5:", "  REC4e:"),
    )
    places = [line.partition(": ")[0] for line in lines]
    assert places == [
        "facts.yaml, clinical, smallest",
        "instrument.yaml, reading.thresholds.alike_within",
        "items/SE.yaml, SE4, gess",
        "practices.yaml, PR1, pages[3]",
        "rules.yaml, F05, when.all[2].guess.item",
        "rules.yaml, F06, when",
        "rules.yaml, F24, recommend",
        "rules.yaml, S1, recommend",
        "rules.yaml, S2, recommend",
        "rules.yaml, S3, recommend",
        "wording/en.yaml, REC4e",
        "wording/en.yaml, RC2, items.manager",
    ]


@pytest.mark.parametrize(
    "gone", ["facts.yaml", "practices.yaml", RULES, WORDING, "purposes.yaml"]
)
def test_a_missing_file_is_one_fault(gone: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path, remove(gone)) == [f"{gone}: is missing"]


def test_a_missing_head_hides_no_fault_elsewhere(tmp_path: Path) -> None:
    broken = swap("items/SE.yaml", "    guess: true", "    gess: true")
    assert faults_of(tmp_path, remove(HEAD), broken) == [
        "instrument.yaml: is missing",
        "items/SE.yaml, SE4, gess: is not known here; did you mean guess?",
        "rules.yaml, F05, when.all[2].guess.item: "
        "nobody guesses SE4: it has no 'guess: true'",
    ]


def test_without_statements_only_that_is_said(tmp_path: Path) -> None:
    copy = copy_of("readiness", tmp_path)
    for path in (copy / "items").iterdir():
        path.unlink()
    assert [str(fault) for fault in check(copy)] == [
        "items: is missing: put in a file for each theme"
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("themes: [RC,", "themes: RC, #", "instrument.yaml, themes: should be a list"),
        ("groups: [man", "#[man", "instrument.yaml, groups: is missing"),
        ("  theme_scores: true", "", "reading.theme_scores: is missing"),
        ("reading:", "reading: 3\nx:", "instrument.yaml, reading: should be names"),
        ("low: 0, high: 50", "low: none, high: 50", "reading.coarse_classes[1].low: "),
        ("guesses:\n", "guesses: 3\nx:\n", "instrument.yaml, guesses: should be"),
    ],
)
def test_a_broken_head_says_what_is_broken_and_no_more(
    old: str, new: str, expected: str, tmp_path: Path
) -> None:
    lines = faults_of(tmp_path, swap(HEAD, old, new))
    assert any(expected in line for line in lines), lines
    assert {line.partition(",")[0] for line in lines} == {HEAD}


@pytest.mark.parametrize(
    ("section", "old", "new"),
    [
        ("\nguess:", "lead_in:", "lead:"),
        ("\npractice:", "question:", "ask:"),
        ("\ntopics:", "{title: Numbers}", "{name: Numbers}"),
        ("\nfacts:", "short: Role", "shrt: Role"),
        ("\nrules:", "means:", "meaning:"),
        ("\ngroups:", "inline:", "in_line:"),
    ],
)
def test_broken_words_say_what_is_broken_and_no_more(
    section: str, old: str, new: str, tmp_path: Path
) -> None:
    lines = faults_of(tmp_path, within(WORDING, section, old, new))
    assert len(lines) == 2, lines
    assert "is missing" in lines[0] + lines[1]
    assert "is not known here" in lines[0] + lines[1]


def test_what_refers_to_a_broken_entry_is_left_alone(tmp_path: Path) -> None:
    lines = faults_of(
        tmp_path,
        within("items/SE.yaml", "id: SE4", "pages: [6, 11, 12]", "pages: []"),
        within(FACTS, "id: started", "pages: [6]", "pages: six"),
    )
    assert [line.partition(": ")[0] for line in lines] == [
        "facts.yaml, started, pages",
        "items/SE.yaml, SE4, pages",
    ]


def test_a_theme_that_a_group_is_asked_nothing_about(tmp_path: Path) -> None:
    lines = faults_of(
        tmp_path,
        within("items/SP.yaml", "id: SP6", ", person_using_service]", "]"),
        swap(
            RULES,
            "theme: {group: other_staff, theme: BN",
            "theme: {group: X, theme: SP",
        ),
        swap(RULES, "group: X", "group: person_using_service"),
    )
    assert any(
        "F17, when.all[1].theme.group: person_using_service is asked nothing about SP"
        in line
        for line in lines
    )


def test_a_head_without_nearly_everything(tmp_path: Path) -> None:
    lines = faults_of(
        tmp_path,
        lambda folder: (folder / HEAD).write_text("reading: {thresholds: [1]}\n"),
    )
    assert "instrument.yaml, id: is missing" in lines
    assert any(line.startswith("instrument.yaml, reading.thresholds") for line in lines)


def test_what_is_broken_beyond_mending_is_still_named(tmp_path: Path) -> None:
    lines = faults_of(
        tmp_path,
        swap(WORDING, "language: en\n", "language: en\n5: 6\n"),
        swap(FACTS, "topic: role", "topick: role"),
    )
    assert lines == [
        "facts.yaml, role, topic: is missing",
        "facts.yaml, role, topick: is not known here; did you mean topic?",
        "wording/en.yaml, 5: keys should be strings",
    ]


def test_an_instrument_with_faults_is_not_loaded(tmp_path: Path) -> None:
    copy = copy_of("readiness", tmp_path)
    remove(FACTS)(copy)
    swap(RULES, "below: low}", "below: lowest}")(copy)
    with pytest.raises(InstrumentFaults) as caught:
        load(copy)
    assert caught.value.faults == check(copy)
    assert str(caught.value).splitlines() == [
        "facts.yaml: is missing",
        "rules.yaml, R03, when.any[2].score.below: "
        "there is no threshold lowest; did you mean low?",
    ]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert [str(fault) for fault in check(tmp_path / "none")] == [
        "none: is not a folder"
    ]
