"""Who misreads whom is told in sentences, and what nobody knows yet comes first."""

from dataclasses import replace

import pytest

from peeraudit.consensus.blind_spots import BlindSpot, State
from peeraudit.release.release import Release
from peeraudit.report.misreading import misreading
from peeraudit.report.reader import Reader
from tests.unit.factories import make_release
from tests.unit.report.reading import TEAMS

HIGH, LOW = "70_or_more", "below_50"


def told(release: Release) -> list[tuple[str, str]]:
    """The label and the sentence of every guess that can be told."""
    return [
        (spot.label, spot.sentence)
        for statement in misreading(Reader(release)).statements
        for spot in statement.spots
    ]


@pytest.mark.parametrize(
    ("own", "guess", "other", "label", "sentence"),
    [
        (
            HIGH,
            HIGH,
            LOW,
            "Blind spot",
            "Other staff expect peer workers to see this as they do. "
            "Peer workers rate it lower.",
        ),
        (
            LOW,
            LOW,
            HIGH,
            "Blind spot",
            "Other staff expect peer workers to see this as they do. "
            "Peer workers rate it higher.",
        ),
        (
            "50_to_59",
            HIGH,
            LOW,
            "Blind spot",
            "Other staff expect peer workers to rate this higher. "
            "Peer workers rate it lower.",
        ),
        (
            HIGH,
            LOW,
            LOW,
            "A known difference",
            "Other staff know that peer workers see this differently. "
            "Peer workers rate it lower.",
        ),
        (
            HIGH,
            LOW,
            HIGH,
            "Closer than thought",
            "Other staff expect peer workers to see this differently. "
            "In fact they agree.",
        ),
        (
            HIGH,
            HIGH,
            HIGH,
            "A shared view, and known",
            "Other staff and peer workers see this alike, and other staff know it.",
        ),
    ],
)
def test_a_guess_is_told_in_a_sentence(
    own: str, guess: str, other: str, label: str, sentence: str
) -> None:
    release = make_release({"ST SE4": own, "ST SE4 of PW": guess, "PW SE4": other})
    assert told(release) == [(label, sentence)]


def test_groups_that_guess_alike_share_a_sentence() -> None:
    says = {"ST SE4": HIGH, "ST SE4 of PW": HIGH, "PW SE4": LOW}
    release = make_release({**says, "MG SE4": HIGH, "MG SE4 of PW": HIGH})
    ((_, sentence),) = told(release)
    assert sentence.startswith("Managers and other staff expect peer workers to see")


def test_blind_spots_come_first_and_what_cannot_be_told_is_one_line() -> None:
    says = {"ST SE4": HIGH, "ST SE4 of PW": HIGH, "PW SE4": HIGH}
    release = make_release(
        {**says, "ST SP4": HIGH, "ST SP4 of PW": HIGH, "PW SP4": LOW}
    )
    found = misreading(Reader(release))
    labels = [each.spots[0].label for each in found.statements]
    assert labels == ["Blind spot", "A shared view, and known"]
    assert found.uncertain.startswith("This cannot be told for 16 of 18 guesses.")


def test_london_is_wrong_on_equality_and_right_on_meetings() -> None:
    statements = {
        each.words: {spot.label for spot in each.spots}
        for each in misreading(Reader(TEAMS["London x 5"])).statements
    }
    equality = statements["“Peer workers are treated as equals in this team.”"]
    meetings = statements["“Peer workers can speak up in team meetings and be heard.”"]
    assert equality == {"Blind spot"}
    assert "A shared view, and known" in meetings


def test_with_no_guesses_at_all_the_report_says_so() -> None:
    release = TEAMS["London x 5"]
    without = replace(release, derived=replace(release.derived, blind_spots=()))
    assert misreading(Reader(without)).message == (
        "This audit asked nobody what another group would say."
    )


def test_a_state_that_is_uncertain_is_never_told_as_one() -> None:
    release = TEAMS["South x 5"]
    unsure = tuple(
        BlindSpot(each.item, each.by, each.of, State.UNCERTAIN)
        for each in release.derived.blind_spots
    )
    without = replace(release, derived=replace(release.derived, blind_spots=unsure))
    assert told(without) == []
