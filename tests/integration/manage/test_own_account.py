"""One's own account, and help for whoever cannot sign in."""

from datetime import timedelta

import pytest

from peeraudit.account.roles import Role
from peeraudit.account.throttle import FREE
from peeraudit.account.tokens import PASSWORD_LINK_HOLDS
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.lost_factor import remove_factor
from peeraudit.operations.new_password import offer_password, whose_link
from tests.integration.manage.managing import PASSWORD, Join, Manager, team_of
from tests.journeys.site import Site

NEW = "another cobble lantern thrush"
SHORT = "short"


def signed_in_elsewhere(manager: Manager) -> Manager:
    """The same account in a second browser."""
    other = Manager(manager.site, manager.email, manager.secret)
    other.sign_in()
    return other


def change_password(manager: Manager, old: str, new: str, status: int = 200) -> None:
    manager.open("/manage/account/password")
    manager.press("Change it", old=old, password=new, status=status)


def test_another_password_ends_every_other_session(site: Site, first: Manager) -> None:
    other = signed_in_elsewhere(first)
    cookie = first.client.get_cookie("peeraudit-manage", path="/manage")
    assert cookie
    change_password(first, PASSWORD, NEW)
    assert "Your password is changed" in first.page.words
    assert other.open("/manage").heading == "Sign in"
    thief = Manager(site)
    thief.client.set_cookie("peeraudit-manage", cookie.value, path="/manage")
    assert thief.open("/manage").heading == "Sign in"
    again = Manager(site, secret=first.secret)
    assert again.sign_in(NEW).heading == "Your teams"
    old = Manager(site)
    old.open("/manage/sign-in")
    old.press("Continue", email=first.email, password=PASSWORD, status=400)


def test_a_session_that_is_half_way_through_ends_too(
    site: Site, first: Manager
) -> None:
    half = Manager(site)
    half.open("/manage/sign-in")
    half.press("Continue", email=first.email, password=PASSWORD)
    change_password(first, PASSWORD, NEW)
    assert half.press("Continue", code=first.code).heading == "Sign in"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("not this one", NEW, "This is not your password"),
        ("", NEW, "Enter your password"),
        (PASSWORD, "short", "at least 12"),
        (PASSWORD, "password123456", "easy to guess"),
    ],
)
def test_what_is_wrong_with_a_new_password_is_named(
    first: Manager, old: str, new: str, said: str
) -> None:
    change_password(first, old, new, 400)
    assert first.page.title.startswith("Error: ")
    assert said in first.page.words


def test_guessing_the_password_in_an_open_browser_is_slowed_down(
    first: Manager,
) -> None:
    for _ in range(FREE + 2):
        change_password(first, "a guess", NEW, 400)
    assert "Wait" in first.page.words
    change_password(first, PASSWORD, NEW, 400)
    assert "Wait" in first.page.words


def test_another_second_factor_takes_the_place_of_the_old(
    site: Site, first: Manager
) -> None:
    other = signed_in_elsewhere(first)
    old = first.secret
    first.open("/manage/account/second-factor")
    first.read_secret()
    page = first.press("Change it", code=first.code, old=PASSWORD)
    assert page.heading == "Write these recovery codes down"
    assert other.open("/manage").heading == "Sign in"
    assert first.follow("I have written them down").heading == "Your account"
    assert Manager(site, secret=first.secret).sign_in().heading == "Your teams"
    lost = Manager(site, secret=old)
    lost.open("/manage/sign-in")
    lost.press("Continue", email=first.email, password=PASSWORD)
    lost.press("Continue", code=lost.code, status=400)


@pytest.mark.parametrize(
    ("code", "password", "said"),
    [
        ("", PASSWORD, "Enter the code from your app"),
        ("000000", PASSWORD, "This is not the code"),
        ("right", "not this one", "This is not your password"),
        ("right", "", "Enter your password"),
    ],
)
def test_another_second_factor_needs_its_code_and_the_password(
    site: Site, first: Manager, code: str, password: str, said: str
) -> None:
    old = first.secret
    first.open("/manage/account/second-factor")
    first.read_secret()
    typed = first.code if code == "right" else code
    page = first.press("Change it", code=typed, old=password, status=400)
    assert said in page.words
    assert Manager(site, secret=old).sign_in().heading == "Your teams"


def test_a_second_factor_from_another_accounts_form_is_not_taken(
    site: Site, first: Manager, join: Join
) -> None:
    thief = join(Role.FACILITATOR, team_of(site))
    thief.open("/manage/account/second-factor")
    thief.read_secret()
    form, _ = thief.page.form_with("Change it")
    held = thief.filled(form)["held"]
    first.open("/manage/account/second-factor")
    first.press("Change it", code=thief.code, old=PASSWORD, held=held, status=400)
    assert Manager(site, secret=first.secret).sign_in().heading == "Your teams"


def test_signing_out_everywhere_ends_every_session(first: Manager) -> None:
    other = signed_in_elsewhere(first)
    first.open("/manage/account")
    assert first.press("Sign out everywhere").heading == "Sign in"
    assert other.open("/manage").heading == "Sign in"
    assert first.open("/manage").heading == "Sign in"


def test_ones_own_account_says_what_one_is(site: Site, join: Join) -> None:
    peer = join(Role.FACILITATOR, team_of(site))
    page = peer.open("/manage/account")
    assert peer.email in page.words
    assert "Facilitator of Harbour team" in page.words


def test_a_lost_second_factor_is_set_up_anew_at_the_next_sign_in(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.FACILITATOR, team_of(site))
    first.open("/manage/accounts")
    first.follow("Lost phone of Somebody new")
    first.press("Remove their second step")
    assert peer.open("/manage").heading == "Sign in"
    again = Manager(site, peer.email)
    again.open("/manage/sign-in")
    again.press("Continue", email=peer.email, password=PASSWORD)
    assert again.page.heading == "Set up your second step"
    again.set_up()
    assert again.open("/manage").heading == "Your teams"


def test_a_forgotten_password_is_chosen_anew_and_the_second_factor_stays(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.FACILITATOR, team_of(site))
    first.open("/manage/accounts")
    first.follow("New password for Somebody new")
    words = first.press("Make the link").words
    link = next(word for word in words.split() if "/manage/" in word)
    address = link.removeprefix("http://localhost")
    browser = Manager(site, peer.email, peer.secret)
    browser.open(address)
    browser.press("Continue", password=SHORT, status=400)
    assert browser.press("Continue", password=NEW).heading == "Sign in"
    assert peer.open("/manage").heading == "Sign in"
    site.clock.now += timedelta(minutes=1)
    browser.press("Continue", email=peer.email, password=NEW)
    assert browser.page.heading == "Enter the code from your app"
    assert browser.press("Continue", code=peer.code).heading == "Your teams"
    browser.open("/manage/account")
    sent = {"csrf_token": browser.token(), "password": PASSWORD}
    browser.send(address, sent, status=404)
    assert browser.open(address, status=404).heading == "This link is over"


def test_a_link_for_a_password_ends_and_the_last_one_holds(
    site: Site, first: Manager, join: Join
) -> None:
    peer, at = join(Role.FACILITATOR, team_of(site)).account, site.clock()
    old, new = (
        offer_password(site.installation, first.account, peer.id, at=at)
        for _ in range(2)
    )
    assert whose_link(site.installation, old, at=at) is None
    assert whose_link(site.installation, new, at=at) == peer
    over = at + PASSWORD_LINK_HOLDS
    assert whose_link(site.installation, new, at=over) is None


@pytest.mark.parametrize("what", ["new-password", "second-factor"])
def test_only_who_looks_after_accounts_helps_and_never_themselves(
    site: Site, first: Manager, join: Join, what: str
) -> None:
    lead = join(Role.TRUST_LEAD)
    peer = join(Role.FACILITATOR, team_of(site), "peer@trust.example")
    lead.open(f"/manage/accounts/{peer.account.id}/{what}", status=404)
    first.open(f"/manage/accounts/{first.account.id}/{what}", status=404)
    first.open(f"/manage/accounts/nobody/{what}", status=404)
    for asker, whose in ((lead, peer), (first, first)):
        account, by = whose.account.id, asker.account
        with pytest.raises(NotAllowed):
            offer_password(site.installation, by, account, at=site.clock())
        with pytest.raises(NotAllowed):
            remove_factor(site.installation, by, account)
