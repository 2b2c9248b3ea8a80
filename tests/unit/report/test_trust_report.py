"""The trust's report: counts of teams and the trust's own words; no name, no score."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from peeraudit.consensus.practice import Consensus
from peeraudit.report.page import trust_body
from peeraudit.report.pdf import trust_pdf
from peeraudit.report.trust_report import OverTeams, TrustReport, trust_report
from tests.unit.factories import role_adoption
from tests.unit.report.reading import named, parse, table_rows, words
from tests.unit.report.tagged import root_of
from tests.unit.report.test_trust import (
    FOUND,
    NAMES,
    NOT_ENOUGH,
    distilled,
    told,
)

HOSTILE = "<script>alert(1)</script>\n\nWe will meet every team."
VERSIONS = told(
    *(
        distilled(F05=FOUND, T1=FOUND, PR1=Consensus.HARD_CONFLICT, S1=FOUND)
        for _ in range(3)
    ),
    *(distilled(F05=NOT_ENOUGH, F02=FOUND) for _ in range(2)),
    distilled(),
)
OF = OverTeams("Example Trust", HOSTILE, VERSIONS, 8, 6, overdue=1, due=4)


@pytest.fixture
def report() -> TrustReport:
    return trust_report(OF)


def test_it_counts_teams_and_names_none(report: TrustReport) -> None:
    text = words(parse(trust_body(report)))
    assert "6 teams have a report, of 8 here." in text
    assert not any(name in text for name in NAMES)


def test_what_recurs_stands_with_where_it_could_be_told(report: TrustReport) -> None:
    tables = list(named(parse(trust_body(report)), "table"))
    rows = {row[0]: row[1:] for table in tables for row in table_rows(table)}
    title = (
        role_adoption()
        .wording.rules["F05"]
        .title.replace("{peer_workers}", "peer workers")
    )
    assert rows[title][:2] == ["3 of 4 teams", "2 teams"]
    assert all(" of " in row[0] for row in rows.values())


def test_what_is_recommended_is_the_instruments_and_at_most_three(
    report: TrustReport,
) -> None:
    (part,) = report.parts
    first = role_adoption().rule["F05"].recommend[0]
    known = role_adoption().wording.recommendations[first]
    assert part.do[0].split()[:3] == known.split()[:3]
    assert 1 <= len(part.do) <= 3


def test_a_pattern_stands_below_its_caution(report: TrustReport) -> None:
    text = words(parse(trust_body(report)))
    (part,) = report.parts
    (pattern,) = part.patterns
    assert pattern.says.startswith("It holds in 3 of 6 teams.")
    assert text.index(pattern.caution) < text.index(pattern.says)


def test_it_says_how_many_actions_are_late_and_that_none_is(
    report: TrustReport,
) -> None:
    assert report.actions == (
        "1 action is overdue over all teams.",
        "4 actions are due in the next eight weeks.",
    )
    none = trust_report(replace(OF, overdue=0, due=0)).actions
    assert none[0] == "No action is overdue over all teams."


def test_a_pattern_that_holds_nowhere_is_not_told_as_if_it_did() -> None:
    (version,) = told(
        *(distilled() for _ in range(4)), *(distilled(T1=NOT_ENOUGH) for _ in range(2))
    )
    (pattern,) = trust_report(replace(OF, versions=(version,))).parts[0].patterns
    assert pattern.says == "It holds in 0 of 4 teams. In 2 more teams nobody can tell."


def test_the_foreword_is_text_and_without_one_there_is_no_heading(
    report: TrustReport,
) -> None:
    body = parse(trust_body(report))
    assert not list(named(body, "script"))
    assert "<script>alert(1)</script>" in words(body)
    none = trust_report(replace(OF, foreword=" \n"))
    assert "Foreword" not in words(parse(trust_body(none)))


def test_below_five_teams_nothing_is_counted() -> None:
    few = told(*(distilled(F05=FOUND) for _ in range(4)))
    (part,) = trust_report(replace(OF, versions=few)).parts
    assert (part.findings, part.practices, part.patterns, part.do) == (
        None,
        None,
        (),
        (),
    )
    assert "From 5 teams on, what recurs is counted." in part.stands_on


def test_our_own_sentences_have_at_most_twenty_words(report: TrustReport) -> None:
    for line in (*report.about, *report.actions, *report.limits):
        for sentence in re.split(r"(?<=[.!?])\s+", line):
            assert len(sentence.split()) <= 20, sentence


def test_as_pdf_it_is_tagged_and_titled(report: TrustReport) -> None:
    document = PdfReader(BytesIO(trust_pdf(report)))
    root = root_of(document)
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # pypdf's own boolean
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert document.metadata
    assert document.metadata.title == "Role development report: 8 teams"
