"""The readers' versions say nothing but what the full report says, and our frame."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from xml.etree.ElementTree import Element

import pytest

from peeraudit.release.release import to_json
from peeraudit.report import board_paper, page, plain_summary
from peeraudit.report.answered import ALL_SHOWN
from peeraudit.report.board_paper import BoardPaper
from peeraudit.report.templates import PAPER, SCREEN, Medium
from peeraudit.report.versions import Version, told_for, versions_of
from tests.unit.report.reading import TEAMS, VIEWS, body, named, parse, words
from tests.unit.report.test_from_the_release import (
    NUMBER,
    PLAIN_TEAMS,
    computed,
    in_release,
    ours,
)

SENTENCE_ENDS = re.compile(r"(?<=[.!?]) +")
every_version = pytest.mark.parametrize(
    ("version", "team"), list(product(Version, TEAMS))
)


@cache
def told(version: Version, team: str, medium: Medium = PAPER) -> Element:
    """Return a version of a team's report, as it is printed; nobody changes it."""
    return parse(page.version_body(version, TEAMS[team], medium))


def paper_of(team: str) -> BoardPaper:
    """Return the board paper of a team as values."""
    made = told_for(Version.BOARD_PAPER, TEAMS[team])
    assert isinstance(made, BoardPaper)
    return made


def lines(element: Element) -> Iterator[str]:
    """Yield each text that people read, but for headings, which are the same always."""
    for each in named(element, "p", "li", "th", "td", "caption", "figcaption"):
        yield words(each)
    for each in named(element, "text", "desc"):
        yield words(each)


def frame(team: str) -> set[str]:
    """Return the sentences that only the versions have: they hold no results."""
    made = paper_of(team)
    said = [
        *plain_summary.NEXT,
        *(*plain_summary.WHERE, plain_summary.AS_DATA),
        *made.purpose,
        *(ALL_SHOWN, board_paper.CONFIDENCE, board_paper.WHERE),
        *(made.how, made.more, "The audit is built on this paper."),
        *("Finding", "Weight", "Confidence", "Page of the paper", "What was found"),
    ]
    return {
        " ".join(each.split())
        for text in said
        for each in SENTENCE_ENDS.split(" ".join(text.split()))
    }


@every_version
def test_every_statement_stands_in_the_full_report(version: Version, team: str) -> None:
    full, own = words(body(team)).lower(), frame(team)
    for line in lines(told(version, team)):
        for sentence in SENTENCE_ENDS.split(line):
            assert sentence in own or sentence.lower() in full, sentence


@every_version
def test_every_number_is_in_the_release_or_follows_from_it(
    version: Version, team: str
) -> None:
    release = TEAMS[team]
    known = {
        *in_release(json.loads(to_json(release))),
        *map(str, computed(release)),
        *ours(),
    }
    for medium in (PAPER, SCREEN):
        shown = set(NUMBER.findall(words(told(version, team, medium))))
        assert shown - known == set()


@every_version
def test_at_most_three_of_each_are_told(version: Version, team: str) -> None:
    assert all(len(each) <= 3 for each in named(told(version, team), "ol"))
    summary = told_for(version, TEAMS[team]).summary
    assert max(map(len, (summary.strengths, summary.talk, summary.actions))) <= 3


def test_a_view_over_teams_has_no_versions() -> None:
    assert {versions_of(each) for each in VIEWS.values()} == {()}
    assert versions_of(TEAMS["London"]) == tuple(Version)


@pytest.mark.parametrize(
    ("version", "team"), list(product(Version, sorted(TEAMS.keys() & set(PLAIN_TEAMS))))
)
def test_sentences_have_at_most_twenty_words(version: Version, team: str) -> None:
    for line in named(told(version, team), "p", "li", "figcaption"):
        if "“" not in words(line):
            for sentence in SENTENCE_ENDS.split(words(line)):
                assert len(sentence.split()) <= 20, sentence
