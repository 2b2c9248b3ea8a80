"""docs/journeys/trust-lead-sees-what-recurs.md"""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.managing import LEAD, first_account, sign_in
from tests.journeys.site import Site
from tests.journeys.six_teams import let_five_have_reports, let_two_plan
from tests.journeys.walking import fits, follow, heading, looked_at

OpenPage = Callable[..., Page]


def test_a_trust_lead_sees_what_recurs(site: Site, open_page: OpenPage) -> None:
    audits = let_five_have_reports(site)
    let_two_plan(site, audits)
    first_account(site)
    page = open_page(320)
    sign_in(site, page, LEAD)
    follow(page, "Over teams")
    read_what_recurs(page)
    look_for_teams(page)
    see_what_is_due(page)
    take_the_facts(page)
    follow(page, "Back")
    read_what_waits(page)
    close_the_sixth(site, page)
    for width in (768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert fits(page)


def read_what_recurs(page: Page) -> None:
    """Read counts of teams, with no score and no name beside a finding."""
    assert heading(page) == "What recurs over your teams"
    looked_at(page)
    expect(page.locator("main")).to_contain_text("6 teams are here. 5 have a report.")
    found = page.get_by_role("table", name="Findings")
    expect(found).to_contain_text("3 of 3 teams")
    assert not any(name in found.inner_text() for name in ("Elm Road", "Quayside"))
    expect(page.locator(".app-count")).to_contain_text("teams")
    expect(page.locator("main")).to_contain_text("This is a picture, not a target.")


def look_for_teams(page: Page) -> None:
    """See where each team is, by service."""
    lines = page.locator(".app-teams li")
    assert lines.count() == 6
    expect(lines.filter(has_text="Harbour team")).to_contain_text("closes in 17 days")
    expect(lines.filter(has_text="Pier")).to_contain_text("No plan yet")
    expect(lines.filter(has_text="Elm Road")).to_contain_text("2 actions to do")


def see_what_is_due(page: Page) -> None:
    """See what is overdue, and whose role it is."""
    follow(page, "Actions due over your teams")
    looked_at(page)
    overdue = page.get_by_role("table", name="Overdue")
    expect(overdue).to_contain_text("Agree who decides on stepping back")
    assert "job description" not in page.locator("main").inner_text()
    follow(page, "Back")


def take_the_facts(page: Page) -> None:
    """Look at the facts, one of them in each team, and take them all away."""
    follow(page, "Set-up facts, for workforce")
    looked_at(page)
    follow(page, "Paid or unpaid")
    looked_at(page)
    rows = page.get_by_role("row").filter(has_text="Elm Road")
    expect(rows).to_contain_text("5 January 2026")
    follow(page, "Back")
    with page.expect_download() as download:
        follow(page, "Download as a spreadsheet")
    assert download.value.suggested_filename == "set-up-facts-2026-03-03.xlsx"


def read_what_waits(page: Page) -> None:
    """Read that no view was made yet, and how one is."""
    follow(page, "Views over several small groups")
    looked_at(page)
    expect(page.locator("main")).to_contain_text("No view has been made yet.")
    follow(page, "Back")


def close_the_sixth(site: Site, page: Page) -> None:
    """The sixth was asked another version: it is in no count of the five."""
    site.close()
    sign_in(site, page, LEAD)
    follow(page, "Over teams")
    expect(page.locator("main")).to_contain_text("6 have a report.")
    assert page.locator(".app-version").count() == 2
    expect(page.locator(".app-version").filter(has_text="Version 1")).to_contain_text(
        "1 team has a report on exactly these questions."
    )
    expect(page.get_by_role("table", name="Findings")).to_have_count(1)
    looked_at(page)
