"""docs/journeys/manager-looks-before-signing-in.md"""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.site import Site
from tests.journeys.walking import answer_all, at, fits, follow, heading

OpenPage = Callable[..., Page]

SHORT_FORM = re.compile(r"^Peer workers.*The short form$")
"""The way to what peer workers are asked, and not to its PDF."""


def test_a_manager_looks_before_signing_in(site: Site, open_page: OpenPage) -> None:
    desk = open_page(1280, 800, javascript=False)
    desk.goto(site.url)
    expect(desk.get_by_label("Your code")).to_be_visible()
    expect(desk.get_by_text("It takes no account")).to_be_visible()
    read_a_report_of_each_size(desk, site)
    look_at_what_peer_workers_are_asked(desk, site)
    take_the_questions_along(desk)
    see_who_runs_it(desk, site)
    go_back(desk, site)
    follow(desk, "Sign in to run an audit")
    expect(desk).to_have_url(re.compile("/manage/sign-in"))
    assert heading(desk) == "Sign in"


def read_a_report_of_each_size(desk: Page, site: Site) -> None:
    """See what comes out, of a large team and of one as small as their own."""
    follow(desk, "A sample report")
    at(desk, site, "/sample-report")
    assert heading(desk) == "Sample report: a large team"
    expect(desk.get_by_text("No real team gave these answers.")).to_be_visible()
    findings = desk.get_by_role("link", name="Risk that the role is diluted.")
    expect(findings).to_be_visible()
    follow(desk, "A small team, 15 people")
    at(desk, site, "/sample-report/small-team")
    expect(desk.get_by_text("No real team gave these answers.")).to_be_visible()
    expect(desk.get_by_text("1 sheet").first).to_be_visible()
    go_back(desk, site)


def look_at_what_peer_workers_are_asked(desk: Page, site: Site) -> None:
    """Click through every page, try an answer, and see that nothing takes it."""
    kept_before = desk.context.cookies()
    follow(desk, "The questionnaires")
    desk.get_by_role("link", name=SHORT_FORM).click()
    at(desk, site, "/questionnaires/role-adoption/core/peer_worker")
    assert heading(desk) == "Questions for peer workers"
    follow(desk, "Look at the first page")
    expect(desk.get_by_text("Nothing you press here is kept or sent.")).to_be_visible()
    answer_all(desk)
    pages = 1
    while desk.get_by_role("link", name="Next", exact=True).count():
        desk.get_by_role("link", name="Next", exact=True).click()
        pages += 1
        expect(desk.get_by_text(f"Page {pages} of")).to_be_visible()
        assert fits(desk)
    expect(desk.get_by_text(f"Page {pages} of {pages}")).to_be_visible()
    expect(desk.locator("form")).to_have_count(0)
    assert desk.context.cookies() == kept_before
    follow(desk, "All topics, and other groups")


def take_the_questions_along(desk: Page) -> None:
    """Print what peer workers would be asked, to talk about it with them."""
    with desk.expect_download() as download:
        follow(desk, "Download all questions as a PDF")
    printed = PdfReader(Path(download.value.path()))
    first = printed.pages[0].extract_text()
    assert "Questions for peer workers" in first
    assert "The short form." in first


def see_who_runs_it(desk: Page, site: Site) -> None:
    """Read, from the footer of any page, who answers for the site."""
    follow(desk, "Privacy notice")
    expect(
        desk.get_by_text("Whoever runs this website has yet to fill")
    ).to_be_visible()
    follow(desk, "Accessibility statement")
    expect(desk.get_by_text("partially compliant")).to_be_visible()
    follow(desk, "Cookies")
    at(desk, site, "/cookies")


def go_back(desk: Page, site: Site) -> None:
    """Press the name of the site."""
    follow(desk, "PeerAudit")
    at(desk, site, "/")
