"""A new password for somebody who has forgotten theirs, by a link that holds once."""

from datetime import datetime

from peeraudit.account.passwords import hash_password, refuse_weak
from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account, Right
from peeraudit.account.tokens import PASSWORD_LINK_HOLDS, new_token, token_hash
from peeraudit.operations.acting import NotAllowed, as_they_are
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_within
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import accounts, manager_sessions, password_links
from peeraudit.storage.password_links import PasswordLink
from peeraudit.storage.sealed_rows import SealedRows


def offer_password(
    installation: Installation, by: Account, account: str, *, at: datetime
) -> str:
    """Return the token of a link by which somebody chooses another password.

    Their password holds until then, and their second factor after it.

    Raises
    ------
    NotAllowed
        If whoever asks does not look after accounts, or it is their own.
    """
    with installation.changing_accounts() as rows:
        asker = as_they_are(rows, by)
        refuse_for(asker, account)
        other = accounts.find(rows, account)
        if other is None:
            raise NotAllowed("there is no such account")
        entry = done_by(asker, Act.HELPED_TO_SIGN_IN, at, about=other.name)
        record_within(rows, entry)
        return link_for(rows, account, at)


def refuse_for(asker: Account, account: str) -> None:
    """Raise :class:`NotAllowed` unless an asker may help somebody else to sign in.

    Their own password or second factor they change by showing the old one: else
    whoever finds their browser open could take the account.
    """
    if not asker.may(Right.MANAGE_ACCOUNTS) or asker.id == account:
        raise NotAllowed("this is for whoever looks after accounts, and not for theirs")


def link_for(rows: SealedRows, account: str, at: datetime) -> str:
    """Remember a link for an account, and return its token."""
    token = new_token()
    link = PasswordLink(account, at + PASSWORD_LINK_HOLDS)
    password_links.add(rows, token_hash(token), link)
    return token


def whose_link(
    installation: Installation, token: str, *, at: datetime
) -> Account | None:
    """Return the account of a link that can still be used."""
    with installation.reading_accounts() as rows:
        return _whose(rows, token, at)


def choose_password(
    installation: Installation, token: str, password: str, *, at: datetime
) -> Account:
    """Keep another password, and end wherever the account is signed in.

    Raises
    ------
    WrongState
        If the link is over.
    WeakPassword
        If the password is easily guessed.
    """
    account = whose_link(installation, token, at=at)
    if account is None:
        raise WrongState("this link is over")
    refuse_weak(password, known=(account.email, account.name))
    hashed = hash_password(password)
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        if _whose(rows, token, at) is None:
            raise WrongState("this link is over")
        accounts.set_password(rows, account.id, hashed)
        # Either the password or the trust's own sign-on, never a second way in.
        accounts.set_subject(rows, account.id, None)
        password_links.forget(rows, account.id)
        manager_sessions.end_all(rows, account.id)
    return account


def _whose(rows: SealedRows, token: str, at: datetime) -> Account | None:
    """Return whose link a token is, while it holds."""
    link = password_links.find(rows, token_hash(token))
    if link is None or at >= link.until:
        return None
    return accounts.find(rows, link.account)
