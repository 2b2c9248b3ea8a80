"""Every page at every width: axe finds nothing, nothing sticks out, no word is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page

from tests.journeys.every_page import every_page
from tests.journeys.looking import pages_of_a_first_manager, pages_to_look_at
from tests.journeys.pages_for_managers import pages_for_managers
from tests.journeys.set_up_pages import set_up_pages
from tests.journeys.site import SMALL, Site, make_site, served
from tests.journeys.small_groups import small_group_pages
from tests.journeys.walking import accessible, fits

OpenPage = Callable[..., Page]
Walk = Iterator[tuple[str, Page]]

WIDTHS = (1280, 768, 320)
"""Each page is looked at at each, the phone's last: at that the walk goes on."""

TALL = 844


@pytest.fixture
def small_groups(tmp_path: Path) -> Iterator[Site]:
    """A website with an audit of a team with small groups."""
    with served(make_site(tmp_path, team=SMALL)) as made:
        yield made


def test_axe_finds_nothing_and_nothing_sticks_out(
    site: Site, open_page: OpenPage
) -> None:
    pages = open_page(WIDTHS[-1]), open_page(WIDTHS[-1])
    complaints = listen(*pages)
    assert look_at(every_page(site, *pages)) == 37
    assert complaints == []


def test_nor_where_groups_are_small_or_people_write(
    small_groups: Site, open_page: OpenPage
) -> None:
    pages = open_page(WIDTHS[-1]), open_page(WIDTHS[-1])
    complaints = listen(*pages)
    assert look_at(small_group_pages(small_groups, *pages)) == 31
    assert complaints == []


def test_nor_where_accounts_and_settings_are_looked_after(
    site: Site, open_page: OpenPage
) -> None:
    pages = open_page(WIDTHS[-1]), open_page(WIDTHS[-1])
    complaints = listen(*pages)
    assert look_at(pages_for_managers(site, *pages)) == 25
    assert complaints == []


def test_nor_before_signing_in_and_right_after(site: Site, open_page: OpenPage) -> None:
    page = open_page(WIDTHS[-1])
    complaints = listen(page)
    assert look_at(pages_to_look_at(site, page)) == 12
    assert look_at(pages_of_a_first_manager(site, page)) == 9
    assert complaints == []


def test_nor_where_an_audit_is_set_up(site: Site, open_page: OpenPage) -> None:
    pages = open_page(WIDTHS[-1]), open_page(WIDTHS[-1])
    complaints = listen(*pages)
    assert look_at(set_up_pages(site, *pages)) == 28
    assert complaints == []


def look_at(walk: Walk) -> int:
    """Look at each page of a walk, and say how many there were."""
    seen = 0
    for name, shown in walk:
        for width in WIDTHS:
            shown.set_viewport_size({"width": width, "height": TALL})
            assert fits(shown), (name, width)
        accessible(shown, name)
        seen += 1
    return seen


def listen(*pages: Page) -> list[str]:
    """Write down what browsers complain about, but that an address is not found."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "status of 4" not in message.text:
            complaints.append(message.text)

    for page in pages:
        page.on("console", note)
    return complaints
