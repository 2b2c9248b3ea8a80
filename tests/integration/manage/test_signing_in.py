"""Signing in: both secrets, one after the other, and a session that ends."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from peeraudit.account.roles import Role
from peeraudit.account.throttle import FREE
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.first_account import first_token
from peeraudit.operations.lost_factor import remove_factor
from peeraudit.storage.tables import AccountRow, FailureRow, ManagerSessionRow
from peeraudit.storage.tables.base import Base
from tests.integration.manage.managing import EMAIL, PASSWORD, Join, Manager
from tests.journeys.site import Site

WRONG = "not the one"


def test_the_first_account_is_made_with_the_printed_token(first: Manager) -> None:
    assert first.page.heading == "Write these recovery codes down"
    assert first.follow("I have written them down").heading == "Your teams"


@pytest.mark.usefixtures("first")
def test_there_is_no_second_first_account(site: Site) -> None:
    assert first_token(site.installation) is None
    Manager(site).open("/manage/first/anything", status=404)


def test_only_the_last_printed_token_holds(site: Site) -> None:
    old = first_token(site.installation)
    new = first_token(site.installation)
    Manager(site).open(f"/manage/first/{old}", status=404)
    Manager(site).open(f"/manage/first/{new}")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"password": "password123456"}, "easy to guess"),
        ({"password": "short"}, "at least 12"),
        ({"email": "nobody"}, "Enter an e-mail address"),
        ({"name": " "}, "Enter your name"),
        ({"email": ""}, "Enter your e-mail address"),
    ],
)
def test_what_will_not_do_is_named(
    site: Site, changes: dict[str, str], said: str
) -> None:
    manager = Manager(site)
    manager.open(f"/manage/first/{first_token(site.installation)}")
    filled = {"name": "A lead", "email": EMAIL, "password": PASSWORD, **changes}
    page = manager.choose(filled, status=400)
    assert page.title.startswith("Error: ")
    assert said in page.words


def test_one_signs_in_with_password_and_code(site: Site, first: Manager) -> None:
    again = Manager(site, secret=first.secret)
    assert again.sign_in().heading == "Your teams"


@pytest.mark.usefixtures("first")
def test_after_the_password_alone_nothing_is_open(site: Site) -> None:
    half = Manager(site)
    half.open("/manage/sign-in")
    half.press("Continue", email=EMAIL, password=PASSWORD)
    assert half.page.heading == "Enter the code from your app"
    assert half.open("/manage").heading == "Sign in"


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize(
    ("email", "password"), [(EMAIL, "another one entirely"), ("no@one.example", "x")]
)
def test_an_address_without_account_gets_the_same_words(
    site: Site, email: str, password: str
) -> None:
    other = Manager(site)
    other.open("/manage/sign-in")
    page = other.press("Continue", email=email, password=password, status=400)
    assert "Address or password is not right" in page.words
    sent_back = [each.get("value") for each in page.tree.iter("input")]
    assert email in sent_back
    assert password not in sent_back


@pytest.mark.parametrize("email", [EMAIL, "no@one.example"])
def test_guessing_is_slowed_down_and_never_locked(
    site: Site, first: Manager, email: str
) -> None:
    guesser = Manager(site)
    for _ in range(FREE + 3):
        guesser.open("/manage/sign-in")
        guesser.press("Continue", email=email, password=WRONG, status=400)
        site.clock.now += timedelta(seconds=9)
    guesser.open("/manage/sign-in")
    guesser.press("Continue", email=email, password=WRONG, status=400)
    guesser.open("/manage/sign-in")
    page = guesser.press("Continue", email=email, password=PASSWORD, status=400)
    assert "Wait 16 seconds" in page.words
    site.clock.now += timedelta(seconds=16)
    if email == EMAIL:
        again = Manager(site, secret=first.secret)
        assert again.sign_in().heading == "Your teams"


def test_a_code_is_taken_once(site: Site, first: Manager) -> None:
    again = Manager(site, secret=first.secret)
    again.sign_in()
    thief = Manager(site)
    thief.open("/manage/sign-in")
    thief.press("Continue", email=EMAIL, password=PASSWORD)
    page = thief.press("Continue", code=again.code, status=400)
    assert "This is not the code" in page.words


def test_a_recovery_code_lets_in_once(site: Site, first: Manager) -> None:
    codes = [word for word in first.page.words.split() if word.count("-") == 2]
    assert len(codes) == 10
    for status in (200, 400):
        lost = Manager(site)
        lost.open("/manage/sign-in")
        lost.press("Continue", email=EMAIL, password=PASSWORD)
        lost.press("Continue", code=codes[0], status=status)


@pytest.mark.parametrize(
    ("hours", "each"), [(1, timedelta(minutes=31)), (9, timedelta(minutes=29))]
)
def test_a_session_ends_idle_and_after_a_day(
    site: Site, first: Manager, hours: int, each: timedelta
) -> None:
    until = site.clock.now + timedelta(hours=hours)
    while site.clock.now < until:
        site.clock.now += each
        first.open("/manage")
    assert first.page.heading == "Sign in"


def test_signing_out_ends_the_session_everywhere(site: Site, first: Manager) -> None:
    cookie = first.client.get_cookie("peeraudit-manage", path="/manage")
    assert cookie is not None
    first.open("/manage")
    first.press("Sign out")
    thief = Manager(site)
    thief.client.set_cookie("peeraudit-manage", cookie.value, path="/manage")
    assert thief.open("/manage").heading == "Sign in"


def test_one_goes_on_to_the_page_one_asked_for_and_to_no_other_site(
    site: Site, first: Manager
) -> None:
    again = Manager(site, secret=first.secret)
    assert again.sign_in(to="/manage?x=1").address == "/manage?x=1"
    for foreign in (
        "//evil.example",
        "https://evil.example",
        "/manage//evil.example",
        "/manage%0D%0ASet-Cookie:x=1",
    ):
        other = Manager(site, secret=first.secret)
        address = f"/manage/sign-in?to={foreign}"
        assert other.sign_in(to=address).path == "/manage"


def test_the_database_holds_no_password_secret_token_or_tried_address(
    site: Site, first: Manager
) -> None:
    other = Manager(site)
    other.open("/manage/sign-in")
    other.press("Continue", email="tried@else.example", password=WRONG, status=400)
    with site.installation.database.reading() as connection:
        rows = [
            str(row)
            for table in (AccountRow, FailureRow, ManagerSessionRow)
            for row in connection.execute(select(table.__table__))
        ]
    with first.client.session_transaction(path="/manage") as session:
        token = session["manager"]
    for secret in (PASSWORD, first.secret, token, "tried@else.example"):
        assert secret not in " ".join(rows)


def test_who_manages_and_who_answers_have_cookies_of_their_own(
    site: Site, first: Manager
) -> None:
    first.open(f"/a/{site.code()}")
    names = {(each.key, each.path) for each in first.client._cookies.values()}  # type: ignore[union-attr]
    assert names == {
        ("peeraudit", "/"),
        ("peeraudit-manage", "/manage"),
        ("peeraudit-device", "/manage"),
    }


def test_a_second_factor_set_up_elsewhere_meanwhile_is_asked_for(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.IT_ADMINISTRATOR)
    remove_factor(site.installation, first.account, peer.account.id)
    slow, fast = Manager(site, peer.email), Manager(site, peer.email)
    for each in (slow, fast):
        each.open("/manage/sign-in")
        each.press("Continue", email=peer.email, password=PASSWORD)
    fast.set_up()
    slow.set_up()
    assert slow.page.heading == "Enter the code from your app"


def test_the_worker_forgets_what_is_over(site: Site, first: Manager) -> None:
    first.open("/manage")
    guesser = Manager(site)
    guesser.open("/manage/sign-in")
    guesser.press("Continue", email=EMAIL, password=WRONG, status=400)
    do_what_is_due(site.installation, at=site.clock.now)
    assert rows_of(site, ManagerSessionRow, FailureRow) == [1, 1]
    do_what_is_due(site.installation, at=site.clock.now + timedelta(hours=13))
    assert rows_of(site, ManagerSessionRow, FailureRow) == [0, 0]


def rows_of(site: Site, *tables: type[Base]) -> list[int]:
    """How many rows there are in tables."""
    with site.installation.database.reading() as connection:
        return [
            connection.execute(select(func.count()).select_from(each)).scalar_one()
            for each in tables
        ]
