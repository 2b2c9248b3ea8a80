"""The first account of an installation, made with a token that each start prints."""

import secrets
from datetime import datetime

from peeraudit.account.passwords import hash_password, refuse_weak
from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account, Membership, Role
from peeraudit.account.tokens import new_token
from peeraudit.operations.installation import Installation
from peeraudit.operations.people import Person
from peeraudit.operations.record_act import record_within
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import accounts, installation_settings
from peeraudit.storage.sealed_rows import SealedRows

FIRST_TOKEN = "first_token"  # noqa: S105  # the name of a setting
FIRST_ROLES = (Role.TRUST_LEAD, Role.IT_ADMINISTRATOR)
"""Whoever begins looks after teams and accounts, until others are invited."""


def first_token(installation: Installation) -> str | None:
    """Return a fresh token for the first account; nothing where there is one already.

    Each start makes another, and only the last one holds: it is printed and not kept.
    """
    token = new_token()
    with installation.changing_accounts() as rows:
        if accounts.number(rows):
            return None
        kept = rows.seal(FIRST_TOKEN, token).hex()
        installation_settings.keep(rows.connection, FIRST_TOKEN, kept)
    return token


def is_first_token(installation: Installation, token: str) -> bool:
    """Say whether a token makes the first account."""
    with installation.reading_accounts() as rows:
        kept = installation_settings.find(rows.connection, FIRST_TOKEN)
        return not accounts.number(rows) and _fits(rows, kept, token)


def make_first_account(
    installation: Installation,
    token: str,
    person: Person,
    password: str,
    *,
    at: datetime | None = None,
) -> Account:
    """Make the first account, once; now where no moment is given.

    Raises
    ------
    WrongState
        If there is an account already, or the token is not the one last printed.
    WeakPassword
        If the password is easily guessed.
    """
    refuse_weak(password, known=(person.email, person.name))
    memberships = tuple(Membership(role) for role in FIRST_ROLES)
    account = Account(secrets.token_hex(8), person.email, person.name, memberships)
    hashed = hash_password(password)
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        kept = installation_settings.find(rows.connection, FIRST_TOKEN)
        if accounts.number(rows) or not _fits(rows, kept, token):
            raise WrongState("the first account has been made, or the token is not it")
        accounts.add(rows, account, hashed)
        installation_settings.forget(rows.connection, FIRST_TOKEN)
        record_within(rows, done_by(account, Act.MADE_ACCOUNT, at))
    return account


def _fits(rows: SealedRows, kept: str | None, token: str) -> bool:
    """Say whether a token is the one that was printed.

    Only its mark is kept: whoever writes the database cannot put in one of their own.
    """
    mark = rows.seal(FIRST_TOKEN, token).hex()
    return kept is not None and secrets.compare_digest(kept, mark)
