"""docs/journeys/manager-runs-a-readiness-audit.md"""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.journeys.managing import LEAD, sign_in
from tests.journeys.others import all_alike, answer
from tests.journeys.signing_in import add_team, make_first_account
from tests.journeys.site import Site
from tests.journeys.walking import (
    accessible,
    answer_all,
    fits,
    follow,
    heading,
    press,
)

OpenPage = Callable[..., Page]

CODE = re.compile(r"\w{4}(?:-\w{4}){4}")
ASKED = {"Managers": 6, "Other staff": 9}


def test_a_manager_runs_a_readiness_audit(site: Site, open_page: OpenPage) -> None:
    desk, phone = open_page(1280, 900), open_page(320, 640)
    make_first_account(desk, site)
    add_team(desk)
    promise(desk)
    launch(desk, site)
    codes = {group: print_codes(desk, group) for group in ASKED}
    answer_on_a_phone(phone, site, codes["Managers"].pop())
    for held in codes.values():
        here, at = site.installation, site.clock()
        answer(here, held, all_alike(here, held[0], at=at), at=at)
    wait(desk, site)
    read_the_report(desk, phone, site)


def promise(desk: Page) -> None:
    """Say how many are asked; leave the facts for another day."""
    follow(desk, "Start an audit")
    desk.get_by_label("If nobody is in the role yet: Readiness audit").check()
    press(desk, "Continue")
    follow(desk, "2. Who is asked, and what they are promised")
    for group, number in ASKED.items():
        desk.get_by_label(group, exact=True).fill(str(number))
    press(desk, "Save this promise")
    expect(desk.get_by_text("This promise is saved.")).to_be_visible()
    follow(desk, "Go back to the list")


def launch(desk: Page, site: Site) -> None:
    """Launch after one page, and see it open."""
    follow(desk, "4. Launch")
    press(desk, "Launch this audit")
    do_what_is_due(site.installation, at=site.clock())
    follow(desk, "Look again")
    expect(desk.get_by_text("Open: closes in 14 days.")).to_be_visible()


def print_codes(desk: Page, group: str) -> list[str]:
    """Make the codes of one group, and take them as a list."""
    if heading(desk) != "Ask the team":
        follow(desk, "Ask people")
    follow(desk, f"Ask on paper {group}")
    press(desk, "Make the codes")
    with desk.expect_download() as download:
        press(desk, "Download a list (text)")
    lines = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    follow(desk, "All is printed")
    codes = [word for line in lines for word in line.split() if CODE.fullmatch(word)]
    assert len(codes) == ASKED[group]
    return codes


def answer_on_a_phone(phone: Page, site: Site, code: str) -> None:
    """Type the code of a slip, answer all, and submit."""
    phone.goto(site.url)
    phone.get_by_label("Your code").fill(code)
    press(phone, "Continue")
    expect(phone.get_by_text("Closes in 14 days")).to_be_visible()
    press(phone, "Start")
    while heading(phone) != "Check your answers":
        answer_all(phone)
        press(phone, "Continue")
    press(phone, "Submit my answers")
    assert heading(phone) == "Thank you: your answers are in"


def wait(desk: Page, site: Site) -> None:
    """Find the page as it was before anybody answered; then let the weeks pass."""
    site.clock.now += timedelta(minutes=20)
    do_what_is_due(site.installation, at=site.clock())
    before = desk.locator("main").inner_text()
    desk.reload()
    assert desk.locator("main").inner_text() == before
    site.clock.now += timedelta(days=15)
    do_what_is_due(site.installation, at=site.clock())


def read_the_report(desk: Page, phone: Page, site: Site) -> None:
    """Sign in again, and take the report's address to the phone."""
    desk.goto(f"{site.url}/manage")
    assert heading(desk) == "Sign in"
    sign_in(site, desk, LEAD)
    follow(desk, "Pier team")
    follow(desk, "Readiness audit")
    follow(desk, "Read the report")
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Pier team")
    phone.goto(desk.url)
    for group in ASKED:
        expect(phone.get_by_role("rowheader", name=group).first).to_be_attached()
    accessible(phone)
    assert fits(phone)
