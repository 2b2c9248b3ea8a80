"""Whoever changes accounts, as they are at that moment and not when they asked."""

from peeraudit.account.roles import Account, Right
from peeraudit.storage import accounts
from peeraudit.storage.sealed_rows import SealedRows


class NotAllowed(PermissionError):
    """Something that the role of whoever asks does not give."""


def as_they_are(rows: SealedRows, by: Account) -> Account:
    """Return an account as it is now, and hold all accounts until this is over.

    Raises
    ------
    NotAllowed
        If the account is gone: its role was taken a moment ago.
    """
    accounts.hold(rows)
    found = accounts.find(rows, by.id)
    if found is None:
        raise NotAllowed("your account is gone")
    return found


def refuse_without_accounts(rows: SealedRows) -> None:
    """Raise :class:`NotAllowed` where nobody would be left who looks after accounts."""
    left = accounts.every(rows)
    if not any(each.may(Right.MANAGE_ACCOUNTS) for each in left):
        raise NotAllowed("somebody has to look after accounts")
