"""docs/journeys/everyone-reads-what-came-of-it.md"""

from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import Page, expect

from peeraudit.operations.change_action import change_action, seen_action
from tests.integration.web.test_what_came import LEAD, LINK, PUBLISHED, keep
from tests.journeys.site import Site
from tests.journeys.walking import follow, heading, looked_at

OpenPage = Callable[..., Page]


def test_everyone_reads_what_came_of_it(site: Site, open_page: OpenPage) -> None:
    page = open_page(320, 640)
    site.close()
    page.goto(site.url + site.report)
    expect(page.get_by_role("link", name=LINK)).to_have_count(0)
    action = keep(site, PUBLISHED)
    page.reload()
    follow(page, LINK)
    assert heading(page) == "What came of it in Harbour team"
    expect(page.get_by_role("heading", name=PUBLISHED.what)).to_be_visible()
    expect(page.get_by_text(PUBLISHED.notes)).to_have_count(0)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        looked_at(page)
    back, at = replace(action, is_published=False), site.clock()
    change_action(site.installation, back, seen_action(action), by=LEAD, at=at)
    follow(page, "Go back to the report")
    expect(page.get_by_role("link", name=LINK)).to_have_count(0)
