"""Delete an account, one's own or somebody else's: never the last of its kind."""

from dataclasses import replace
from datetime import datetime

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account, Right
from peeraudit.operations.acting import (
    NotAllowed,
    as_they_are,
    refuse_without_accounts,
)
from peeraudit.operations.guesses import Wait
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_within
from peeraudit.operations.sessions import Signed
from peeraudit.operations.sign_in import Right as RightPassword
from peeraudit.operations.sign_in import Tried, Wrong, look_at_password
from peeraudit.storage import accounts, invitations
from peeraudit.storage.sealed_rows import SealedRows


def delete_account(
    installation: Installation, by: Account, account: str, *, at: datetime
) -> None:
    """Delete somebody else's account; where it is gone already, it is as wanted.

    Raises
    ------
    NotAllowed
        If whoever asks does not look after accounts, or it is their own.
    """
    with installation.changing_accounts() as rows:
        asker = as_they_are(rows, by)
        if not asker.may(Right.MANAGE_ACCOUNTS) or asker.id == account:
            raise NotAllowed("this is for whoever looks after accounts")
        if found := accounts.find(rows, account):
            _delete(rows, found, asker, at)


def delete_own_account(
    installation: Installation, signed: Signed, old: Tried, *, at: datetime
) -> Wrong | Wait | None:
    """Delete one's own account, where its password is shown again and it has one.

    Returns
    -------
        Nothing once it is deleted; else why the password was not taken.

    Raises
    ------
    NotAllowed
        If nobody would be left who looks after accounts.
    """
    own = signed.account
    with installation.reading_accounts() as rows:
        has_password = bool(accounts.secrets_of(rows, own.id).password)
    shown: RightPassword | None = None
    if has_password:
        tried = replace(old, email=own.email)
        looked = look_at_password(installation, tried, at=at)
        if not isinstance(looked, RightPassword):
            return looked
        shown = looked
    with installation.changing_accounts() as rows:
        now = as_they_are(rows, own)
        if shown and not shown.still_holds(rows):
            return Wrong()
        _delete(rows, now, now, at)
    return None


def _delete(rows: SealedRows, account: Account, by: Account, at: datetime) -> None:
    """Forget an account with its roles and sessions, and all that leads back to it."""
    for each in invitations.every(rows):
        if each.email == account.email:
            invitations.forget_offer(rows, each.email, each.membership)
    accounts.remove(rows, account.id)
    refuse_without_accounts(rows)
    record_within(rows, done_by(by, Act.DELETED_ACCOUNT, at, about=account.name))
