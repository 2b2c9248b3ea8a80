"""Sample reports on the website: two teams, marked as made up, printed once."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from peeraudit.operations.sample_reports import Sample
from peeraudit.settings import CHECKOUT
from peeraudit.web.shelf import Shelf
from tests.integration.web.visiting import Person
from tests.journeys.site import Site, make_site

MADE_UP = "No real team gave these answers."


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website on one database: a sample reads nothing from any."""
    made = make_site(tmp_path)
    yield made
    made.installation.database.engine.dispose()


def test_the_two_samples_lead_to_each_other(person: Person) -> None:
    assert person.open("/sample-report").heading == "Sample report: a large team"
    small = person.follow("A small team, 15 people")
    assert small.heading == "Sample report: a small team"
    assert "Three peer workers filled in one sheet together." in small.words
    large = person.follow("A large team, 75 people")
    assert large.heading == "Sample report: a large team"


@pytest.mark.parametrize("address", ["/sample-report", "/sample-report/small-team"])
def test_a_sample_says_first_that_it_is_made_up(person: Person, address: str) -> None:
    words = person.open(address).words
    assert words.index(MADE_UP) < words.index("The main points")
    assert "Sample trust (made up)" in words


def test_a_sample_is_there_without_an_account_a_code_or_a_cookie(
    person: Person,
) -> None:
    page = person.open("/sample-report/small-team")
    assert "Set-Cookie" not in page.headers
    assert person.client.get_cookie("peeraudit") is None


def test_its_pdf_says_on_every_page_that_it_is_made_up(person: Person) -> None:
    page = person.open("/sample-report/small-team")
    answer = person.client.get(page.link("Download this sample as a PDF"))
    assert answer.mimetype == "application/pdf"
    assert "sample-small-team.pdf" in answer.headers["Content-Disposition"]
    pages = [each.extract_text() for each in PdfReader(BytesIO(answer.data)).pages]
    assert all("(made up)" in each for each in pages)
    assert MADE_UP in " ".join(pages[0].split())


@pytest.mark.parametrize(
    "address", ["/sample-report/nothing", "/sample-report/nothing/report.pdf"]
)
def test_there_are_no_other_samples(person: Person, address: str) -> None:
    person.open(address, status=404)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A folder with the instrument of the samples, to be edited."""
    there = CHECKOUT / "instruments" / "role-adoption"
    shutil.copytree(there, tmp_path / "instruments" / "role-adoption")
    return Shelf(tmp_path / "instruments")


def test_a_sample_is_made_once_and_follows_its_instrument(shelf: Shelf) -> None:
    first = shelf.sample(Sample.SMALL)
    assert first is not None
    assert shelf.sample(Sample.SMALL) is first
    words = shelf.folder / "role-adoption" / "wording" / "en.yaml"
    words.write_text(words.read_text().replace("Role adoption audit", "Our audit", 1))
    edited = shelf.sample(Sample.SMALL)
    assert edited is not None
    assert edited.instrument.content.wording.title == "Our audit"


def test_an_instrument_that_no_sample_fits_has_none(shelf: Shelf) -> None:
    for file in (shelf.folder / "role-adoption").rglob("*.yaml"):
        file.write_text(re.sub(r"\bPR1\b", "PR99", file.read_text()))
    assert shelf.find("role-adoption") is not None
    assert shelf.sample(Sample.SMALL) is None


def test_without_the_instrument_of_the_samples_there_is_none(tmp_path: Path) -> None:
    assert Shelf(tmp_path).sample(Sample.LARGE) is None
