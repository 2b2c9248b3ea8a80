"""Invite somebody to a role; they make their account themselves, or add the role."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.passwords import hash_password, refuse_weak
from peeraudit.account.roles import Account, Membership, Right, Role
from peeraudit.account.tokens import INVITATION_HOLDS, new_token, token_hash
from peeraudit.operations.installation import Installation
from peeraudit.operations.people import NotAPerson, Person, is_address, tidy
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import accounts, manager_sessions
from peeraudit.storage.accounts import Invitation


class NotAllowed(PermissionError):
    """Something that the role of whoever asks does not give."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A role for an address."""

    email: str
    membership: Membership


def may_offer(account: Account, membership: Membership) -> bool:
    """Say whether somebody may give a role, or take it away."""
    role = membership.role
    if account.may(Right.MANAGE_ACCOUNTS):
        return True
    if not account.may(Right.INVITE_TO_TEAM, membership.team or None):
        return False
    return role.is_for_a_team and bool(membership.team)


def invite(
    installation: Installation, account: Account, offer: Offer, *, at: datetime
) -> str:
    """Remember an invitation, and return the token of its link.

    Raises
    ------
    NotAPerson
        If the address is none.
    NotAllowed
        If the role is not for whoever invites to give.
    """
    email = tidy(offer.email)
    if not is_address(email):
        raise NotAPerson("Enter an e-mail address, like name@trust.nhs.uk")
    role, team = offer.membership.role, offer.membership.team
    if role.is_for_a_team != bool(team) or not may_offer(account, offer.membership):
        raise NotAllowed(f"{role} is not yours to give")
    token = new_token()
    invitation = Invitation(email, offer.membership, at + INVITATION_HOLDS)
    with installation.database.transaction() as connection:
        accounts.invite(connection, token_hash(token), invitation)
    return token


def read_invitation(
    installation: Installation, token: str, *, at: datetime
) -> Invitation | None:
    """Return an invitation that can still be taken up."""
    with installation.database.reading() as connection:
        found = accounts.invitation(connection, token_hash(token))
    return found if found and at < found.until else None


def has_account(installation: Installation, email: str) -> bool:
    """Say whether an invited address has an account already: then it gets the role."""
    with installation.database.reading() as connection:
        return accounts.by_email(connection, email) is not None


def accept(
    installation: Installation, token: str, name: str, password: str, *, at: datetime
) -> Account:
    """Make the account of somebody who was invited.

    Raises
    ------
    WrongState
        If the invitation is over, or the address has an account.
    WeakPassword, NotAPerson
        If password or name will not do.
    """
    invitation = read_invitation(installation, token, at=at)
    if invitation is None:
        raise WrongState("this invitation is over")
    person = Person(name.strip(), invitation.email)
    refuse_weak(password, known=(person.email, person.name))
    hashed = hash_password(password)
    account = Account(
        secrets.token_hex(8), person.email, person.name, (invitation.membership,)
    )
    with installation.database.transaction() as connection:
        accounts.hold(connection)
        if accounts.invitation(connection, token_hash(token)) is None:
            raise WrongState("this invitation is over")
        if accounts.by_email(connection, person.email):
            raise WrongState("there is an account for this address")
        accounts.add(connection, account, hashed)
        accounts.withdraw(connection, token_hash(token))
    return account


def accept_as(
    installation: Installation, token: str, account: Account, *, at: datetime
) -> None:
    """Add the role of an invitation to the account that it was sent to.

    Raises
    ------
    WrongState
        If the invitation is over, or was sent to somebody else.
    """
    invitation = read_invitation(installation, token, at=at)
    if invitation is None or invitation.email != account.email:
        raise WrongState("this invitation is over, or for another address")
    with installation.database.transaction() as connection:
        accounts.give(connection, account.id, invitation.membership)
        accounts.withdraw(connection, token_hash(token))


def list_accounts(
    installation: Installation,
) -> tuple[tuple[Account, ...], tuple[Invitation, ...]]:
    """Return every account, and every invitation that is open."""
    with installation.database.reading() as connection:
        return (
            tuple(accounts.every(connection)),
            tuple(accounts.invitations(connection)),
        )


def take_role(
    installation: Installation, by: Account, account: str, membership: Membership
) -> None:
    """Take a role away; the account signs in anew, and goes with its last role.

    Raises
    ------
    NotAllowed
        If it is not theirs to take, or the last who looks after accounts would go.
    """
    if not may_offer(by, membership):
        raise NotAllowed("this role is not yours to take away")
    with installation.database.transaction() as connection:
        accounts.hold(connection)
        accounts.take(connection, account, membership)
        manager_sessions.end_all(connection, account)
        left = accounts.every(connection)
        if not any(each.may(Right.MANAGE_ACCOUNTS) for each in left):
            raise NotAllowed("somebody has to look after accounts")
        if not any(each.memberships for each in left if each.id == account):
            accounts.remove(connection, account)


def withdraw_invitation(
    installation: Installation, by: Account, email: str, membership: Membership
) -> None:
    """Take an invitation back.

    Raises
    ------
    NotAllowed
        If the role is not theirs to give.
    """
    if not may_offer(by, membership):
        raise NotAllowed("this invitation is not yours to take back")
    with installation.database.transaction() as connection:
        accounts.forget_invitations(connection, email, [membership])


ROLES_OF_THE_TRUST = tuple(role for role in Role if not role.is_for_a_team)
ROLES_OF_A_TEAM = tuple(role for role in Role if role.is_for_a_team)
