"""Help for the last administrator, from whoever has the command line."""

from datetime import datetime

from peeraudit.account.record import COMMAND_LINE, Act, Entry, done_by
from peeraudit.account.roles import Account
from peeraudit.operations.installation import Installation
from peeraudit.operations.new_password import link_for
from peeraudit.operations.people import tidy
from peeraudit.operations.record_act import record_within
from peeraudit.storage import accounts, manager_sessions
from peeraudit.storage.sealed_rows import SealedRows


class NoSuchAccount(LookupError):
    """An address that has no account here."""


def offer_password_to(installation: Installation, email: str, *, at: datetime) -> str:
    """Return the token of a link by which an account chooses another password.

    Raises
    ------
    NoSuchAccount
        If the address has none.
    """
    with installation.changing_accounts() as rows:
        account = _account(rows, email)
        record_within(rows, _helped(account, at))
        return link_for(rows, account.id, at)


def remove_factor_of(installation: Installation, email: str) -> None:
    """Forget the second factor of an account, and end wherever it is signed in.

    Raises
    ------
    NoSuchAccount
        If the address has none.
    """
    with installation.changing_accounts() as rows:
        account = _account(rows, email)
        accounts.set_factor(rows, account.id, None)
        manager_sessions.end_all(rows, account.id)
        record_within(rows, _helped(account))


def _helped(account: Account, at: datetime | None = None) -> Entry:
    """Return the entry of help that came from the machine."""
    return done_by(COMMAND_LINE, Act.HELPED_TO_SIGN_IN, at, about=account.name)


def _account(rows: SealedRows, email: str) -> Account:
    """Return the account of an address, and hold it."""
    accounts.hold(rows)
    found = accounts.by_email(rows, tidy(email))
    if found is None:
        raise NoSuchAccount(f"there is no account for {email}")
    return found
