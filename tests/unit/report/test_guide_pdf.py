"""The guide on paper: tagged, titled, with boxes to tick and room to write."""

import re
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from peeraudit.report.guide import BOX
from peeraudit.report.page import guide_file
from peeraudit.report.pdf import guide_pdf
from tests.unit.report.guides import MADE, made
from tests.unit.report.reading import named, parse, words
from tests.unit.report.tagged import root_of, structure


@cache
def printed(name: str) -> PdfReader:
    """Make the PDF of a guide and open it; once, as it takes a while."""
    return PdfReader(BytesIO(guide_pdf(made(name))))


@pytest.fixture
def in_post() -> PdfReader:
    return printed("in post")


@pytest.mark.parametrize("name", MADE)
def test_it_is_tagged_titled_and_in_one_language(name: str) -> None:
    root = root_of(printed(name))
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    metadata = printed(name).metadata
    assert metadata is not None
    assert metadata.title == made(name).title


@pytest.mark.parametrize("name", MADE)
def test_its_headings_skip_no_level(name: str) -> None:
    tags = [element["/S"] for element in structure(printed(name))]
    levels = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_box_and_every_time_has_its_heads(in_post: PdfReader) -> None:
    cells = [each for each in structure(in_post) if each["/S"] == "/TD"]
    assert len(cells) == 2 * 5 + 5 * 18
    assert all(each["/A"]["/Headers"] for each in cells)


def test_its_bookmarks_are_its_sections_and_themes(in_post: PdfReader) -> None:
    (first, within) = in_post.outline
    assert not isinstance(first, list)
    assert first.title == "Conversation guide: Role adoption audit"
    assert isinstance(within, list)
    titles = [each.title for each in within if not isinstance(each, list)]
    assert titles == [each.heading for each in made("in post").sections]


def test_each_practice_can_be_ticked_and_each_page_has_its_number(
    in_post: PdfReader,
) -> None:
    pages = [page.extract_text() for page in in_post.pages]
    (practices,) = [each for each in pages if "Is this part of the role?" in each]
    assert practices.count(BOX) == 4 * 18
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page


def test_what_the_team_agrees_is_written_on_one_sheet(in_post: PdfReader) -> None:
    last = in_post.pages[-1].extract_text()
    for line in ("Write the role down", "Must never", "Talk again", "The date:"):
        assert line in last


def test_the_ground_rules_and_the_times_are_on_the_first_page(
    in_post: PdfReader,
) -> None:
    first = in_post.pages[0].extract_text()
    assert "What is said stays here." in first
    assert "In 90 minutes" in first


def test_no_theme_is_cut_in_two(in_post: PdfReader) -> None:
    pages = [" ".join(page.extract_text().split()) for page in in_post.pages]
    for theme in made("in post").themes:
        (page,) = [each for each in pages if theme.about in each]
        assert all(question.ask in page for question in theme.questions)
        assert f"Read the paper, {theme.pages}" in page


def test_names_with_marks_are_text() -> None:
    first = printed("hostile names").pages[0].extract_text()
    assert '"><img src=x onerror=alert(1)>' in " ".join(first.split())


def test_the_one_file_is_headed_like_the_pdf_and_asks_for_nothing() -> None:
    written = guide_file(made("hostile names"))
    document = parse(written)
    (heading,) = named(document, "h1")
    assert words(heading) == words(next(named(document, "title")))
    assert document.get("lang") == "en-GB"
    assert list(named(document, "script", "link", "img", "iframe", "base")) == []
    assert "url(" not in written
    assert "@import" not in written
