"""What somebody changes of their own account: password, second factor, sessions."""

from dataclasses import replace
from datetime import datetime

from peeraudit.account.passwords import hash_password, refuse_weak
from peeraudit.account.roles import Account
from peeraudit.account.second_factor import SecondFactor
from peeraudit.operations.guesses import Wait
from peeraudit.operations.installation import Installation
from peeraudit.operations.kept_factor import write_factor
from peeraudit.operations.sessions import Signed
from peeraudit.operations.sign_in import (
    Began,
    Right,
    Tried,
    Wrong,
    begin_session,
    look_at_password,
)
from peeraudit.storage import accounts, manager_sessions, password_links
from peeraudit.storage.sealed_rows import SealedRows


def change_password(
    installation: Installation, signed: Signed, old: Tried, new: str, *, at: datetime
) -> Began | Wrong | Wait:
    """Keep another password, and end every session but a new one for this browser.

    Raises
    ------
    WeakPassword
        If the new password is easily guessed.
    """
    account = signed.account
    own = replace(old, email=account.email)
    looked = look_at_password(installation, own, at=at)
    if not isinstance(looked, Right):
        return looked
    refuse_weak(new, known=(account.email, account.name))
    hashed = hash_password(new)
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        if not looked.still_holds(rows):
            return Wrong()
        accounts.set_password(rows, account.id, hashed)
        password_links.forget(rows, account.id)
        return _afresh(rows, account, at)


def change_factor(
    installation: Installation,
    signed: Signed,
    old: Tried,
    factor: SecondFactor,
    *,
    at: datetime,
) -> Began | Wrong | Wait:
    """Keep another second factor, and end every session but a new one.

    Parameters
    ----------
    old
        Their own password, shown again: a browser that was left open is not enough.
    factor
        What is left of it after a code from it was taken.
    """
    account = signed.account
    own = replace(old, email=account.email)
    looked = look_at_password(installation, own, at=at)
    if not isinstance(looked, Right):
        return looked
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        if not looked.still_holds(rows):
            return Wrong()
        write_factor(rows, account.id, factor)
        return _afresh(rows, account, at)


def sign_out_everywhere(installation: Installation, account: Account) -> None:
    """End every session of an account, this one too."""
    with installation.changing_accounts() as rows:
        manager_sessions.end_all(rows, account.id)


def _afresh(rows: SealedRows, account: Account, at: datetime) -> Began:
    """End every session of an account, and begin one for whoever showed it all."""
    manager_sessions.end_all(rows, account.id)
    return begin_session(rows, account.id, at=at, is_complete=True)
