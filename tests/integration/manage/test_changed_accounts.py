"""Whoever writes the database gives themselves nothing by it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, delete, insert, text, update

from peeraudit.account.roles import Membership, Role
from peeraudit.account.tokens import token_hash
from peeraudit.operations.accept_invitation import read_invitation
from peeraudit.operations.first_account import first_token, is_first_token
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.new_password import offer_password, whose_link
from peeraudit.operations.sessions import signed_in
from peeraudit.operations.sign_in import Began, Tried, check_password
from peeraudit.storage import accounts
from peeraudit.storage.tables import (
    AccountRow,
    InvitationRow,
    ManagerSessionRow,
    MembershipRow,
    PasswordLinkRow,
    SettingRow,
)
from tests.integration.manage.managing import EMAIL, PASSWORD, Join, Manager
from tests.journeys.site import Site

PEER = "peer@trust.example"
OWN = "a token of their own"
CHANGES = (
    "INSERT INTO membership VALUES (:peer, 'trust_lead', '')",
    "UPDATE membership SET role = 'trust_lead' WHERE account_id = :peer",
    "UPDATE account SET password = (SELECT password FROM account WHERE id = :lead) "
    "WHERE id = :peer",
    "UPDATE account SET factor = (SELECT factor FROM account WHERE id = :lead) "
    "WHERE id = :peer",
    "UPDATE account SET factor = NULL WHERE id = :peer",
    "UPDATE account SET subject = 'me' WHERE id = :peer",
    "UPDATE account SET email = 'other@trust.example' WHERE id = :peer",
)
"""What somebody might write who wants another's rights."""


@contextmanager
def writing(site: Site) -> Iterator[Connection]:
    """Write the database as somebody does who has no key."""
    with site.installation.database.transaction() as connection:
        yield connection


def is_there(site: Site, email: str) -> bool:
    with site.installation.reading_accounts() as rows:
        return accounts.by_email(rows, email) is not None


def test_an_account_put_into_the_database_is_none(
    site: Site, first: Manager, caplog: pytest.LogCaptureFixture
) -> None:
    with writing(site) as connection:
        copied = (
            "INSERT INTO account (id, email, name, password, factor, seal) SELECT "
            "'ab12', :email, 'Nobody', password, factor, seal FROM account"
        )
        connection.execute(text(copied).bindparams(email=PEER))
        connection.execute(
            insert(MembershipRow).values(
                account_id="ab12", role=Role.TRUST_LEAD, team_id=""
            )
        )
    assert first.open("/manage").heading == "Your teams"
    assert not is_there(site, PEER)
    at = site.clock()
    began = check_password(site.installation, Tried(PEER, PASSWORD), at=at)
    assert not isinstance(began, Began)
    assert caplog.messages[-1].startswith("account ab12 is not as PeerAudit wrote it")
    assert PEER not in caplog.text
    # The address is free for its owner all the same.
    offer = Offer(PEER, Membership(Role.TRUST_LEAD))
    assert invite(site.installation, first.account, offer, at=at)


def test_an_account_that_was_changed_is_none(
    site: Site, first: Manager, join: Join
) -> None:
    ids = {
        "peer": join(Role.IT_ADMINISTRATOR, "", PEER).account.id,
        "lead": first.account.id,
    }
    with site.installation.changing_accounts() as rows:
        assert accounts.find(rows, ids["peer"])
        for changed in CHANGES:
            with rows.connection.begin_nested() as undone:
                statement = text(changed)
                used = {name: ids[name] for name in statement.compile().params}
                rows.connection.execute(statement.bindparams(**used))
                assert accounts.find(rows, ids["peer"]) is None, changed
                assert accounts.find(rows, ids["lead"]), changed
                undone.rollback()


def test_whoever_got_a_role_so_is_signed_out(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.IT_ADMINISTRATOR, "", PEER)
    assert peer.open("/manage").heading == "Welcome"
    with writing(site) as connection:
        connection.execute(text(CHANGES[0]).bindparams(peer=peer.account.id))
    assert peer.open("/manage").heading == "Sign in"
    assert "Somebody new" not in first.open("/manage/accounts").words


def test_a_session_is_nobodys_but_whose_it_was(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.IT_ADMINISTRATOR, "", PEER)
    lead = first.account.id
    with writing(site) as connection:
        mine = ManagerSessionRow.account_id == peer.account.id
        connection.execute(
            update(ManagerSessionRow).where(mine).values(account_id=lead)
        )
    assert peer.open("/manage").heading == "Sign in"
    half = Manager(site, PEER)
    half.open("/manage/sign-in")
    half.press("Continue", email=PEER, password=PASSWORD)
    with writing(site) as connection:
        connection.execute(update(ManagerSessionRow).values(is_complete=True))
    assert half.open("/manage").heading == "Sign in"


def test_a_session_put_in_is_none(site: Site, first: Manager) -> None:
    with writing(site) as connection:
        connection.execute(
            insert(ManagerSessionRow).values(
                token=token_hash(OWN),
                account_id=first.account.id,
                made_at=site.clock(),
                seen_at=site.clock(),
                is_complete=True,
                shown="",
                seal=b"x" * 32,
            )
        )
    assert signed_in(site.installation, OWN, at=site.clock()) is None


@pytest.mark.parametrize(
    "values",
    [{"role": Role.TRUST_LEAD}, {"email": EMAIL}, {"token": token_hash(OWN)}],
)
def test_an_invitation_that_was_changed_is_over(
    site: Site, first: Manager, values: dict[str, object]
) -> None:
    offer = Offer(PEER, Membership(Role.IT_ADMINISTRATOR))
    token = invite(site.installation, first.account, offer, at=site.clock())
    assert read_invitation(site.installation, token, at=site.clock())
    with writing(site) as connection:
        connection.execute(update(InvitationRow).values(values))
    for each in (token, OWN):
        assert read_invitation(site.installation, each, at=site.clock()) is None


def test_a_link_for_a_password_that_was_changed_is_over(
    site: Site, first: Manager, join: Join
) -> None:
    peer = join(Role.IT_ADMINISTRATOR, "", PEER)
    at = site.clock()
    token = offer_password(site.installation, first.account, peer.account.id, at=at)
    assert whose_link(site.installation, token, at=at)
    lead = first.account.id
    with writing(site) as connection:
        connection.execute(update(PasswordLinkRow).values(account_id=lead))
    assert whose_link(site.installation, token, at=at) is None


def test_whoever_deletes_all_accounts_makes_no_first_one(
    site: Site, first: Manager
) -> None:
    assert first.page
    with writing(site) as connection:
        for table in (ManagerSessionRow, MembershipRow, AccountRow):
            connection.execute(delete(table))
        kept = token_hash(OWN).hex()
        connection.execute(insert(SettingRow).values(name="first_token", value=kept))
    assert not is_first_token(site.installation, OWN)
    printed = first_token(site.installation) or ""
    assert is_first_token(site.installation, printed)
