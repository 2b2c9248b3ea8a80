"""The report as PDF: tagged, titled, with its fonts, and fetching nothing."""

import logging
import re
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any
from urllib.error import URLError

import pytest
from pypdf import PdfReader

from peeraudit.report.page import title
from peeraudit.report.pdf import pdf
from peeraudit.report.templates import environment
from tests.unit.report.reading import EVERYTHING, TEAMS
from tests.unit.report.tagged import root_of, structure


@cache
def made(team: str) -> PdfReader:
    """Make the PDF of a team and open it; once, as it takes seconds."""
    return PdfReader(BytesIO(pdf(EVERYTHING[team])))


@pytest.fixture
def london() -> PdfReader:
    return made("London x 5")


def test_it_says_that_it_is_tagged_and_in_which_language(london: PdfReader) -> None:
    root = root_of(london)
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()


def test_it_has_a_title_that_a_reader_shows(london: PdfReader) -> None:
    assert london.metadata is not None
    assert london.metadata.title == "Role adoption audit: London"
    assert root_of(london)["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712


def test_its_headings_skip_no_level(london: PdfReader) -> None:
    tags = [element["/S"] for element in structure(london)]
    levels = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_its_pictures_have_words_and_its_cells_have_heads(london: PdfReader) -> None:
    elements = structure(london)
    pictures = [each for each in elements if each["/S"] == "/Figure"]
    cells = [each for each in elements if each["/S"] == "/TD"]
    assert pictures
    titles = [str(each["/Alt"]) for each in pictures]
    assert all(titles)
    for start in ("How each group sees each theme", "How well each group knows"):
        assert any(each.startswith(start) for each in titles)
    assert len(cells) > 100
    assert all(each["/A"]["/Headers"] for each in cells)


def test_its_fonts_are_in_it(london: PdfReader) -> None:
    resources: list[Any] = [page["/Resources"] for page in london.pages]
    fonts = [
        font.get_object()
        for each in resources
        for font in each.get("/Font", {}).values()
    ]
    assert fonts
    for font in fonts:
        (descendant,) = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_its_bookmarks_are_the_sections(london: PdfReader) -> None:
    (first, within) = london.outline
    assert not isinstance(first, list)
    assert first.title == "Role adoption audit: London"
    assert isinstance(within, list)
    titles = [each.title for each in within if not isinstance(each, list)]
    assert titles[:3] == ["The main points", "In this report", "Who answered"]
    assert titles[-1] == "Every question, word for word"


@pytest.mark.parametrize("team", ["London x 5", "long names", "nobody shown"])
def test_the_main_points_are_one_page(team: str) -> None:
    first, second = (page.extract_text() for page in made(team).pages[:2])
    assert "Whose views are here" in first
    assert "People who use the service" in first
    assert second.startswith("In this report")


def test_every_page_has_its_number(london: PdfReader) -> None:
    for number, page in enumerate(london.pages, start=1):
        assert f"Page {number} of {len(london.pages)}" in page.extract_text()


def test_names_with_marks_are_text() -> None:
    first = made("hostile names").pages[0].extract_text()
    assert "<script>alert('team')</script>" in first


POOLED = ["pooled", "pooled, hostile names"]


@pytest.mark.parametrize("view", POOLED)
def test_a_view_over_teams_is_tagged_too(view: str) -> None:
    document = made(view)
    root = root_of(document)
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert document.metadata is not None
    assert document.metadata.title == title(EVERYTHING[view])


@pytest.mark.parametrize("view", POOLED)
def test_the_headings_and_cells_of_a_view_are_in_order(view: str) -> None:
    elements = structure(made(view))
    tags = [element["/S"] for element in elements]
    levels = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    cells = [each for each in elements if each["/S"] == "/TD"]
    assert len(cells) > 30
    assert all(each["/A"]["/Headers"] for each in cells)


def test_the_first_page_of_a_view_is_its_main_points() -> None:
    first, second = (page.extract_text() for page in made("pooled").pages[:2])
    assert "Do not use this view to judge a team" in " ".join(first.split())
    assert second.startswith("In this report")


def test_nothing_is_fetched(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked = '<img alt="x" src="{}">'
    wanted = ("https://example.org/a.png", "file:///etc/hostname", "ftp://example.org")
    page = f"<html lang=en><title>x</title>{''.join(map(asked.format, wanted))}"
    layout = environment().from_string(page)
    monkeypatch.setattr(
        type(environment()), "get_template", lambda *_: layout, raising=True
    )
    monkeypatch.setattr("urllib.request.OpenerDirector.open", _refuse)
    monkeypatch.setattr(logging.getLogger("weasyprint"), "propagate", True)
    with caplog.at_level(logging.ERROR, logger="weasyprint"):
        pdf(TEAMS["nobody shown"])
    for address in wanted:
        assert f"URI uses disallowed protocol: {address}" in caplog.text


def _refuse(*_: object, **__: object) -> None:
    raise URLError("a report opened an address")
