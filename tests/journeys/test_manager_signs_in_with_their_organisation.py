"""docs/journeys/manager-signs-in-with-their-organisation.md"""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.account.roles import Membership, Role
from peeraudit.operations.first_account import first_token, make_first_account
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.people import Person
from peeraudit.settings import SignOnSettings
from tests.integration.sign_on.provider import CLIENT, SECRET, Provider, serving
from tests.journeys.site import Site, make_site, served
from tests.journeys.walking import (
    at,
    follow,
    heading,
    looked_at,
    press,
)

OpenPage = Callable[..., Page]
WITH_US = "Sign in with your organisation"


def free_port() -> int:
    """A port that is free now: the provider has to know it before the site is there."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def url() -> str:
    """Where the site will be."""
    return f"http://127.0.0.1:{free_port()}"


@pytest.fixture
def provider(url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """The sign-on of the trust."""
    with serving(f"{url}/manage/sign-on/back", monkeypatch) as made:
        yield made


@pytest.fixture
def site(url: str, provider: Provider, tmp_path: Path) -> Iterator[Site]:
    """A site that knows it."""
    settings = SignOnSettings(provider.issuer, CLIENT, SECRET)
    made = make_site(tmp_path, url=url, sign_on=settings)
    made.clock.now = datetime.now(UTC)
    with served(made, int(url.rpartition(":")[2])) as running:
        yield running


@pytest.fixture
def invitation(site: Site) -> str:
    """The path of an invitation to manage the team."""
    token = first_token(site.installation) or ""
    lead = Person("A lead", "lead@trust.example")
    by = make_first_account(site.installation, token, lead, "plinth otter gravel spoon")
    team = site.installation.audit(site.audit).team.id
    offer = Offer("manager@trust.example", Membership(Role.TEAM_MANAGER, team))
    sent = invite(site.installation, by, offer, at=site.clock())
    return f"/manage/invitation/{sent}"


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_manager_signs_in_with_their_organisation(
    site: Site, provider: Provider, invitation: str, open_page: OpenPage, width: int
) -> None:
    provider.knows("A manager", "manager@trust.example", amr=["pwd", "mfa"])
    page = open_page(width)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(site.url + invitation)
    looked_at(page)
    follow(page, WITH_US)
    assert heading(page) == "Sign-on of the trust"
    press(page, "Go on as A manager")
    at(page, site, "/manage")
    expect(page.locator("main")).to_contain_text("Harbour team")
    follow(page, "Your account")
    expect(page.locator("main")).to_contain_text("that you showed: pwd, mfa")
    looked_at(page)
    sign_out_of_both(page, site)
    come_back_to_where_they_were(page, site)
    assert complaints == []


def test_somebody_without_an_account_reads_whom_to_ask(
    site: Site, provider: Provider, invitation: str, page: Page
) -> None:
    assert invitation
    provider.knows("Anybody", "any@trust.example")
    page.goto(f"{site.url}/manage")
    looked_at(page)
    follow(page, WITH_US)
    press(page, "Go on as Anybody")
    assert heading(page) == "You have no account here yet"
    expect(page.locator("main")).to_contain_text("any@trust.example")
    looked_at(page)
    follow(page, "Back to signing in")
    at(page, site, "/manage/sign-in")


def sign_out_of_both(page: Page, site: Site) -> None:
    """Sign out here, read that one is still signed in there, and end that too."""
    press(page, "Sign out")
    assert heading(page) == "You are signed out of PeerAudit"
    looked_at(page)
    follow(page, "Sign out of your organisation")
    at(page, site, "/manage/sign-in")
    page.goto(f"{site.url}/manage")
    assert heading(page) == "Sign in"


def come_back_to_where_they_were(page: Page, site: Site) -> None:
    """Ask for a page, sign in on the way, and be there."""
    page.goto(f"{site.url}/manage/account")
    follow(page, WITH_US)
    press(page, "Go on as A manager")
    assert heading(page) == "Your account"
