"""Conversation guides on the website: listed, shown, and printed once."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from peeraudit.operations.close_audit import close_audit
from peeraudit.report import pdf
from peeraudit.report.guide import Guide
from peeraudit.settings import CHECKOUT
from peeraudit.web.shelf import Shelf
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website on one database: a guide reads nothing from any."""
    made = make_site(tmp_path)
    yield made
    made.installation.database.engine.dispose()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A folder with one instrument that can be edited."""
    there = CHECKOUT / "instruments" / "readiness"
    shutil.copytree(there, tmp_path / "instruments" / "readiness")
    return Shelf(tmp_path / "instruments")


def test_the_start_page_leads_to_every_guide(person: Person) -> None:
    person.open("/")
    page = person.follow("Conversation guides for a talk without numbers")
    assert page.heading == "Conversation guides"
    assert "How ready this team is for peer workers" in page.words
    for title in ("Readiness audit", "Role adoption audit"):
        person.open("/guide")
        assert person.follow(title).heading == f"Conversation guide: {title}"


def test_a_guide_is_there_without_an_account_a_code_or_a_cookie(
    person: Person,
) -> None:
    page = person.open("/guide/role-adoption")
    assert "Nobody speaks for others." in page.words
    assert "Set-Cookie" not in page.headers
    assert person.client.get_cookie("peeraudit") is None


def test_its_pdf_is_a_file_to_keep(person: Person) -> None:
    page = person.open("/guide/readiness")
    answer = person.client.get(page.link("Download this guide as a PDF"))
    assert answer.mimetype == "application/pdf"
    assert "guide-readiness.pdf" in answer.headers["Content-Disposition"]
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "address",
    [
        "/guide/nothing",
        "/guide/nothing/guide.pdf",
        "/guide/..",
        "/guide/%2e%2e%2finstruments",
        "/guide/reference_teams.json",
    ],
)
def test_what_is_no_instrument_has_no_guide(person: Person, address: str) -> None:
    person.open(address, status=404)


def test_a_guide_is_printed_once_however_many_want_it(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def print_one(made: Guide) -> bytes:
        printed.append(made.title)
        return b"%PDF-"

    monkeypatch.setattr(pdf, "guide_pdf", print_one)
    instrument = shelf.find("readiness")
    assert instrument is not None
    with ThreadPoolExecutor(8) as people:
        got = set(people.map(shelf.guide_pdf, [instrument] * 40))
    assert got == {b"%PDF-"}
    assert printed == ["Conversation guide: Readiness audit"]


def test_a_guide_follows_its_instrument_when_that_is_edited(shelf: Shelf) -> None:
    first = shelf.find("readiness")
    assert first is not None
    assert shelf.find("readiness") is first
    words = shelf.folder / "readiness" / "wording" / "en.yaml"
    text = words.read_text().replace("title: Readiness audit", "title: Our audit", 1)
    words.write_text(text)
    edited = shelf.find("readiness")
    assert edited is not None
    assert edited.wording.title == "Our audit"


def test_an_instrument_with_faults_is_left_out_until_it_is_mended(
    shelf: Shelf,
) -> None:
    head = shelf.folder / "readiness" / "instrument.yaml"
    sound = head.read_text()
    head.write_text(sound.replace("version: 1", "version: none"))
    assert shelf.find("readiness") is None
    assert shelf.instruments() == {}
    head.write_text(sound)
    assert [*shelf.instruments()] == ["readiness"]


def test_a_report_in_which_a_group_is_withheld_leads_to_the_guides(
    site: Site, person: Person
) -> None:
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    person.open(site.report)
    page = person.follow("Open the conversation guides")
    assert page.heading == "Conversation guides"
