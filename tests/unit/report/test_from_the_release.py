"""Every number and statement of the report is in the release, or follows from it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from peeraudit.consensus.findings import Status
from peeraudit.consensus.themes import whole
from peeraudit.consensus.trend import changes
from peeraudit.disclosure.cells import Cell
from peeraudit.instrument.frozen import Group
from peeraudit.release.release import Release, to_json
from peeraudit.report import about, page, paper
from peeraudit.report.reader import Reader
from peeraudit.report.words import pages_words, theme_words
from tests.unit.report.reading import (
    EVERYTHING,
    TEAMS,
    body,
    by_id,
    named,
    table_rows,
    words,
)

every_team = pytest.mark.parametrize("team", TEAMS)
every_report = pytest.mark.parametrize("team", EVERYTHING)
NUMBER = re.compile(r"\d+")


def in_release(value: Any) -> Iterator[str]:
    """Every number that a release holds, in its words too."""
    match value:
        case dict():
            for name, each in value.items():
                yield from (*NUMBER.findall(name), *in_release(each))
        case list():
            for each in value:
                yield from in_release(each)
        case _:
            yield from NUMBER.findall(str(value))


def computed(release: Release) -> Iterator[int]:
    """Every number that follows from a release without looking at an answer again."""
    reader, derived = Reader(release), release.derived
    reading = release.instrument.content.reading
    for each in (*reading.coarse_classes, *reading.fine_classes):
        yield each.high - 1
    yield from (each.least - 1 for each in reading.confidence)
    yield from (low + 9 for low in range(0, 90, 10))
    yield from range(len(reader.instrument.facts) + 1)
    yield from range(len(derived.blind_spots) + 1)
    yield from range(len(derived.practice.practices) + 1)
    yield from range(len(release.findings) + 1)
    yield from (release.promise.closes_at.hour % 12, 10)
    yield len(release.comments)
    yield from _changed(reader)
    if release.pooled:
        yield len(release.pooled.teams)
        yield from range(sum(len(each.blind_spots) for each in release.pooled.teams))


def _changed(reader: Reader) -> Iterator[int]:
    """Every number that follows from the cells of a release and of the round before."""
    told = list(changes(reader.evidence))
    yield from range(len(told) + 1)
    for each in told:
        for score in (each.then, each.now):
            yield from map(whole, (score.value, score.low, score.high))


def ours() -> Iterator[str]:
    """Every number in our own sentences: the paper's, and those of the limits."""
    for line in (paper.AUTHORS, paper.TITLE, paper.SOURCE, *about.LIMITS, about.LATER):
        yield from NUMBER.findall(line)
    for site in paper.SET_UP:
        yield from (each for words in site.sites for each in NUMBER.findall(words))
    yield from ("2", "0", "100", "3", "6")  # CC BY 2.0; the scale; the pages of Table 1


PLAIN_TEAMS = [
    name
    for name, release in EVERYTHING.items()
    if release.audit.words.peer_workers == "peer workers"
]
"""Teams whose own words make no sentence longer than ours."""


@every_report
def test_every_number_is_in_the_release_or_follows_from_it(team: str) -> None:
    release = EVERYTHING[team]
    known = {
        *in_release(json.loads(to_json(release))),
        *map(str, computed(release)),
        *ours(),
    }
    shown = set(NUMBER.findall(words(body(team))))
    assert shown - known == set()


@every_report
def test_the_table_of_themes_is_the_release_and_the_picture_says_the_same(
    team: str,
) -> None:
    release, report = EVERYTHING[team], body(team)
    scores = {
        (each.theme, each.group): theme_words(each) for each in release.derived.themes
    }
    section = by_id(report, "report-themes")
    pictures = [each for each in named(section, "svg") if each.get("role") == "img"]
    assert bool(pictures) == bool(scores)
    if not pictures:
        return
    rows = table_rows(next(named(section, "table")))
    told = [each for row in rows for each in row[1:] if each[0].isdigit()]
    assert sorted(told) == sorted(scores.values())
    description = words(next(named(pictures[0], "desc")))
    assert all(each in description for each in told)


@every_team
def test_groups_that_are_withheld_are_said_to_be_and_nothing_more(team: str) -> None:
    release, report = TEAMS[team], body(team)
    reader = Reader(release)
    rows = table_rows(next(named(by_id(report, "report-answered"), "table")))
    shown = {row[0]: row[2] for row in rows}
    for count in release.groups:
        if count.answered is None:
            assert shown[reader.name(count.group)] == "Fewer than 5"
    assert {row[0] for row in rows} == {reader.name(g.group) for g in release.groups}
    assert not any("total" in row[0].lower() for row in rows)


def test_a_release_without_a_groups_cells_says_nothing_of_that_group() -> None:
    full = TEAMS["South x 5"]
    without = replace(
        full,
        cells=tuple(
            each
            for each in full.cells
            if not (isinstance(each, Cell) and each.group is Group.PEER_WORKER)
        ),
    )
    statements = full.instrument.content.wording.items
    report = page.body(without)
    annex = report[report.index('id="report-annex"') :]
    for item in ("SE5", "SP4"):
        row = annex[annex.index(statements[item][Group.PEER_WORKER]) :][:400]
        assert "Peer workers: not shown" in row


@every_team
def test_every_finding_has_its_meaning_its_pages_what_to_do_and_what_it_rests_on(
    team: str,
) -> None:
    release, report = TEAMS[team], body(team)
    reader = Reader(release)
    for finding in release.findings:
        if finding.status is not Status.FOUND:
            continue
        told = by_id(report, f"report-{finding.rule}")
        rule = release.instrument.content.rule[finding.rule]
        text = words(told)
        assert reader.fill(reader.wording.rules[finding.rule].means).split()[0] in text
        assert f"Read the paper, {pages_words(rule.pages)}" in text
        assert [each.get("href") for each in named(told, "a")] == [paper.ADDRESS]
        doing, evidence = named(told, "ul")
        assert len(doing) == len(finding.recommend) > 0
        assert len(evidence) == len(finding.rests_on) > 0
        assert "This rests on" in text or "from the set-up facts" in text


@every_team
def test_what_was_not_found_is_not_told_as_found(team: str) -> None:
    release, report = TEAMS[team], body(team)
    ids = {each.get("id") for each in report.iter()}
    for finding in release.findings:
        assert (f"report-{finding.rule}" in ids) == (finding.status is Status.FOUND)


@every_report
def test_the_first_page_has_at_most_three_of_each(team: str) -> None:
    first = by_id(body(team), "report-summary")
    assert all(len(each) <= 3 for each in named(first, "ol", "ul"))


@every_report
def test_words_that_hurt_are_not_used(team: str) -> None:
    text = words(body(team)).lower()
    # What was promised may say what is not claimed.
    for denied in ("too few to be anonymous", "it is not anonymous"):
        text = text.replace(denied, "")
    for word in ("service user", "non-peer", "suffering", "mentally ill", "anonymous"):
        assert word not in text


@every_report
def test_every_wording_that_a_group_read_is_in_the_annex(team: str) -> None:
    release = EVERYTHING[team]
    reader = Reader(release)
    annex = words(by_id(body(team), "report-annex"))
    for item in release.instrument.content.items:
        for group in set(item.groups) & set(reader.groups):
            assert " ".join(reader.statement(item.id, group).split()) in annex


@pytest.mark.parametrize("team", PLAIN_TEAMS)
def test_our_own_sentences_have_at_most_twenty_words(team: str) -> None:
    for line in named(body(team), "p", "li", "figcaption"):
        told = words(line)
        # A statement that is quoted has its own length; the paper's words have pages.
        if "“" in told or "(p." in told:
            continue
        for sentence in re.split(r"(?<=[.!?])\s+", told):
            assert len(sentence.split()) <= 20, sentence
