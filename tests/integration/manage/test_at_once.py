"""Two people change accounts at the same moment, and what must hold then."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

from peeraudit.account.roles import Membership, Right, Role
from peeraudit.account.throttle import FREE
from peeraudit.operations.accept_invitation import accept
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.first_account import first_token, make_first_account
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.own_account import change_password
from peeraudit.operations.people import Person
from peeraudit.operations.sessions import signed_in
from peeraudit.operations.sign_in import (
    Began,
    Tried,
    check_factor,
    check_password,
    look_at_password,
)
from peeraudit.operations.sign_in import Right as RightPassword
from peeraudit.operations.take_role import take_role
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import accounts
from tests.integration.manage.managing import PASSWORD, Join, Manager, team_of
from tests.journeys.site import Site

ADMINISTRATOR = Membership(Role.IT_ADMINISTRATOR)
NEW = "another cobble lantern thrush"


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Do things in threads that start together, and name the kinds of what came."""
    gate = Barrier(len(deeds))
    outcomes: list[str] = []

    def do(deed: Callable[[], object]) -> None:
        gate.wait()
        try:
            outcome = deed()
        except (NotAllowed, WrongState) as error:
            outcome = error
        outcomes.append(type(outcome).__name__)

    threads = [Thread(target=do, args=[each]) for each in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def test_two_administrators_who_take_each_others_role_leave_one(
    site: Site, first: Manager, join: Join
) -> None:
    one = join(Role.IT_ADMINISTRATOR, "", "one@trust.example").account
    two = join(Role.IT_ADMINISTRATOR, "", "two@trust.example").account
    take_role(site.installation, one, first.account.id, ADMINISTRATOR)
    assert at_once(
        lambda: take_role(site.installation, one, two.id, ADMINISTRATOR),
        lambda: take_role(site.installation, two, one.id, ADMINISTRATOR),
    ) == ["NoneType", "NotAllowed"]
    with site.installation.reading_accounts() as rows:
        left = accounts.every(rows)
    assert sum(each.may(Right.MANAGE_ACCOUNTS) for each in left) == 1


def test_one_invitation_makes_one_account(site: Site, first: Manager) -> None:
    offer = Offer("new@trust.example", Membership(Role.TRUST_LEAD))
    at = site.clock()
    token = invite(site.installation, first.account, offer, at=at)
    assert at_once(
        *[lambda: accept(site.installation, token, "New", PASSWORD, at=at)] * 3
    ) == ["Account", "WrongState", "WrongState"]


def test_one_first_token_makes_one_account(site: Site) -> None:
    token = first_token(site.installation) or ""

    def make(email: str) -> object:
        person = Person("Somebody", email)
        return make_first_account(site.installation, token, person, PASSWORD)

    assert at_once(
        lambda: make("one@trust.example"), lambda: make("two@trust.example")
    ) == ["Account", "WrongState"]


def test_whoever_lost_a_role_a_moment_ago_gives_and_takes_none(
    site: Site, first: Manager, join: Join
) -> None:
    manager = join(Role.TEAM_MANAGER, team_of(site))
    other = join(Role.FACILITATOR, team_of(site), "other@trust.example").account
    as_it_asked = manager.account
    held = Membership(Role.TEAM_MANAGER, team_of(site))
    take_role(site.installation, first.account, as_it_asked.id, held)
    offer = Offer("back@trust.example", held)
    assert at_once(
        lambda: invite(site.installation, as_it_asked, offer, at=site.clock()),
        lambda: take_role(
            site.installation, as_it_asked, other.id, other.memberships[0]
        ),
    ) == ["NotAllowed", "NotAllowed"]


def test_a_code_from_the_app_is_taken_once(site: Site, first: Manager) -> None:
    site.clock.now += timedelta(minutes=1)
    at, code = site.clock(), first.code
    began = [
        check_password(site.installation, Tried(first.email, PASSWORD), at=at)
        for _ in range(3)
    ]
    tokens = [each.token for each in began if isinstance(each, Began)]
    assert at_once(
        *[
            lambda token=token: check_factor(site.installation, token, code, at=at)
            for token in tokens
        ]
    ) == ["Began", "Wrong", "Wrong"]


def test_a_sign_in_that_is_under_way_does_not_outlive_the_password(
    site: Site, first: Manager
) -> None:
    at, installation = site.clock(), site.installation
    looked = look_at_password(installation, Tried(first.email, PASSWORD), at=at)
    with first.client.session_transaction(path="/manage") as cookie:
        signed = signed_in(installation, cookie["manager"], at=at)
    assert signed
    changed = change_password(
        installation, signed, Tried(first.email, PASSWORD), NEW, at=at
    )
    assert isinstance(changed, Began)
    assert isinstance(looked, RightPassword)
    with installation.reading_accounts() as rows:
        assert not looked.still_holds(rows)


def test_guesses_at_once_are_each_counted_before_they_are_looked_at(
    site: Site, first: Manager
) -> None:
    guess = Tried(first.email, "not the one")
    came = at_once(
        *[lambda: check_password(site.installation, guess, at=site.clock())] * 12
    )
    assert came == ["Wait"] * (12 - FREE - 1) + ["Wrong"] * (FREE + 1)
