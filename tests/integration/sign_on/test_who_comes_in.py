"""The sign-on says who somebody is; whether they come in is decided here."""

from datetime import timedelta

import pytest

from peeraudit.account.roles import Membership, Role
from peeraudit.operations.see_people import signs_in
from peeraudit.operations.take_role import take_role
from tests.integration.manage.managing import (
    EMAIL,
    PASSWORD,
    Manager,
    account_of,
    link_on,
    send_invitation,
    team_of,
)
from tests.integration.sign_on.provider import Provider
from tests.integration.sign_on.signing import PEER, invited, number_of_accounts, sign_on
from tests.journeys.site import Site


def test_an_invited_address_gets_its_account_without_a_password(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Peer Lead", "Peer@Trust.example", amr=["pwd", "mfa"], acr="2")
    invited(site, first, Role.FACILITATOR)
    peer = Manager(site, PEER)
    assert sign_on(peer, "Peer Lead").heading == "Your teams"
    assert peer.account.name == "Peer Lead"
    ways = signs_in(site.installation, peer.account.id)
    assert (ways.with_password, ways.with_factor, ways.with_sign_on) == (
        *(False, False),
        True,
    )
    words = peer.open("/manage/account").words
    assert "it says that you showed: pwd, mfa, acr 2" in words
    assert "Change your password" not in words
    peer.open("/manage/account/password", status=404)
    peer.open("/manage/account/second-factor", status=404)
    assert "Signs in with your organisation" in first.open("/manage/accounts").words


def test_an_address_with_two_invitations_gets_both_roles(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Peer", PEER)
    invited(site, first, Role.FACILITATOR)
    invited(site, first, Role.TEAM_MANAGER)
    peer = Manager(site, PEER)
    sign_on(peer, "Peer")
    assert len(peer.account.memberships) == 2
    assert "Invitations that wait" not in first.open("/manage/accounts").words


def test_whoever_has_a_sign_on_and_no_invitation_gets_nothing(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Anybody", "any@trust.example", roles=["Lead", "IT"])
    stranger = Manager(site)
    page = sign_on(stranger, "Anybody", 403)
    assert page.heading == "You have no account here yet"
    assert "There is no account for any@trust.example" in page.words
    assert stranger.open("/manage").heading == "Sign in"
    assert number_of_accounts(site) == 1
    assert first.page


@pytest.mark.parametrize("over", ["taken back", "two weeks", "inviter gone"])
def test_an_invitation_that_is_over_gives_no_account(
    site: Site, provider: Provider, first: Manager, over: str
) -> None:
    provider.knows("Peer", PEER)
    invited(site, first, Role.TRUST_LEAD)
    if over == "taken back":
        first.open("/manage/accounts")
        words = f"Take this invitation back ({PEER}, Trust lead)"
        form, _ = first.page.form_with(words)
        first.send(form.attrib["action"], first.filled(form))
    elif over == "two weeks":
        # the token is of this moment, so the invitation was made long ago
        site.clock.now -= timedelta(days=15)
        invited(site, first, Role.TRUST_LEAD)
        site.clock.now += timedelta(days=15)
    else:
        invited(site, first, Role.IT_ADMINISTRATOR, "it@trust.example")
        provider.knows("IT", "it@trust.example", roles=["IT"])
        sign_on(Manager(site), "IT")
        take_role(
            site.installation,
            account_of(site, "it@trust.example"),
            first.account.id,
            Membership(Role.IT_ADMINISTRATOR),
        )
    sign_on(Manager(site), "Peer", 403)


def test_an_account_with_a_password_is_tied_by_its_verified_address(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Lead", EMAIL, roles=["Lead"])
    again = Manager(site)
    assert sign_on(again, "Lead").heading == "Your teams"
    assert first.open("/manage").heading == "Sign in"
    ways = signs_in(site.installation, again.account.id)
    assert (ways.with_password, ways.with_sign_on) == (False, True)
    old = Manager(site)
    old.open("/manage/sign-in")
    old.press("Continue", email=EMAIL, password=PASSWORD, status=400)


def test_a_tied_account_is_found_by_who_it_is_whatever_the_address(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Lead", EMAIL, sub="for good", roles="Lead")
    sign_on(Manager(site), "Lead")
    new = "new-name@trust.example"
    provider.knows("Married", new, sub="for good", roles=["Lead"])
    assert sign_on(Manager(site), "Married").heading == "Your teams"
    assert number_of_accounts(site) == 1
    assert first.page


def test_an_address_that_was_given_out_anew_does_not_bring_the_account(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Lead", EMAIL, sub="left the trust")
    sign_on(Manager(site), "Lead")
    provider.knows("Newcomer", EMAIL, sub="somebody else")
    page = sign_on(Manager(site), "Newcomer", 403)
    assert "it belongs to another sign-on" in page.words
    assert first.page


@pytest.mark.parametrize(
    ("said", "comes_in"),
    [
        ({"email_verified": True}, True),
        ({"email_verified": False}, False),
        ({"email_verified": "false"}, False),
        ({"email_verified": None}, False),
        ({"email_verified": None, "xms_edov": True}, True),
        ({"email_verified": None, "xms_edov": "1"}, True),
        ({"email_verified": None, "xms_edov": False}, False),
        ({"email_verified": None, "xms_edov": "0"}, False),
        ({"email_verified": False, "xms_edov": True}, False),
    ],
)
def test_only_an_address_that_the_provider_vouches_for_counts(
    site: Site,
    provider: Provider,
    first: Manager,
    said: dict[str, object],
    comes_in: bool,
) -> None:
    provider.knows("Peer", PEER, **said)
    invited(site, first, Role.FACILITATOR)
    page = sign_on(Manager(site), "Peer", 200 if comes_in else 403)
    assert ("does not say that your e-mail address is verified" in page.words) is (
        not comes_in
    )


def test_an_invitation_offers_the_sign_on_beside_a_password(
    site: Site, provider: Provider, first: Manager
) -> None:
    send_invitation(first, PEER, Role.FACILITATOR, team_of(site))
    address = link_on(first.page.words).removeprefix("http://localhost")
    peer = Manager(site, PEER)
    page = peer.open(address)
    assert page.link("Sign in with your organisation") == "/manage/sign-on"
    peer.press("Continue", name="Peer", password=PASSWORD)
    peer.set_up()
    assert signs_in(site.installation, peer.account.id).with_password
    assert provider.seen == []
