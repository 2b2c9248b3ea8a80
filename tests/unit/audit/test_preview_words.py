"""The preview is told in plain words, with what to choose where nothing is shown."""

import re
from collections.abc import Iterator

import pytest

from peeraudit.audit.preview import preview
from peeraudit.audit.preview_words import PreviewWords, lines, preview_words
from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.audit.told import Told
from peeraudit.instrument.wording import LocalWords
from tests.unit.audit.lineups import (
    ATTRIBUTED,
    JOINT_SHEET,
    LINE_UPS,
    POOLED_ONLY,
    LineUp,
)
from tests.unit.factories import (
    MG,
    PW,
    altered,
    role_adoption,
)

MOST_WORDS = 20
NAMES = LocalWords("this team", "peer support worker", "peer support workers")


def told(team: LineUp, floor: int = 5) -> PreviewWords:
    """What a line-up is told."""
    found = preview(team.instrument, team.groups, floor, team.form)
    return preview_words(found, team.instrument, NAMES)


def of_peer_workers(
    asked: int, mode: GroupMode = GroupMode.ANONYMOUS, floor: int = 5
) -> Told:
    """What is told of so many peer workers alone."""
    groups = (GroupPromise(PW, asked, mode),)
    found = preview(role_adoption(), groups, floor)
    return preview_words(found, role_adoption(), LocalWords("this team")).groups[0]


def part(name: str, heading: str) -> Told:
    """What a line-up is told of one part of the report."""
    (found,) = (each for each in told(LINE_UPS[name]).parts if each.heading == heading)
    return found


def sentences(words: PreviewWords) -> Iterator[str]:
    """Every sentence that is said, in lists too."""
    for line in lines(words):
        yield from re.split(r"(?<=[.?!]) ", line.removeprefix("  - ").strip())


def test_three_peer_workers_are_told_what_to_choose() -> None:
    said = of_peer_workers(3)
    assert said.heading == "Peer workers: 3"
    assert said.sentences == (
        "With 3 peer workers you will see nothing of theirs at floor 5. "
        "Choose a joint sheet, pooled only, or the guide.",
    )
    assert [each.split(":")[0] for each in said.points] == [
        "A joint sheet",
        "Pooled only",
        "The guide",
    ]


def test_one_person_is_one_person() -> None:
    (sentence,) = of_peer_workers(1).sentences
    assert sentence == (
        "With one person you will see nothing of theirs at floor 5. "
        "Choose attributed, pooled only, or the guide."
    )


@pytest.mark.parametrize(
    ("asked", "floor", "said"),
    [
        (5, 5, "If one of them does not answer, you will see nothing of theirs."),
        (8, 5, "If 4 or more do not answer, you will see nothing of theirs."),
        (8, 8, "If one of them does not answer, you will see nothing of theirs."),
    ],
)
def test_it_says_how_many_may_be_silent(asked: int, floor: int, said: str) -> None:
    assert of_peer_workers(asked, floor=floor).sentences[1] == said


def test_it_says_from_how_many_answers_more_is_shown() -> None:
    assert of_peer_workers(25).sentences == (
        "You will see their view, in broad bands, if at least 5 of the 25 answer.",
        "If 21 or more do not answer, you will see nothing of theirs.",
        "If at least 10 of the 25 answer, you will see their view in bands of ten "
        "points.",
        "If all 25 answer, you will also see roughly how many in 100 agree.",
    )


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (ATTRIBUTED, "Each of them could work out what the others said."),
        (JOINT_SHEET, "You will see one view, from the sheet that they fill in"),
        (POOLED_ONLY, "You will see nothing of theirs in this team's report."),
    ],
)
def test_a_mode_is_told_as_it_is(mode: GroupMode, said: str) -> None:
    words = of_peer_workers(2, mode)
    assert said in " ".join(words.sentences)
    assert words.points == ()


def test_it_says_which_part_of_the_report_needs_which_groups() -> None:
    hidden = "a named manager, in post"
    agree = part(hidden, "Where groups agree on the work").sentences
    assert agree == (
        "All of these have to be shown: managers, peer support workers and other "
        "staff.",
        "It cannot be told with these groups.",
    )
    misreading = part(hidden, "Who misreads whom").sentences
    assert misreading[-1] == "It cannot be told with these groups."
    assert part(hidden, "Gaps between groups").points == (
        "Managers and other staff: 4 of 8 themes.",
    )


def test_two_of_three_groups_are_enough_where_the_instrument_says_so() -> None:
    before = part("a named manager, before the start", "Where groups agree on the work")
    assert before.sentences[0].startswith("At least 2 of these have to be shown: ")
    assert before.sentences[1] == "It can be told for 18 of 18 practices."


def test_it_counts_the_findings_and_names_those_that_cannot_be_told() -> None:
    found = part("a named manager, in post", "Findings")
    assert found.sentences[:2] == (
        "7 of 29 findings can be told with these groups.",
        "2 of them need no answers: the set-up facts, or who is asked, are enough.",
    )
    assert "False consensus on equality" in found.points
    assert len(found.points) == 22


def test_an_instrument_that_leaves_something_out_says_so() -> None:
    bare = altered(
        role_adoption(),
        practices=(),
        rules=(),
        guesses={},
    )
    words = told(LineUp({MG: 6, PW: 6}, {}, bare))
    said = " ".join(lines(words))
    assert "Nobody is asked about practices." in said
    assert "Nobody is asked what another group would say." in said
    assert "0 of 0 findings" in said


@pytest.mark.parametrize("name", LINE_UPS)
def test_sentences_are_short_and_every_name_is_the_teams_own(name: str) -> None:
    for sentence in sentences(told(LINE_UPS[name])):
        assert len(sentence.split()) <= MOST_WORDS, sentence
        assert "{" not in sentence
        assert "peer worker" not in sentence.lower()
