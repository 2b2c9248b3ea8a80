"""The role statement on paper: tagged, titled, in the team's own words."""

import re
from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from peeraudit.plan.agreement import Agreement, Meeting, Verdict
from peeraudit.report.page import statement_body
from peeraudit.report.pdf import statement_pdf
from peeraudit.report.reader import Reader
from peeraudit.report.statement import AgreedAfter, Statement, statement
from tests.unit.report.reading import parse, words
from tests.unit.report.releases import open_groups
from tests.unit.report.tagged import root_of, structure

MARCH = date(2026, 3, 24)
HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }}"


@pytest.fixture(scope="module")
def made() -> Statement:
    """Everything agreed, in all four ways, one of them in words to run."""
    reader, verdicts = Reader(open_groups()), list(Verdict)
    agreed = {
        item.id: Agreement(item.id, verdicts[number % 4], HOSTILE, MARCH)
        for number, item in enumerate(reader.instrument.practices)
    }
    found = statement([AgreedAfter(reader, agreed, Meeting(MARCH, "everyone"))])
    assert found
    return found


@pytest.fixture(scope="module")
def printed(made: Statement) -> PdfReader:
    return PdfReader(BytesIO(statement_pdf(made)))


def test_it_is_tagged_titled_and_in_one_language(printed: PdfReader) -> None:
    root = root_of(printed)
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert printed.metadata
    assert printed.metadata.title == "Role statement: Example Team"
    assert printed.metadata.author == "Example Trust"


def test_its_headings_skip_no_level(printed: PdfReader) -> None:
    tags = [element["/S"] for element in structure(printed)]
    levels = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_says_what_holds_what_it_stands_on_and_what_it_is_not(
    printed: PdfReader,
) -> None:
    text = " ".join(" ".join(page.extract_text().split()) for page in printed.pages)
    for said in (
        "In this team, a peer worker may",
        "In this team, it is not part of the peer worker role to",
        "In this team, a peer worker must never",
        "To talk about again: whether a peer worker may",
        "Agreed on 24 March 2026",
        "The team met on 24 March 2026. Who took part: everyone.",
        "By itself it binds nobody",
        "Read the paper, page 12",
        HOSTILE,
    ):
        assert said in text


def test_page_and_paper_say_the_same(made: Statement) -> None:
    body = words(parse(statement_body(made)))
    for part in made.parts:
        assert part.heading in body
        assert all(line.practice in body for line in part.lines)
    assert body.count(HOSTILE) == 18
