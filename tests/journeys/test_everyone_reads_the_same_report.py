"""docs/journeys/everyone-reads-the-same-report.md"""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page

from peeraudit.operations.close_audit import close_audit
from tests.journeys.site import CLOSES, Site
from tests.journeys.walking import answer_all, follow, heading, press

OpenPage = Callable[..., Page]


def test_everyone_reads_the_same_report(site: Site, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(f"{site.url}/a/{site.code()}")
    press(page, "Start")
    answer_all(page)
    press(page, "Continue")
    page.goto(f"{site.url}/answer/check")
    press(page, "Submit my answers")
    follow(page, site.report)
    assert heading(page) == "The report on Harbour team is not ready yet"

    site.clock.now = CLOSES + timedelta(hours=1)
    close_audit(site.installation, site.audit, at=site.clock.now)
    page.reload()
    stranger = open_page(javascript=False)
    stranger.goto(site.url + site.report)
    assert "Harbour team" in heading(page)
    assert page.locator("main").inner_text() == stranger.locator("main").inner_text()
