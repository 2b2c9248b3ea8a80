"""docs/journeys/people-who-use-the-service-share-a-link.md"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.instrument.frozen import Group
from peeraudit.operations.shared_link import shared_link
from tests.journeys.site import Site, Team1, make_site, served
from tests.journeys.walking import (
    answer_all,
    heading,
    looked_at,
    press,
)

OpenPage = Callable[..., Page]
SU = Group.PERSON_USING_SERVICE
TEAM = Team1(asked={Group.PEER_WORKER: 6, SU: 1}, shared=frozenset({SU}))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with served(make_site(tmp_path, team=TEAM)) as made:
        yield made


def test_people_who_use_the_service_share_a_link(
    site: Site, open_page: OpenPage
) -> None:
    link = f"{site.url}/s/{shared_link(site.installation, site.audit, SU)}"
    phone, late = open_page(320, 640), open_page(320, 640)
    phone.goto(link)
    late.goto(link)
    expect(phone.get_by_text("This link is for: people who use")).to_be_visible()
    looked_at(phone)
    press(phone, "Start")
    expect(phone.get_by_text("starts from one shared link")).to_be_visible()
    press(phone, "Start")
    answer_all(phone)
    press(phone, "Save and come back later")
    expect(phone.get_by_role("heading", name="Your own code")).to_be_visible()
    looked_at(phone)
    code, word = phone.locator(".app-word__word").all_inner_texts()
    come_back(open_page(320, 640), site, code, word)
    press(late, "Start")
    assert heading(late) == "No more people can start"
    looked_at(late)


def come_back(page: Page, site: Site, code: str, word: str) -> None:
    """Type one's own code and word on another phone, and submit."""
    page.goto(site.url)
    page.get_by_label("Your code").fill(code)
    press(page, "Continue")
    page.get_by_label("Your return word").fill(word)
    press(page, "Continue")
    press(page, "Check my answers")
    press(page, "Submit my answers")
    assert heading(page) == "Thank you: your answers are in"
