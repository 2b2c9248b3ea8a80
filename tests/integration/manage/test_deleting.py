"""An account is deleted by its owner, or by who looks after accounts."""

import pytest

from peeraudit.account.record import Act
from peeraudit.account.roles import Membership, Role
from peeraudit.operations.accept_invitation import read_invitation
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.delete_account import delete_account
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.read_record import read_record
from peeraudit.operations.see_people import find_account
from tests.integration.manage.managing import PASSWORD, Join, Manager, team_of
from tests.journeys.site import Site

OTHER = "other@trust.example"


def test_somebody_deletes_their_own_account_with_their_password(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.FACILITATOR, team_of(site))
    whose = peer.account.id
    peer.open("/manage/account")
    peer.follow("Delete your account")
    wrong = peer.press("Delete my account", old="not this one", status=400)
    assert "This is not your password" in wrong.words
    peer.press("Delete my account", old="", status=400)
    done = peer.press("Delete my account", old=PASSWORD)
    assert done.heading == "Your account is deleted"
    assert peer.open("/manage").heading == "Sign in"
    assert find_account(site.installation, whose) is None
    words = first.open("/manage/record").words
    assert "Deleted an account: Somebody new, by Somebody new" in words


def test_what_they_offered_and_were_offered_ends(
    site: Site, first: Manager, join: Join
) -> None:
    here, at, team = site.installation, site.clock(), team_of(site)
    manager = join(Role.TEAM_MANAGER, team)
    facilitator = Membership(Role.FACILITATOR, team)
    sent = invite(here, manager.account, Offer(OTHER, facilitator), at=at)
    got = invite(here, first.account, Offer(manager.email, facilitator), at=at)
    first.open("/manage/accounts")
    first.follow("Delete account of Somebody new")
    first.press("Delete this account")
    assert "Somebody new" not in first.page.words
    assert read_invitation(here, sent, at=at) is None
    assert read_invitation(here, got, at=at) is None
    assert manager.open("/manage").heading == "Sign in"


def test_the_last_who_looks_after_accounts_stays(site: Site, first: Manager) -> None:
    first.open("/manage/account/delete")
    kept = first.press("Delete my account", old=PASSWORD, status=409)
    assert "Invite another IT administrator first" in kept.words
    assert first.open("/manage").heading == "Your teams"
    acts = {each.act for each in read_record(site.installation).entries}
    assert Act.DELETED_ACCOUNT not in acts


def test_only_who_looks_after_accounts_deletes_those_of_others(
    site: Site, first: Manager, join: Join
) -> None:
    lead = join(Role.TRUST_LEAD)
    lead.open(f"/manage/accounts/{first.account.id}/delete", 404)
    with pytest.raises(NotAllowed):
        delete_account(
            site.installation, lead.account, first.account.id, at=site.clock()
        )
    first.open(f"/manage/accounts/{first.account.id}/delete", 404)
    first.open("/manage/accounts/nobody/delete", 404)


def test_two_who_delete_the_same_account_both_have_what_they_wanted(
    site: Site, first: Manager, join: Join
) -> None:
    whose = join(Role.FACILITATOR, team_of(site)).account.id
    for _ in range(2):
        delete_account(site.installation, first.account, whose, at=site.clock())
    entries = read_record(site.installation).entries
    assert [each.act for each in entries].count(Act.DELETED_ACCOUNT) == 1
