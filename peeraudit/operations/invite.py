"""Invite somebody to a role, and take an invitation back."""

from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.record import Act, Entry, done_by
from peeraudit.account.roles import Account, Membership
from peeraudit.account.tokens import INVITATION_HOLDS, new_token, token_hash
from peeraudit.operations.acting import NotAllowed, as_they_are
from peeraudit.operations.installation import Installation
from peeraudit.operations.people import refuse_no_address, tidy
from peeraudit.operations.record_act import record_within
from peeraudit.storage import accounts, invitations, teams
from peeraudit.storage.invitations import Invitation
from peeraudit.storage.sealed_rows import SealedRows


class HasRole(ValueError):
    """An invitation to a role that the address holds already."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A role for an address."""

    email: str
    membership: Membership


def invite(
    installation: Installation, by: Account, offer: Offer, *, at: datetime
) -> str:
    """Remember an invitation, and return the token of its link.

    Raises
    ------
    NotAPerson
        If the address is none.
    HasRole
        If the address has the role.
    NotAllowed
        If the role is not for whoever invites to give, or is for themselves.
    """
    email, membership = tidy(offer.email), offer.membership
    refuse_no_address(email)
    token = new_token()
    with installation.changing_accounts() as rows:
        asker = as_they_are(rows, by)
        _refuse(rows, asker, Offer(email, membership))
        invitations.forget_until(rows, at)
        invitation = Invitation(email, membership, at + INVITATION_HOLDS, asker.id)
        invitations.add(rows, token_hash(token), invitation)
        record_within(rows, of_role(asker, Act.INVITED, membership, at))
    return token


def _refuse(rows: SealedRows, asker: Account, offer: Offer) -> None:
    """Raise for an offer that cannot be made."""
    if not asker.may_give(offer.membership):
        raise NotAllowed("this role is not yours to give")
    if offer.email == asker.email:
        # Else whoever looks after accounts would read reports at a word of their own.
        raise NotAllowed("nobody gives a role to themselves")
    team = offer.membership.team
    if team and teams.find(rows.connection, team) is None:
        raise NotAllowed("there is no such team")
    held = accounts.by_email(rows, offer.email)
    if held and offer.membership in held.memberships:
        raise HasRole("They have this role already")


def withdraw_invitation(
    installation: Installation,
    by: Account,
    offer: Offer,
    *,
    at: datetime | None = None,
) -> bool:
    """Take an invitation back, and say whether there was one.

    Raises
    ------
    NotAllowed
        If the role is not theirs to give.
    """
    with installation.changing_accounts() as rows:
        asker = as_they_are(rows, by)
        if not asker.may_give(offer.membership):
            raise NotAllowed("this invitation is not yours to take back")
        email = tidy(offer.email)
        if not invitations.forget_offer(rows, email, offer.membership):
            return False
        entry = of_role(asker, Act.WITHDREW_INVITATION, offer.membership, at)
        record_within(rows, entry)
    return True


def of_role(
    by: Account, act: Act, membership: Membership, at: datetime | None, whose: str = ""
) -> Entry:
    """Return the entry of what somebody does with a role; no address stands in it."""
    role = membership.role.replace("_", " ")
    about = f"{whose}, {role}" if whose else role
    return done_by(by, act, at, team=membership.team, about=about)
