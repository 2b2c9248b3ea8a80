"""Roles that follow a claim, ties that are made anew, and sessions that end."""

from datetime import timedelta

import pytest

from peeraudit.account.roles import Membership, Role
from peeraudit.operations.see_people import signs_in
from tests.integration.manage.managing import (
    EMAIL,
    PASSWORD,
    Manager,
    link_on,
    team_of,
)
from tests.integration.sign_on.provider import Provider
from tests.integration.sign_on.signing import PEER, invited, number_of_accounts, sign_on
from tests.journeys.site import Site


def test_roles_follow_the_claim_and_others_stay(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Peer", PEER, roles=["Lead", "Something else"])
    invited(site, first, Role.FACILITATOR)
    peer, own = Manager(site, PEER), Membership(Role.FACILITATOR, team_of(site))
    sign_on(peer, "Peer")
    assert set(peer.account.memberships) == {own, Membership(Role.TRUST_LEAD)}
    provider.knows("Peer", PEER, roles="IT")
    again = Manager(site, PEER)
    sign_on(again, "Peer")
    assert set(peer.account.memberships) == {own, Membership(Role.IT_ADMINISTRATOR)}
    assert peer.open("/manage").heading == "Sign in"
    provider.knows("Peer", PEER)
    sign_on(again, "Peer")
    assert peer.account.memberships == (own,)


def test_with_the_last_role_in_the_claim_the_account_goes(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("IT", "it@trust.example", roles=["IT"])
    invited(site, first, Role.IT_ADMINISTRATOR, "it@trust.example")
    sign_on(Manager(site), "IT")
    provider.knows("IT", "it@trust.example")
    sign_on(Manager(site), "IT", 403)
    assert number_of_accounts(site) == 1


def test_an_invitation_to_a_role_that_the_claim_decides_on_waits_for_the_claim(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Peer", PEER)
    invited(site, first, Role.TRUST_LEAD)
    page = sign_on(Manager(site), "Peer", 403)
    assert "gives you no role" in page.words
    assert number_of_accounts(site) == 1
    assert PEER in first.open("/manage/accounts").words
    provider.knows("Peer", PEER, roles=["Lead"])
    assert sign_on(Manager(site), "Peer").heading == "Your teams"


def test_the_last_who_looks_after_accounts_stays_whatever_the_claim_says(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Lead", EMAIL)
    sign_on(Manager(site), "Lead")
    assert first.account.memberships == (Membership(Role.IT_ADMINISTRATOR),)


def test_a_tie_can_be_made_anew_by_whoever_looks_after_accounts(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Peer", PEER, sub="old directory")
    invited(site, first, Role.FACILITATOR)
    peer = Manager(site, PEER)
    sign_on(peer, "Peer")
    provider.knows("Peer", PEER, sub="new directory")
    sign_on(Manager(site), "Peer", 403)
    first.open("/manage/accounts")
    first.follow("Tie to sign-on anew of Peer")
    first.press("Tie it anew")
    assert peer.open("/manage").heading == "Sign in"
    assert sign_on(Manager(site), "Peer").heading == "Your teams"


def test_a_new_password_takes_the_place_of_the_sign_on(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Peer", PEER)
    invited(site, first, Role.FACILITATOR)
    peer = Manager(site, PEER)
    sign_on(peer, "Peer")
    first.open("/manage/accounts")
    first.follow("New password for Peer")
    link = link_on(first.press("Make the link").words)
    peer.open(link.removeprefix("http://localhost"))
    peer.press("Continue", password=PASSWORD)
    ways = signs_in(site.installation, peer.account.id)
    assert (ways.with_password, ways.with_sign_on) == (True, False)


@pytest.mark.parametrize(
    ("idle", "times"), [(timedelta(minutes=31), 1), (timedelta(minutes=29), 17)]
)
def test_such_a_session_ends_as_ours_do(
    site: Site, provider: Provider, first: Manager, idle: timedelta, times: int
) -> None:
    provider.knows("Lead", EMAIL)
    lead = Manager(site)
    sign_on(lead, "Lead")
    for _ in range(times):
        site.clock.now += idle
        page = lead.open("/manage")
    assert page.heading == "Sign in"
    assert first.page


def test_signing_out_says_where_one_is_still_signed_in(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Lead", EMAIL)
    lead = Manager(site)
    sign_on(lead, "Lead")
    page = lead.press("Sign out")
    assert page.heading == "You are signed out of PeerAudit"
    assert page.link("Sign out of your organisation").startswith(
        f"{provider.issuer}/logout?client_id="
    )
    assert lead.open("/manage").heading == "Sign in"
    assert first.page


def test_one_goes_on_to_the_page_one_asked_for_and_to_no_other_site(
    site: Site, provider: Provider, first: Manager
) -> None:
    provider.knows("Lead", EMAIL)
    lead = Manager(site)
    page = lead.open("/manage/account")
    assert page.link("Sign in with your organisation") == (
        "/manage/sign-on?to=/manage/account?"
    )
    assert sign_on(lead, "Lead", to="/manage/account?").heading == "Your account"
    for foreign in ("//evil.example", "https://evil.example", "/manage//evil"):
        assert sign_on(Manager(site), "Lead", to=foreign).path == "/manage"
    assert first.page
