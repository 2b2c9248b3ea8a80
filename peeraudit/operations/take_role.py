"""Take a role away, with every invitation that rests on it."""

from datetime import datetime

from peeraudit.account.record import Act
from peeraudit.account.roles import Account, Membership
from peeraudit.operations.acting import (
    NotAllowed,
    as_they_are,
    refuse_without_accounts,
)
from peeraudit.operations.installation import Installation
from peeraudit.operations.invite import of_role
from peeraudit.operations.record_act import record_within
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import accounts, invitations, manager_sessions
from peeraudit.storage.sealed_rows import SealedRows


def take_role(
    installation: Installation,
    by: Account,
    account: str,
    membership: Membership,
    *,
    at: datetime | None = None,
) -> None:
    """Take a role away; the account signs in anew, and goes with its last role.

    Raises
    ------
    NotAllowed
        If it is not theirs to take, or the last who looks after accounts would go.
    WrongState
        If the account does not hold the role: somebody else has taken it just now.
    """
    with installation.changing_accounts() as rows:
        asker = as_they_are(rows, by)
        if not asker.may_give(membership):
            raise NotAllowed("this role is not yours to take away")
        found = accounts.find(rows, account)
        if found is None or membership not in found.memberships:
            raise WrongState("they do not hold this role any more")
        lose_role(rows, found, membership)
        refuse_without_accounts(rows)
        entry = of_role(asker, Act.TOOK_ROLE, membership, at, found.name)
        record_within(rows, entry)


def lose_role(rows: SealedRows, account: Account, membership: Membership) -> None:
    """Take a role from an account that holds it, and all that rests on the role."""
    accounts.take(rows, account.id, membership)
    # An old link to the same role would give it back.
    invitations.forget_offer(rows, account.email, membership)
    manager_sessions.end_all(rows, account.id)
    left = accounts.find(rows, account.id)
    if left is None or not left.memberships:
        accounts.remove(rows, account.id)
        return
    for each in invitations.every(rows):
        if each.by == left.id and not left.may_give(each.membership):
            invitations.forget_offer(rows, each.email, each.membership)
