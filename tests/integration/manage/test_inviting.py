"""Invitations: who makes them, who takes them up, and what ends them."""

from datetime import timedelta

import pytest

from peeraudit.account.roles import Membership, Role
from peeraudit.account.tokens import INVITATION_HOLDS
from peeraudit.operations.accept_invitation import read_invitation
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.invite import Offer, invite, withdraw_invitation
from peeraudit.operations.take_role import take_role
from peeraudit.storage import accounts
from tests.integration.manage.managing import (
    EMAIL,
    PASSWORD,
    Join,
    Manager,
    account_of,
    add_pier_team,
    link_on,
    send_invitation,
    team_of,
)
from tests.journeys.site import Site


def test_an_invitation_is_shown_once_and_makes_an_account(
    site: Site, first: Manager
) -> None:
    send_invitation(first, "peer@trust.example", Role.FACILITATOR, team_of(site))
    assert first.page.heading == "Send this link"
    assert first.page.link("Write the e-mail").startswith(
        "mailto:peer@trust.example?subject="
    )
    link = link_on(first.page.words)
    words = first.open("/manage/accounts").words
    assert "peer@trust.example" in words
    assert link not in words
    newcomer = Manager(site, "peer@trust.example")
    page = newcomer.open(link.removeprefix("http://localhost"))
    assert "to be: Facilitator of Harbour team" in page.words
    newcomer.press("Continue", name="A peer lead", password=PASSWORD)
    newcomer.set_up()
    assert newcomer.open("/manage").heading == "Your teams"
    gone = Manager(site).open(link.removeprefix("http://localhost"), status=404)
    assert gone.heading == "This invitation is over"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"email": "nobody"}, "Enter an e-mail address"),
        ({"email": ""}, "Enter their e-mail address"),
        ({"role": ""}, "Choose what they will be"),
        ({"role": "owner"}, "Choose what they will be"),
        ({"role": Role.FACILITATOR}, "Choose the team"),
        ({"team": "HARBOUR"}, "This role is not for one team"),
        ({"email": EMAIL}, "You cannot give a role to yourself"),
    ],
)
def test_what_is_wrong_with_an_invitation_is_named(
    site: Site, first: Manager, form: dict[str, str], said: str
) -> None:
    first.open("/manage/accounts/invite")
    form = {"email": "a@b.example", "role": Role.TRUST_LEAD, "team": "", **form}
    if form["team"]:
        form["team"] = team_of(site)
    page = first.choose(form, "Make the link", 400)
    assert page.title.startswith("Error: ")
    assert said in page.words


def test_a_role_that_somebody_has_is_not_offered_again(
    site: Site, first: Manager, join: Join
) -> None:
    join(Role.FACILITATOR, team_of(site), "peer@trust.example")
    role = Role.FACILITATOR
    send_invitation(first, "PEER@trust.example", role, team_of(site), status=400)
    assert "They have this role already" in first.page.words


def test_a_form_that_was_tampered_with_gives_no_role_beyond_ones_reach(
    site: Site, first: Manager, join: Join
) -> None:
    pier = add_pier_team(first)
    manager = join(Role.TEAM_MANAGER, team_of(site))
    for role, team in (
        (Role.IT_ADMINISTRATOR, ""),
        (Role.TRUST_LEAD, ""),
        (Role.TEAM_MANAGER, pier),
        (Role.TEAM_MANAGER, "made-up"),
    ):
        send_invitation(manager, "x@trust.example", role, team, status=400)
        offer = Offer("x@trust.example", Membership(role, team))
        with pytest.raises(NotAllowed):
            invite(site.installation, manager.account, offer, at=site.clock())
    assert "x@trust.example" not in first.open("/manage/accounts").words


def test_nobody_gives_themselves_a_role(site: Site, join: Join) -> None:
    administrator = join(Role.IT_ADMINISTRATOR, "", "it@trust.example")
    for email in ("it@trust.example", " IT@Trust.example "):
        offer = Offer(email, Membership(Role.TRUST_LEAD))
        with pytest.raises(NotAllowed):
            invite(site.installation, administrator.account, offer, at=site.clock())


def test_an_invitation_is_taken_back(site: Site, first: Manager) -> None:
    send_invitation(first, "peer@trust.example", Role.FACILITATOR, team_of(site))
    link = link_on(first.page.words).removeprefix("http://localhost")
    first.open("/manage/accounts")
    form, _ = first.page.form_with(
        "Take this invitation back (peer@trust.example, Facilitator of Harbour team)"
    )
    first.send(form.attrib["action"], first.filled(form))
    assert "peer@trust.example" not in first.page.words
    Manager(site).open(link, status=404)


def test_an_invitation_is_not_another_teams_to_take_back(
    site: Site, first: Manager, join: Join
) -> None:
    pier = add_pier_team(first)
    offer = Offer("pier@trust.example", Membership(Role.FACILITATOR, pier))
    token = invite(site.installation, first.account, offer, at=site.clock())
    manager = join(Role.TEAM_MANAGER, team_of(site))
    with pytest.raises(NotAllowed):
        withdraw_invitation(site.installation, manager.account, offer)
    manager.open("/manage/accounts")
    sent = {
        "csrf_token": manager.token(),
        "email": offer.email,
        "role": Role.FACILITATOR,
        "team": pier,
    }
    manager.send("/manage/accounts/withdraw", sent, status=404)
    assert read_invitation(site.installation, token, at=site.clock())


def test_an_invitation_ends_after_two_weeks(site: Site, first: Manager) -> None:
    offer = Offer("late@trust.example", Membership(Role.TRUST_LEAD))
    token = invite(site.installation, first.account, offer, at=site.clock())
    last = site.clock() + INVITATION_HOLDS - timedelta(seconds=1)
    assert read_invitation(site.installation, token, at=last)
    over = site.clock() + INVITATION_HOLDS
    assert read_invitation(site.installation, token, at=over) is None


def test_invitations_go_with_the_right_to_make_them(
    site: Site, first: Manager, join: Join
) -> None:
    manager = join(Role.TEAM_MANAGER, team_of(site))
    held = Membership(Role.TEAM_MANAGER, team_of(site))
    way_back = Offer("second-mailbox@trust.example", held)
    token = invite(site.installation, manager.account, way_back, at=site.clock())
    take_role(site.installation, first.account, manager.account.id, held)
    Manager(site).open(f"/manage/invitation/{token}", status=404)
    assert way_back.email not in first.open("/manage/accounts").words


def test_an_administrators_invitations_go_while_another_role_stays(
    site: Site, first: Manager, join: Join
) -> None:
    other = join(Role.IT_ADMINISTRATOR, "", "it@trust.example")
    team = Offer(other.email, Membership(Role.TEAM_MANAGER, team_of(site)))
    token = invite(site.installation, first.account, team, at=site.clock())
    other.open(f"/manage/invitation/{token}")
    other.press("Take it up")
    offers = [
        Offer("a@trust.example", Membership(Role.IT_ADMINISTRATOR)),
        Offer("b@trust.example", Membership(Role.FACILITATOR, team_of(site))),
    ]
    lost, kept = (
        invite(site.installation, other.account, each, at=site.clock())
        for each in offers
    )
    take_role(
        site.installation,
        first.account,
        other.account.id,
        Membership(Role.IT_ADMINISTRATOR),
    )
    assert read_invitation(site.installation, lost, at=site.clock()) is None
    assert read_invitation(site.installation, kept, at=site.clock())


def test_an_old_link_does_not_give_back_what_was_taken(
    site: Site, first: Manager, join: Join
) -> None:
    pier = add_pier_team(first)
    peer = join(Role.FACILITATOR, team_of(site), "peer@trust.example")
    offer = Offer(peer.email, Membership(Role.TEAM_MANAGER, pier))
    token = invite(site.installation, first.account, offer, at=site.clock())
    with site.installation.changing_accounts() as rows:
        # as the trust's own sign-on gives it
        accounts.give(rows, peer.account.id, offer.membership)
    take_role(site.installation, first.account, peer.account.id, offer.membership)
    assert read_invitation(site.installation, token, at=site.clock()) is None


def test_an_invitation_adds_the_role_to_the_account_that_is_signed_in(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.FACILITATOR, team_of(site), "peer@trust.example")
    offer = Offer(peer.email, Membership(Role.TRUST_LEAD))
    token = invite(site.installation, first.account, offer, at=site.clock())
    page = peer.open(f"/manage/invitation/{token}")
    assert page.heading == "Take up your role"
    peer.press("Take it up")
    assert offer.membership in account_of(site, peer.email).memberships
    assert "Add a team" in peer.page.words


def test_whoever_has_an_account_signs_in_and_comes_back(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.FACILITATOR, team_of(site), "peer@trust.example")
    offer = Offer(peer.email, Membership(Role.TRUST_LEAD))
    token = invite(site.installation, first.account, offer, at=site.clock())
    again = Manager(site, peer.email, peer.secret)
    site.clock.now += timedelta(minutes=1)
    page = again.open(f"/manage/invitation/{token}")
    assert page.heading == "Sign in to take up your role"
    again.follow("Sign in")
    again.press("Continue", email=peer.email, password=PASSWORD)
    again.press("Continue", code=again.code)
    assert again.page.heading == "Take up your role"


def test_nobody_takes_up_what_was_offered_to_another(
    site: Site, first: Manager, join: Join
) -> None:
    thief = join(Role.FACILITATOR, team_of(site), "thief@trust.example")
    offer = Offer("other@trust.example", Membership(Role.TRUST_LEAD))
    token = invite(site.installation, first.account, offer, at=site.clock())
    address = f"/manage/invitation/{token}"
    assert thief.open(address).heading == "This invitation is for somebody else"
    sent = {"csrf_token": thief.token(), "name": "x", "password": PASSWORD}
    thief.send(address, sent, status=400)
    assert Membership(Role.TRUST_LEAD) not in thief.account.memberships
    assert read_invitation(site.installation, token, at=site.clock())


def test_a_session_that_is_half_way_through_takes_nothing_up(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.FACILITATOR, team_of(site), "peer@trust.example")
    offer = Offer(peer.email, Membership(Role.TRUST_LEAD))
    token = invite(site.installation, first.account, offer, at=site.clock())
    half = Manager(site, peer.email)
    half.open("/manage/sign-in")
    half.press("Continue", email=peer.email, password=PASSWORD)
    sent = {"csrf_token": half.token(), "name": "x", "password": PASSWORD}
    half.send(f"/manage/invitation/{token}", sent, status=400)
    assert Membership(Role.TRUST_LEAD) not in peer.account.memberships
