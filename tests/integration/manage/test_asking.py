"""The manager's pages about asking: lists, a look before sending, and numbers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from peeraudit.account.roles import Membership, Role
from peeraudit.operations.accept_invitation import accept
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.invite import Offer, invite
from peeraudit.storage import accounts
from tests.integration.asking.post_office import PostOffice, opened_office
from tests.integration.manage.managing import EMAIL, PASSWORD, Manager
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site, make_site

PEERS = [f"peer{n}@trust.example" for n in range(6)]
STAFF = [f"staff{n}@trust.example" for n in range(8)]


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def site(tmp_path: Path, database_url: str, office: PostOffice) -> Iterator[Site]:
    """A website with mail, and an audit in which nobody was asked yet."""
    server = replace(office.server, site_url="http://localhost")
    made = make_site(tmp_path, database_url, mail=server, with_codes=False)
    yield made
    made.installation.database.engine.dispose()


def address(site: Site, rest: str = "") -> str:
    """Where people of the open audit are asked."""
    team = site.installation.audit(site.audit).team.id
    return f"/manage/teams/{team}/audits/{site.audit}/ask{rest}"


def work(site: Site) -> None:
    do_what_is_due(site.installation, at=site.clock())


def ask_peers(first: Manager) -> None:
    first.open(address(first.site, "/mail"))
    first.press("Continue", peer_worker="\n".join(PEERS))
    first.press("Send")


def test_of_a_wrong_file_not_every_line_is_named(site: Site, first: Manager) -> None:
    first.open(address(site, "/mail"))
    page = first.press("Continue", status=400, peer_worker="x\n" * 1_000)
    assert "Peer workers, line 50: no address" in page.words
    assert "Peer workers: 950 more like these" in page.words
    assert "line 51" not in page.words


def test_lists_are_looked_at_and_sent_and_answered(
    site: Site, first: Manager, office: PostOffice
) -> None:
    first.open(address(site).removesuffix("/ask"))
    first.follow("Ask people")
    assert "6 codes not given out yet" in first.page.words
    first.follow("Ask by e-mail")
    page = first.press(
        "Continue", peer_worker="\n".join(PEERS), other_staff="; ".join(STAFF[:7])
    )
    assert page.heading == "Send 13 mails?"
    assert "6 of 6 people who are left to ask" in page.words
    assert "1 person without an address: ask on paper" in page.words
    work(site)
    assert office.mails == []
    page = first.press("Send")
    assert page.path == address(site)
    assert "13 mails wait to be handed over" in page.words
    work(site)
    assert "No mail is waiting" in first.open(address(site)).words
    assert len(office.mails) == 13
    person = Person(site)
    assert person.begin(office.mails[0].code).path.startswith("/answer/")


def test_every_fault_is_named_and_nothing_is_lost(site: Site, first: Manager) -> None:
    first.open(address(site, "/mail"))
    page = first.press(
        "Continue",
        status=400,
        peer_worker="Jo Ay\npeer0@trust.example\npeer0@trust.example",
        other_staff="peer0@trust.example\nstaff@trust",
    )
    assert page.title.startswith("Error: ")
    for said in (
        "Peer workers, line 1: no address in “Jo Ay”",
        "Peer workers, line 3: the same address as on line 2",
        "Other staff, line 1: the same address as for peer workers, line 2",
        "Other staff, line 2: “staff@trust” is no e-mail address",
    ):
        assert said in page.words
    areas = {e.attrib["name"]: (e.text or "") for e in page.tree.iter("textarea")}
    assert areas["peer_worker"].split()[:2] == ["Jo", "Ay"]


def test_too_many_or_none_are_refused(site: Site, first: Manager) -> None:
    first.open(address(site, "/mail"))
    page = first.press("Continue", status=400, peer_worker="\n".join(PEERS + STAFF))
    assert "Peer workers: 14 addresses, but only 6 left to ask" in page.words
    page = first.press("Continue", status=400, peer_worker=" ", other_staff="")
    assert "Enter at least one address" in page.words


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_as_the_usual_programs_write_it(
    site: Site, first: Manager, encoding: str
) -> None:
    lines = ["Name,E-mail", *(f"Zoë Pé,{each}" for each in PEERS)]
    first.open(address(site, "/mail"))
    data = {
        "csrf_token": first.token(),
        "peer_worker_file": (BytesIO("\r\n".join(lines).encode(encoding)), "list.csv"),
    }
    page = first.send(address(site, "/mail"), data)
    assert page.heading == "Send 6 mails?"


def test_lists_can_be_changed_after_they_were_looked_at(
    site: Site, first: Manager, office: PostOffice
) -> None:
    first.open(address(site, "/mail"))
    first.press("Continue", peer_worker="\n".join(PEERS))
    page = first.press("Change the lists")
    areas = {e.attrib["name"]: (e.text or "") for e in page.tree.iter("textarea")}
    assert areas["peer_worker"].split() == PEERS
    work(site)
    assert office.mails == []


def test_a_second_press_of_send_asks_nobody_twice(
    site: Site, first: Manager, office: PostOffice
) -> None:
    first.open(address(site, "/mail"))
    confirm = first.press("Continue", peer_worker="\n".join(PEERS))
    first.press("Send")
    first.page = confirm
    assert first.press("Send").path == address(site)
    work(site)
    assert len(office.mails) == 6


def test_who_was_asked_is_on_no_page_afterwards(
    site: Site, first: Manager, office: PostOffice
) -> None:
    office.refuses[PEERS[0]] = "550 nobody"
    office.refuses[PEERS[1]] = "450 later"
    ask_peers(first)
    work(site)
    for page in ("", "/mail", "/reminder"):
        assert "trust.example" not in first.open(address(site, page)).words
    words = first.open(address(site)).words
    assert "The mail server refused 1 address" in words
    assert "1 mail waits to be handed over" in words


def test_the_page_says_that_the_mail_server_is_away(
    site: Site, first: Manager, office: PostOffice
) -> None:
    office.stop()
    ask_peers(first)
    work(site)
    words = first.open(address(site)).words
    assert "The mail server has taken no mail since" in words
    assert "6 mails wait to be handed over" in words


def test_everyone_is_reminded_after_a_look_at_the_words(
    site: Site, first: Manager, office: PostOffice
) -> None:
    ask_peers(first)
    work(site)
    first.follow("Remind everyone")
    assert "If you have answered, there is nothing to do" in first.page.words
    first.press("Send the reminder")
    assert "Everyone was reminded at" in first.page.words
    work(site)
    assert len(office.mails) == 12
    first.open(address(site, "/reminder"))
    page = first.press("Send the reminder", status=409)
    assert "less than two days ago" in page.words


def test_a_mail_scanner_that_opens_every_link_spends_nothing(
    site: Site, first: Manager, office: PostOffice
) -> None:
    ask_peers(first)
    work(site)
    scanner = site.app.test_client()
    for mail in office.mails:
        for folder in ("/a/", "/r/"):
            for _ in range(2):
                scanner.get(mail.link(folder), follow_redirects=True)
                scanner.head(mail.link(folder), follow_redirects=True)
    scanner.get("/leave", follow_redirects=True)
    for mail in office.mails:
        person = Person(site)
        person.begin(mail.code)
        person.open("/answer/check")
        page = person.press("Submit my answers")
        assert page.heading == "Thank you: your answers are in"


def test_it_can_be_kept_open_for_longer(
    site: Site, first: Manager, office: PostOffice
) -> None:
    ask_peers(first)
    work(site)
    office.mails.clear()
    first.open(address(site))
    first.follow("Keep it open for longer")
    page = first.press("Keep it open", status=400)
    assert "Choose one of the times shown" in page.words
    week = (CLOSES + timedelta(days=7)).isoformat()
    page = first.press("Keep it open", closes_at=week)
    assert "It is being moved to 5pm on Friday 27 March 2026" in page.words
    work(site)
    words = first.open(address(site)).words
    assert "Closing time: 5pm on Friday 27 March 2026" in words
    assert "being moved" not in words
    work(site)
    assert len(office.mails) == 6
    assert "There is more time" in office.mails[0].text


def test_after_the_closing_time_nobody_can_be_asked(site: Site, first: Manager) -> None:
    manager = Manager(site, secret=first.secret)
    site.clock.now = CLOSES
    manager.sign_in()
    for page in ("/mail", "/reminder"):
        assert manager.open(address(site, page)).path == address(site)
    assert "until its closing time" in manager.page.words
    assert "Ask by e-mail" not in manager.page.words


def test_where_mail_is_off_the_page_says_so(tmp_path: Path) -> None:
    off = make_site(tmp_path, with_codes=False)
    manager = Manager.first(off)
    assert "E-mail is not set up here" in manager.open(address(off)).words
    assert manager.open(address(off, "/mail")).path == address(off)
    off.installation.database.engine.dispose()


@pytest.mark.usefixtures("first")
def test_a_facilitator_asks_nobody(site: Site) -> None:
    here, at, email = site.installation, site.clock(), "new@trust.example"
    with here.reading_accounts() as rows:
        lead = accounts.by_email(rows, EMAIL)
    assert lead is not None
    team = here.audit(site.audit).team.id
    offer = Offer(email, Membership(Role.FACILITATOR, team))
    accept(here, invite(here, lead, offer, at=at), "Somebody", PASSWORD, at=at)
    facilitator = Manager(site, email)
    facilitator.open("/manage/sign-in")
    facilitator.press("Continue", email=email, password=PASSWORD)
    facilitator.set_up()
    facilitator.open(address(site).removesuffix("/ask"))
    for page in ("", "/mail", "/reminder"):
        facilitator.open(address(site, page), status=404)
