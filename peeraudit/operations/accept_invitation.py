"""Take an invitation up: with an account of one's own, or with a new one."""

import secrets
from datetime import datetime

from peeraudit.account.passwords import hash_password, refuse_weak
from peeraudit.account.record import Act
from peeraudit.account.roles import Account
from peeraudit.account.tokens import token_hash
from peeraudit.operations.installation import Installation
from peeraudit.operations.invite import of_role
from peeraudit.operations.people import Person
from peeraudit.operations.record_act import record_within
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import accounts, invitations
from peeraudit.storage.invitations import Invitation
from peeraudit.storage.sealed_rows import SealedRows


def read_invitation(
    installation: Installation, token: str, *, at: datetime
) -> Invitation | None:
    """Return an invitation that can still be taken up."""
    with installation.reading_accounts() as rows:
        return _standing(rows, token, at)


def has_account(installation: Installation, email: str) -> bool:
    """Say whether an invited address has an account already: then it gets the role."""
    with installation.reading_accounts() as rows:
        return accounts.by_email(rows, email) is not None


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
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        found = _standing(rows, token, at)
        if found is None or accounts.by_email(rows, person.email):
            raise WrongState("this invitation is over")
        account = Account(
            secrets.token_hex(8), person.email, person.name, (found.membership,)
        )
        accounts.add(rows, account, hashed)
        invitations.forget(rows, token_hash(token))
        record_within(rows, of_role(account, Act.JOINED, found.membership, at))
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
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        invitation = _standing(rows, token, at)
        holder = accounts.find(rows, account.id)
        if not invitation or not holder or invitation.email != holder.email:
            raise WrongState("this invitation is over, or for another address")
        accounts.give(rows, holder.id, invitation.membership)
        invitations.forget(rows, token_hash(token))
        record_within(rows, of_role(holder, Act.JOINED, invitation.membership, at))


def _standing(rows: SealedRows, token: str, at: datetime) -> Invitation | None:
    """Return an invitation that is not over, and that could be made today."""
    found = invitations.find(rows, token_hash(token))
    if found is None or at >= found.until:
        return None
    return found if may_still_offer(rows, found) else None


def may_still_offer(rows: SealedRows, invitation: Invitation) -> bool:
    """Say whether whoever made an invitation still has the right to."""
    by = accounts.find(rows, invitation.by)
    return by is not None and by.may_give(invitation.membership)
