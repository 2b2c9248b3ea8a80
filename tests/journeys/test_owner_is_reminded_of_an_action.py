"""docs/journeys/owner-is-reminded-of-an-action.md"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.integration.asking.post_office import PostOffice, opened_office
from tests.integration.manage.planning import with_findings
from tests.journeys.signing_in import make_first_account, sign_in
from tests.journeys.site import Site, make_site, served
from tests.journeys.walking import follow, heading, looked_at, press

OpenPage = Callable[..., Page]

OWNER = "lead.nurse@trust.example"


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def site(tmp_path: Path, office: PostOffice) -> Iterator[Site]:
    """A website with mail, and an audit whose report is out."""
    server = replace(office.server, site_url="http://localhost")
    with served(make_site(tmp_path, mail=server, with_codes=False)) as made:
        with_findings(made)
        yield made


def test_an_owner_is_reminded_of_an_action(
    site: Site, office: PostOffice, open_page: OpenPage
) -> None:
    page = open_page(320, 640)
    secret = make_first_account(page, site)
    follow(page, "Harbour team")
    follow(page, "Plan")
    looked_at(page)
    what = use_a_suggestion(page)
    expect(page.get_by_role("heading", name="Later: 1")).to_be_visible()
    for days, told in ((50, "Due soon:"), (8, "The day has passed")):
        site.clock.now = site.clock.now.replace(hour=12) + timedelta(days=days)
        do_what_is_due(site.installation, at=site.clock())
        assert told in office.mails[-1].text
        assert what in " ".join(office.mails[-1].text.split())
    assert [each.to for each in office.mails] == [OWNER, OWNER]
    mark_it_done(page, site, secret, office.mails[-1].link("/manage"))
    site.clock.now += timedelta(days=1)
    do_what_is_due(site.installation, at=site.clock())
    assert len(office.mails) == 2


def use_a_suggestion(page: Page) -> str:
    """Take what the report suggests, forget the role, and mend it."""
    follow(page, "Use this")
    looked_at(page)
    press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Enter the role that sees to it")
    looked_at(page)
    page.get_by_label("Who sees to it?").fill("lead nurse")
    page.get_by_label("E-mail address for reminders").fill(OWNER)
    page.get_by_label("Everyone who was asked may read this").check()
    what = page.get_by_label("What will the team do?").input_value()
    press(page, "Save")
    expect(page.get_by_role("status")).to_contain_text("The action is in the plan.")
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 800})
        looked_at(page)
    return what


def mark_it_done(page: Page, site: Site, secret: str, plan: str) -> None:
    """Follow the link of the mail, sign in, and say that it is done."""
    page.goto(site.url + plan)
    sign_in(page, site, secret)
    assert heading(page) == "Plan of Harbour team"
    expect(page.get_by_role("heading", name="Overdue: 1")).to_be_visible()
    looked_at(page)
    follow(page, "Change")
    page.get_by_label("Complete").check()
    looked_at(page)
    press(page, "Save")
    expect(page.get_by_role("heading", name="Complete or cancelled: 1")).to_be_visible()
