"""The readers' versions as PDF: on as few pages as promised, tagged, with words."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise, product

import pytest
from pypdf import PdfReader

from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.create_audit import LONGEST_NAME
from peeraudit.report.page import version_title
from peeraudit.report.pdf import version_pdf
from peeraudit.report.versions import Version
from tests.unit.report import releases
from tests.unit.report.reading import TEAMS
from tests.unit.report.tagged import root_of, structure

LONG = "unbroken names"
HARD = (LONG, "nobody shown", "forty findings")
every_version = pytest.mark.parametrize("version", Version)


@cache
def made(version: Version, team: str) -> PdfReader:
    """Make a version as PDF and open it; once, as it takes a second."""
    return PdfReader(BytesIO(version_pdf(version, TEAMS[team])))


@pytest.mark.parametrize(("version", "team"), list(product(Version, HARD)))
def test_it_keeps_to_its_pages_and_tells_all_to_the_end(
    version: Version, team: str
) -> None:
    pages = made(version, team).pages
    assert len(pages) <= version.most_pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    last = {
        Version.SUMMARY: "ask whoever runs the audit in the team.",
        Version.BOARD_PAPER: "BMC Health Services Research 2013, 13:188.",
    }
    assert last[version] in text


@every_version
def test_the_longest_names_that_can_be_kept_take_no_page_more(version: Version) -> None:
    name, longest = "lived experience practitioners ", LONGEST_NAME
    words = LocalWords(*(((name * 9)[:longest].strip(),) * 3))
    release = releases.site("London", 5, words)
    audit = replace(release.audit, service=words.team, organisation=words.team)
    printed = version_pdf(version, replace(release, audit=audit))
    document = PdfReader(BytesIO(printed))
    assert len(document.pages) <= version.most_pages
    assert "Risk that the role is diluted" in document.pages[0].extract_text()


@every_version
def test_it_is_tagged_titled_and_in_one_language(version: Version) -> None:
    root, metadata = root_of(made(version, LONG)), made(version, LONG).metadata
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert metadata is not None
    assert metadata.title == version_title(version, TEAMS[LONG])


@every_version
def test_its_headings_skip_no_level_and_its_cells_have_heads(version: Version) -> None:
    elements = structure(made(version, LONG))
    tags = [each["/S"] for each in elements]
    levels = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    cells = [each for each in elements if each["/S"] == "/TD"]
    assert len(cells) >= 8
    assert all(each["/A"]["/Headers"] for each in cells)


def test_the_chart_of_the_board_has_its_words() -> None:
    elements = structure(made(Version.BOARD_PAPER, LONG))
    (chart,) = [each for each in elements if each["/S"] == "/Figure"]
    assert "How each group sees each theme" in chart["/Alt"]
