"""Every page at every width: axe finds nothing, nothing sticks out, no word is lost."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # has no types
from playwright.sync_api import ConsoleMessage, Page

from tests.journeys.every_page import every_page
from tests.journeys.site import Site
from tests.journeys.walking import fits

OpenPage = Callable[..., Page]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
}


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(
    site: Site, open_page: OpenPage, width: int
) -> None:
    page, other = open_page(width), open_page(width)
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "status of 4" not in message.text:
            complaints.append(message.text)

    page.on("console", note)
    other.on("console", note)
    axe, seen = Axe(), 0
    for name, shown in every_page(site, page, other):
        found = axe.run(shown, options=RULES)
        assert found.violations_count == 0, f"{name}\n{found.generate_report()}"
        assert fits(shown), name
        seen += 1
    assert seen == 35
    assert complaints == []
