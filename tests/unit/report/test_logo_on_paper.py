"""The logo in the heading of a report: beside its own organisation's name only."""

from functools import cache
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from peeraudit.report.content import told
from peeraudit.report.logo import Logo
from peeraudit.report.pdf import pdf
from tests.unit.report.reading import TEAMS
from tests.unit.report.tagged import structure

RELEASE = TEAMS["nobody shown"]


@cache
def picture() -> bytes:
    """A logo of some blue."""
    written = BytesIO()
    Image.new("RGB", (400, 100), "#005eb8").save(written, format="PNG")
    return written.getvalue()


def made(organisation: str) -> PdfReader:
    """The report with the logo of an organisation."""
    return PdfReader(BytesIO(pdf(RELEASE, logo=Logo(organisation, picture()))))


def test_the_logo_stands_on_the_first_page_with_words_for_it() -> None:
    own = told(RELEASE).organisation
    document = made(own)
    assert [image.image.size for image in document.pages[0].images if image.image] == [
        (400, 100)
    ]
    figures = [each for each in structure(document) if each["/S"] == "/Figure"]
    assert figures[0]["/Alt"] == f"Logo of {own}"


@pytest.mark.parametrize("organisation", ["A partner", ""])
def test_another_organisations_report_does_not_get_it(organisation: str) -> None:
    assert not made(organisation).pages[0].images
