"""docs/journeys/trust-lead-reads-what-was-done.md"""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from peeraudit.account.roles import Role
from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.journeys.managing import first_account, sign_in, somebody_with
from tests.journeys.signing_in import PASSWORD
from tests.journeys.site import Site
from tests.journeys.walking import follow, heading, looked_at, press

OpenPage = Callable[..., Page]

LEAD = "lead@trust.example"
LEAVER = "leaver@trust.example"


def test_a_trust_lead_reads_what_was_done(site: Site, open_page: OpenPage) -> None:
    lead = first_account(site)
    somebody_with(site, lead, Role.TEAM_MANAGER, LEAVER, "The manager")
    phone = open_page(320)
    a_manager_leaves(site, phone)
    sign_in(site, phone, LEAD)
    read_what_was_done(phone)
    say_how_long_things_are_kept(phone)
    site.close()
    almost_three_years_later(site, phone)
    keep_the_one_that_is_needed(site, phone)
    let_it_go(site, phone)


def a_manager_leaves(site: Site, page: Page) -> None:
    """Somebody who leaves the trust deletes their account."""
    sign_in(site, page, LEAVER)
    follow(page, "Your account")
    follow(page, "Delete your account")
    looked_at(page)
    page.get_by_label("Your password now").fill("not this one")
    press(page, "Delete my account")
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    looked_at(page)
    page.get_by_label("Your password now").fill(PASSWORD)
    press(page, "Delete my account")
    assert heading(page) == "Your account is deleted"
    looked_at(page)


def read_what_was_done(page: Page) -> None:
    """See who did what, of one team and of one kind, and nothing of who answers."""
    follow(page, "Record")
    main = page.locator("main")
    expect(main).to_contain_text(
        "Launched an audit (Harbour team), by the command line"
    )
    expect(main).to_contain_text("Deleted an account: The manager, by The manager")
    expect(main).not_to_contain_text("@")
    looked_at(page)
    page.get_by_label("What was done").select_option("reminded")
    press(page, "Show these")
    expect(main).to_contain_text("Nothing of this kind has been done")
    looked_at(page)
    follow(page, "Show everything")


def say_how_long_things_are_kept(page: Page) -> None:
    """Keep drafts for half a year: it is asked once more, for that is less long."""
    follow(page, "How long things are kept")
    looked_at(page)
    page.get_by_label("Audits that were never launched").select_option("6")
    press(page, "Save")
    assert heading(page) == "Keep some things less long?"
    looked_at(page)
    press(page, "Keep them less long")
    expect(page.get_by_role("status")).to_contain_text("Saved.")


def almost_three_years_later(site: Site, page: Page) -> None:
    """The report itself says that it will go, to everyone who reads it."""
    site.clock.now += timedelta(days=3 * 365 - 20)
    do_what_is_due(site.installation, at=site.clock())
    page.goto(site.url + site.report)
    expect(page.locator("main")).to_contain_text("This report will be erased on")
    looked_at(page)


def keep_the_one_that_is_needed(site: Site, page: Page) -> None:
    """See on the first page that it will go, keep it for two more years, say why."""
    sign_in(site, page, LEAD)
    expect(page.locator("main")).to_contain_text("Will be erased on")
    looked_at(page)
    follow(page, "Role adoption audit")
    follow(page, "How long it is kept")
    looked_at(page)
    press(page, "Keep it")
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    looked_at(page)
    page.locator("input[name=months]").nth(1).check()
    page.get_by_label("Why?").fill("An inquiry asks for it.")
    press(page, "Keep it")
    expect(page.locator("main")).to_contain_text("Why it is kept: An inquiry asks")
    looked_at(page)


def let_it_go(site: Site, page: Page) -> None:
    """The inquiry is over: have it erased, and a month later it is gone."""
    follow(page, "Erase this audit")
    looked_at(page)
    press(page, "Have it erased")
    expect(page.locator("main")).to_contain_text("This audit will be erased on")
    site.clock.now += timedelta(days=30)
    report = site.url + site.report
    do_what_is_due(site.installation, at=site.clock())
    page.goto(report)
    assert heading(page) == "We cannot find that page"
    sign_in(site, page, LEAD)
    follow(page, "Record")
    expect(page.locator("main")).to_contain_text("Erased something (Harbour team), by")
