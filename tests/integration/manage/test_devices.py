"""Whoever guesses from elsewhere does not keep the owner out of a browser they know."""

import pytest

from peeraudit.account.roles import Role
from peeraudit.account.throttle import FREE
from tests.integration.manage.managing import EMAIL, PASSWORD, Join, Manager
from tests.integration.web.visiting import Page
from tests.journeys.site import Site

WRONG = "not the one"
NOT_SLOWED = "Address or password is not right"
SLOWED = "Too much was typed wrongly. Wait"


def guess(manager: Manager, email: str = EMAIL, times: int = 1) -> Page:
    """Type a wrong password, some times."""
    for _ in range(times):
        manager.open("/manage/sign-in")
        page = manager.press("Continue", email=email, password=WRONG, status=400)
    return page


def sign_out(manager: Manager) -> None:
    manager.open("/manage")
    manager.press("Sign out")


def test_a_browser_that_is_known_waits_for_itself_alone(
    site: Site, first: Manager
) -> None:
    sign_out(first)
    page = guess(Manager(site), times=FREE + 2)
    assert SLOWED in page.words
    assert "Did you type nothing wrong?" in page.words
    assert first.sign_in().heading == "Your teams"
    sign_out(first)
    assert SLOWED in guess(first, times=FREE + 2).words


def test_a_new_browser_waits_for_whoever_guesses(site: Site, first: Manager) -> None:
    guess(Manager(site), times=FREE + 2)
    new = Manager(site, secret=first.secret)
    new.open("/manage/sign-in")
    page = new.press("Continue", email=EMAIL, password=PASSWORD, status=400)
    assert SLOWED in page.words


def test_whoever_guesses_does_not_see_that_the_owner_signs_in(
    site: Site, first: Manager
) -> None:
    guesser = Manager(site)
    for email in (EMAIL, "no@one.example"):
        guess(guesser, email, times=FREE)
    Manager(site, secret=first.secret).sign_in()
    told = [
        [guess(guesser, email).words for _ in range(3)]
        for email in (EMAIL, "no@one.example")
    ]
    assert told[0] == told[1]
    assert SLOWED in told[0][1]


def test_the_cookie_of_another_account_is_that_of_no_known_browser(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.IT_ADMINISTRATOR, "", "peer@trust.example")
    sign_out(peer)
    guess(peer, times=FREE + 1)
    assert SLOWED in guess(Manager(site)).words
    assert NOT_SLOWED in guess(peer, peer.email).words
    assert first.client.get_cookie("peeraudit-device", path="/manage")


def test_success_forgets_what_failed_in_the_same_browser(first: Manager) -> None:
    sign_out(first)
    for _ in range(2):
        guess(first, times=FREE)
        assert first.sign_in().heading == "Your teams"
        sign_out(first)


@pytest.mark.parametrize("forged", ["", "x", "WyJhIiwiYiJd.abc.def"])
def test_a_cookie_that_is_not_ours_is_none(
    site: Site, first: Manager, forged: str
) -> None:
    assert first.page
    other = Manager(site)
    other.client.set_cookie("peeraudit-device", forged, path="/manage")
    assert NOT_SLOWED in guess(other).words


def test_the_cookie_is_for_managers_pages_and_no_script(first: Manager) -> None:
    cookie = first.client.get_cookie("peeraudit-device", path="/manage")
    assert cookie
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert cookie.max_age == 365 * 24 * 3600
    assert first.account.email not in cookie.value
