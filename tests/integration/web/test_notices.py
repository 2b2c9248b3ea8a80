"""Accessibility, privacy, cookies: on every page's footer, and true of this site."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from peeraudit.audit.organisation import Organisation
from peeraudit.operations.organisation import change_organisation, read_organisation
from peeraudit.settings import Publisher, Settings
from peeraudit.web.manage.device import COOKIE
from tests.integration.web.visiting import Person
from tests.journeys.managing import first_account
from tests.journeys.site import Site, make_site

NOTICES = ("/accessibility", "/privacy", "/cookies")
PUBLISHER = Publisher(
    organisation="Seaside NHS Trust",
    email="audit@seaside.example",
    dpo="The data protection officer, 020 7946 0001",
    lawful_basis="A public task, Article 6(1)(e).\nManaging care, Article 9(2)(h).",
    processors="Our own computers, in the United Kingdom.",
)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website of which nobody has said yet who runs it."""
    made = make_site(tmp_path)
    yield made
    made.installation.database.engine.dispose()


@pytest.fixture
def told(site: Site) -> Site:
    """The same website, with who runs it."""
    there = site.app.extensions["peeraudit"]
    site.app.extensions["peeraudit"] = replace(there, publisher=PUBLISHER)
    return site


@pytest.mark.parametrize("address", NOTICES)
def test_a_notice_needs_no_code_and_sets_no_cookie(
    person: Person, address: str
) -> None:
    page = person.open(address)
    assert "Set-Cookie" not in page.headers


def test_what_nobody_has_filled_in_is_said_first_and_in_its_place(
    person: Person,
) -> None:
    words = person.open("/privacy").words
    first, rest = words.split("This page says what PeerAudit keeps of you", 1)
    assert "Whoever runs this website has yet to fill in" in first
    for each in ("the name of the organisation", "the lawful basis", "where to write"):
        assert each in first
    assert rest.count("not filled in]") >= len(fields(Publisher))
    assert "has yet to fill in" not in person.open("/cookies").words


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("address", NOTICES)
def test_what_is_filled_in_leaves_nothing_open(person: Person, address: str) -> None:
    words = person.open(address).words
    assert "filled in]" not in words
    assert "has yet to fill in" not in words


@pytest.mark.usefixtures("told")
def test_the_privacy_notice_says_who_is_responsible_and_why_the_law_allows_it(
    person: Person,
) -> None:
    page = person.open("/privacy")
    assert "Seaside NHS Trust decides why and how" in page.words
    assert page.link("audit@seaside.example") == "mailto:audit@seaside.example"
    for each in (PUBLISHER.dpo, *PUBLISHER.lawful_basis.split("\n")):
        assert each in page.words
    assert PUBLISHER.processors in page.words
    assert page.link("Complain to the ICO").startswith("https://ico.org.uk/")


@pytest.mark.usefixtures("told")
def test_the_accessibility_statement_has_what_the_law_asks_for(
    person: Person,
) -> None:
    page = person.open("/accessibility")
    for words in (
        "This accessibility statement applies to http://localhost.",
        "Seaside NHS Trust is committed to making its website accessible, in "
        "accordance with the Public Sector Bodies (Websites and Mobile Applications) "
        "(No. 2) Accessibility Regulations 2018.",
        "partially compliant with the Web Content Accessibility Guidelines version 2.2",
        "The Equality and Human Rights Commission (EHRC) is responsible for enforcing",
        "This statement was prepared on 24 November 2026.",
        "no screen readers, have taken part so far",
    ):
        assert words in page.words
    assert "Disproportionate burden" in page.words


def test_the_cookies_page_names_every_cookie_that_the_site_sets(
    site: Site, person: Person
) -> None:
    words = person.open("/cookies").words
    set_here = {
        person.client.get(address).headers["Set-Cookie"].partition("=")[0]
        for address in ("/", f"/a/{site.code()}", "/manage/sign-in")
    }
    named = set(re.findall(r"\bName (\S+)", words))
    # The third comes with a whole sign-in: tests/integration/manage/test_devices.py
    assert {*set_here, COOKIE} == named


def test_whoever_is_answering_is_led_back_to_their_questions(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    for address in NOTICES:
        person.open(address)
        assert person.follow("Go on with your questions").path == "/answer"


def test_markup_in_a_setting_is_shown_as_it_was_typed(
    site: Site, person: Person
) -> None:
    there = site.app.extensions["peeraudit"]
    publisher = Publisher(*["<b>x</b>"] * len(fields(Publisher)))
    site.app.extensions["peeraudit"] = replace(there, publisher=publisher)
    for address in NOTICES:
        assert list(person.open(address).tree.iter("b")) == []


def test_what_is_kept_on_the_settings_page_wins_and_the_rest_is_filled_in(
    told: Site, person: Person
) -> None:
    lead = first_account(told)
    mark = read_organisation(told.installation).mark
    kept = Organisation(name="Moor NHS Trust", data_protection="020 7946 0008\nRoom 2")
    change_organisation(told.installation, lead, kept, mark=mark)
    for address in ("/privacy", "/support"):
        words = person.open(address).words
        assert "Seaside NHS Trust" not in words
        assert "020 7946 0001" not in words
        assert PUBLISHER.email in words
    assert "Data protection officer: 020 7946 0008, Room 2" in (
        person.open("/privacy").words
    )
    assert "Moor NHS Trust runs this site." in person.open("/cookies").words


def test_the_environment_says_who_runs_the_site(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "PEERAUDIT_VAR": str(tmp_path),
            "ORGANISATION": PUBLISHER.organisation,
            "CONTACT_EMAIL": PUBLISHER.email,
            "DPO_CONTACT": PUBLISHER.dpo,
            "LAWFUL_BASIS": PUBLISHER.lawful_basis,
            "PROCESSORS": PUBLISHER.processors,
        }
    )
    assert settings.publisher == PUBLISHER


def test_the_privacy_notice_says_what_becomes_of_an_e_mail_address(
    person: Person,
) -> None:
    words = person.open("/privacy").words
    assert "your manager gives us your address. It is locked at once" in words
    assert "At most 14 days after that mail was due" in words
