"""docs/journeys/somebody-joins-late.md"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.instrument.frozen import Group
from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.journeys.signing_in import make_first_account
from tests.journeys.site import Site, Team1, make_site, served
from tests.journeys.walking import follow, looked_at, press

OpenPage = Callable[..., Page]
TEAM = Team1(asked={Group.PEER_WORKER: 6})


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with served(make_site(tmp_path, team=TEAM, with_codes=False)) as made:
        yield made


def test_somebody_joins_late(site: Site, open_page: OpenPage) -> None:
    desk = open_page(320, 640)
    make_first_account(desk, site)
    for link in ("Harbour team", "Role adoption audit", "Ask people"):
        follow(desk, link)
    expect(desk.get_by_text("closes in 17 days")).to_be_visible()
    follow(desk, "Somebody is missing")
    expect(desk.get_by_text("Peer workers: 6 people")).to_be_visible()
    follow(desk, "Back")
    print_all(desk)
    follow(desk, "Somebody is missing")
    expect(desk.get_by_text("All codes have been given out")).to_be_visible()
    expect(desk.get_by_text("There cannot be more codes than that")).to_be_visible()
    expect(desk.get_by_text("Whoever joined can read the report")).to_be_visible()
    looked_at(desk)
    follow(desk, "Back")
    keep_open(desk, site)


def print_all(desk: Page) -> None:
    """Print every slip."""
    follow(desk, "Ask on paper Peer workers")
    press(desk, "Make the codes")
    with desk.expect_download():
        press(desk, "Download slips to print (PDF)")
    follow(desk, "All is printed")


def keep_open(desk: Page, site: Site) -> None:
    """Move the closing time by three days."""
    follow(desk, "Keep it open for longer")
    desk.get_by_label("5pm on Monday 23 March 2026").check()
    looked_at(desk)
    press(desk, "Keep it open")
    expect(desk.get_by_text("It is being moved to 5pm on Monday 23")).to_be_visible()
    do_what_is_due(site.installation, at=site.clock())
    desk.reload()
    expect(desk.get_by_text("closes in 20 days")).to_be_visible()
