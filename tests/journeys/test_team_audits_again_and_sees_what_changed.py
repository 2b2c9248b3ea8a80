"""docs/journeys/team-audits-again-and-sees-what-changed.md"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.managing import LEAD, first_account, sign_in, team_of
from tests.journeys.site import Site, Team1, make_site, served
from tests.journeys.two_rounds import EIGHT, first_round, second_round
from tests.journeys.walking import fits, follow, heading, looked_at

OpenPage = Callable[..., Page]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website with an open audit of a team that can be shown."""
    with served(make_site(tmp_path, team=Team1(asked=EIGHT))) as made:
        yield made


def test_a_team_audits_again_and_sees_what_changed(
    site: Site, open_page: OpenPage
) -> None:
    first_account(site)
    first_round(site)
    phone = open_page(320)
    sees_when_to_look_again(site, phone)
    second = second_round(site)
    sets_agreements_beside_what_people_say(second, phone)
    sees_what_changed(phone)
    looks_well_at_a_desk(phone.url, open_page)


def sees_when_to_look_again(site: Site, page: Page) -> None:
    """Read when, why with care, and what could be compared; and begin."""
    sign_in(site, page, LEAD)
    page.goto(f"{site.url}/manage/teams/{team_of(site)}")
    follow(page, "Role adoption audit")
    expect(page.get_by_text("July 2026, 4 months after")).to_be_visible()
    expect(page.get_by_text("A dip is not a failure")).to_be_visible()
    expect(page.get_by_text("18 June 2026 at the earliest")).to_be_visible()
    page.get_by_text("What can be compared?").click()
    expect(page.get_by_text("They have not been changed since")).to_be_visible()
    looked_at(page)
    follow(page, "Start the next audit")
    assert heading(page) == "Start an audit of Harbour team"


def sets_agreements_beside_what_people_say(second: Site, page: Page) -> None:
    """See that other staff now say otherwise than the team wrote down."""
    sign_in(second, page, LEAD)
    page.goto(f"{second.url}/manage/teams/{team_of(second)}")
    follow(page, "Role adoption audit, again")
    follow(page, "What you agreed, and what people say now")
    expect(page.get_by_text("Some now say otherwise", exact=True)).to_be_visible()
    expect(page.get_by_text("When it helps the other person.")).to_be_visible()
    looked_at(page)
    follow(page, "Back")


def sees_what_changed(page: Page) -> None:
    """Read a sentence on the first page, and go from it to the table."""
    follow(page, "Read the report")
    expect(page.locator("#report-summary")).to_contain_text(
        "Since 20 March 2026, 1 score has gone up and none down"
    )
    follow(page, "See what has changed")
    change = page.locator("#report-change")
    expect(change).to_contain_text("Peer workers, Support: higher.")
    expect(change).to_contain_text("Read a dip with care.")
    expect(change.get_by_role("table").first).to_be_visible()
    looked_at(page)


def looks_well_at_a_desk(report: str, open_page: OpenPage) -> None:
    """See the report as everyone asked does, without an account or a script."""
    for width in (768, 1280):
        page = open_page(width, javascript=False)
        page.goto(report)
        expect(page.locator("#report-change")).to_contain_text("Higher")
        assert fits(page)
