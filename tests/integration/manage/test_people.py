"""Accounts: who sees whom, who takes which role away, and what rests on it."""

import pytest

from peeraudit.account.roles import Membership, Role
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.take_role import take_role
from tests.integration.manage.managing import (
    EMAIL,
    Join,
    Manager,
    add_pier_team,
    team_of,
)
from tests.journeys.site import Site


def test_whoever_looks_after_accounts_sees_all_of_them(
    site: Site, first: Manager, join: Join
) -> None:
    join(Role.FACILITATOR, team_of(site), "peer@trust.example")
    words = first.open("/manage/accounts").words
    for each in (
        "A lead (you)",
        "Trust lead",
        "IT administrator",
        "peer@trust.example",
        "Facilitator of Harbour team",
    ):
        assert each in words


def test_a_team_manager_sees_the_people_of_that_team_alone(
    site: Site, first: Manager, join: Join
) -> None:
    pier = add_pier_team(first)
    manager = join(Role.TEAM_MANAGER, team_of(site), "one@trust.example")
    both = join(Role.FACILITATOR, team_of(site), "both@trust.example")
    offer = Offer(both.email, Membership(Role.TEAM_MANAGER, pier))
    invite(site.installation, first.account, offer, at=site.clock())
    join(Role.TEAM_MANAGER, pier, "pier@trust.example")
    words = manager.open("/manage/accounts").words
    assert "both@trust.example" in words
    for hidden in ("Pier team", "pier@trust.example", EMAIL, "IT administrator"):
        assert hidden not in words
    assert "Invitations that wait" not in words


def test_a_facilitator_may_not_see_accounts(site: Site, join: Join) -> None:
    facilitator = join(Role.FACILITATOR, team_of(site))
    page = facilitator.open("/manage")
    assert "Accounts" not in page.words
    for address in ("/manage/accounts", "/manage/accounts/invite"):
        facilitator.open(address, status=404)


def test_a_role_is_taken_away_and_the_session_with_it(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.FACILITATOR, team_of(site), "peer@trust.example")
    first.open("/manage/accounts")
    first.follow("Take this role away (Facilitator of Harbour team")
    assert first.page.heading == "Take a role away from Somebody new"
    first.press("Take this role away")
    assert "peer@trust.example" not in first.page.words
    assert peer.open("/manage").heading == "Sign in"


def test_with_one_of_two_roles_gone_the_other_stays(
    site: Site, first: Manager, join: Join
) -> None:
    pier = add_pier_team(first)
    peer = join(Role.FACILITATOR, team_of(site))
    offer = Offer(peer.email, Membership(Role.FACILITATOR, pier))
    token = invite(site.installation, first.account, offer, at=site.clock())
    peer.open(f"/manage/invitation/{token}")
    peer.press("Take it up")
    harbour = Membership(Role.FACILITATOR, team_of(site))
    take_role(site.installation, first.account, peer.account.id, harbour)
    assert peer.account.memberships == (offer.membership,)


def test_the_last_who_looks_after_accounts_stays(first: Manager) -> None:
    first.open("/manage/accounts")
    first.follow("Take this role away (IT administrator")
    page = first.press("Take this role away", status=409)
    assert "This is the last account that looks after accounts" in page.words
    assert "IT administrator" in first.open("/manage/accounts").words


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.FACILITATOR])
def test_another_teams_role_cannot_be_taken_nor_asked_about(
    site: Site, first: Manager, join: Join, role: Role
) -> None:
    pier = add_pier_team(first)
    other = join(role, pier, "pier@trust.example")
    manager = join(Role.TEAM_MANAGER, team_of(site))
    take = f"/manage/accounts/{other.account.id}/take"
    manager.open(f"{take}?role={role}&team={pier}", status=404)
    with pytest.raises(NotAllowed):
        take_role(
            site.installation,
            manager.account,
            other.account.id,
            Membership(role, pier),
        )
    assert other.open("/manage").heading == "Your teams"


def test_naming_a_role_that_somebody_does_not_hold_signs_nobody_out(
    site: Site, first: Manager, join: Join
) -> None:
    manager = join(Role.TEAM_MANAGER, team_of(site))
    manager.open("/manage/accounts")
    sent = {
        "csrf_token": manager.token(),
        "role": Role.FACILITATOR,
        "team": team_of(site),
    }
    manager.send(f"/manage/accounts/{first.account.id}/take", sent)
    assert first.open("/manage").heading == "Your teams"


@pytest.mark.parametrize("query", ["", "?role=owner", "?role=facilitator&team=x"])
def test_a_role_that_is_none_cannot_be_asked_about(
    first: Manager, join: Join, site: Site, query: str
) -> None:
    other = join(Role.FACILITATOR, team_of(site))
    first.open(f"/manage/accounts/{other.account.id}/take{query}", status=404)
