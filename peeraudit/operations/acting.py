"""Whoever changes accounts, as they are at that moment and not when they asked."""

from sqlalchemy import Connection

from peeraudit.account.roles import Account, Right
from peeraudit.storage import accounts


class NotAllowed(PermissionError):
    """Something that the role of whoever asks does not give."""


def as_they_are(connection: Connection, by: Account) -> Account:
    """Return an account as it is now, and hold all accounts until this is over.

    Raises
    ------
    NotAllowed
        If the account is gone: its role was taken a moment ago.
    """
    accounts.hold(connection)
    found = accounts.find(connection, by.id)
    if found is None:
        raise NotAllowed("your account is gone")
    return found


def refuse_without_accounts(connection: Connection) -> None:
    """Raise :class:`NotAllowed` where nobody would be left who looks after accounts."""
    left = accounts.every(connection)
    if not any(each.may(Right.MANAGE_ACCOUNTS) for each in left):
        raise NotAllowed("somebody has to look after accounts")
