"""docs/journeys/manager-asks-the-team.md"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.integration.asking.post_office import PostOffice, opened_office
from tests.journeys.signing_in import make_first_account
from tests.journeys.site import Site, make_site, served
from tests.journeys.walking import (
    answer_all,
    follow,
    heading,
    looked_at,
    press,
)

OpenPage = Callable[..., Page]

PEERS = [f"peer{n}@trust.example" for n in range(6)]
STAFF = [f"staff{n}@trust.example" for n in range(8)]


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def site(tmp_path: Path, office: PostOffice) -> Iterator[Site]:
    """A website with mail, and an audit that was launched this morning."""
    server = replace(office.server, site_url="http://localhost")
    with served(make_site(tmp_path, mail=server, with_codes=False)) as made:
        yield made


def test_a_manager_asks_the_team(
    site: Site, office: PostOffice, open_page: OpenPage
) -> None:
    desk = open_page(1280, 800)
    make_first_account(desk, site)
    follow(desk, "Harbour team")
    follow(desk, "Role adoption audit")
    follow(desk, "Ask people")
    looked_at(desk)
    send_the_lists(desk)
    print_a_slip(desk)
    work(site)
    assert sorted(each.to for each in office.mails) == sorted(PEERS + STAFF[:7])
    desk.reload()
    expect(desk.get_by_text("No mail is waiting.")).to_be_visible()
    phone = open_page()
    answer(phone, site, office)
    remind(desk, site, office)
    read_the_report(phone, site, office)


def work(site: Site) -> None:
    """Let the worker look once."""
    do_what_is_due(site.installation, at=site.clock())


def send_the_lists(desk: Page) -> None:
    """Paste two lists with a slip in one, mend it, look at the numbers, and send."""
    follow(desk, "Ask by e-mail")
    looked_at(desk)
    desk.get_by_label("Peer workers", exact=True).fill("\n".join([*PEERS[:5], "peer5"]))
    desk.get_by_label("Other staff", exact=True).fill("; ".join(STAFF[:7]))
    press(desk, "Continue")
    expect(desk.get_by_role("alert")).to_contain_text("Peer workers, line 6")
    looked_at(desk)
    desk.get_by_label("Peer workers", exact=True).fill("\n".join(PEERS))
    press(desk, "Continue")
    assert heading(desk) == "Send 13 mails?"
    expect(desk.get_by_text("6 of 6 people who are left to ask")).to_be_visible()
    expect(desk.get_by_text("1 person without an address")).to_be_visible()
    looked_at(desk)
    press(desk, "Send")
    expect(desk.get_by_role("status")).to_contain_text("The addresses are locked")
    expect(desk.get_by_text("13 mails wait")).to_be_visible()
    expect(desk.get_by_text("trust.example")).to_have_count(0)


def print_a_slip(desk: Page) -> None:
    """Print the one slip for whoever has no address."""
    follow(desk, "Ask on paper Other staff")
    expect(desk.get_by_text("There is 1 code to make")).to_be_visible()
    looked_at(desk)
    press(desk, "Make the codes")
    looked_at(desk)
    with desk.expect_download() as download:
        press(desk, "Download slips to print (PDF)")
    assert download.value.suggested_filename == "slips.pdf"
    follow(desk, "All is printed")
    expect(desk.get_by_text("1 code on paper.")).to_be_visible()


def answer(phone: Page, site: Site, office: PostOffice) -> None:
    """Open the link in a mail on a phone, and answer."""
    phone.goto(site.url + office.to(PEERS[0])[0].link("/a/"))
    press(phone, "Start")
    answer_all(phone)
    press(phone, "Continue")
    phone.goto(f"{site.url}/answer/check")
    press(phone, "Submit my answers")
    assert heading(phone) == "Thank you: your answers are in"


def remind(desk: Page, site: Site, office: PostOffice) -> None:
    """Remind everyone, who answered and who did not, in the same words."""
    office.mails.clear()
    follow(desk, "Remind everyone")
    expect(desk.get_by_text("If you have answered, there is nothing")).to_be_visible()
    looked_at(desk)
    press(desk, "Send the reminder")
    work(site)
    assert len(office.mails) == 13
    assert len({each.text for each in office.mails}) == 1


def read_the_report(phone: Page, site: Site, office: PostOffice) -> None:
    """Get the mail that the report is out, and read it."""
    office.mails.clear()
    site.close()
    work(site)
    assert len(office.mails) == 13
    phone.goto(site.url + office.to(PEERS[0])[0].link("/r/"))
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Harbour team")
    looked_at(phone)
