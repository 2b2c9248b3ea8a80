"""Sign in: password first, then the second factor; slowed down, and not locked."""

from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.devices import Device
from peeraudit.account.passwords import is_password
from peeraudit.account.roles import Account
from peeraudit.account.second_factor import SecondFactor, new_second_factor
from peeraudit.account.tokens import new_token, token_hash
from peeraudit.operations.guesses import (
    Wait,
    begin_guess,
    forget_guesses,
    known,
    place_of,
    take_back,
)
from peeraudit.operations.installation import Installation
from peeraudit.operations.kept_factor import read_factor, write_factor
from peeraudit.operations.people import tidy
from peeraudit.operations.sessions import Signed, find_session
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import accounts, manager_sessions
from peeraudit.storage.manager_sessions import ManagerSession
from peeraudit.storage.sealed_rows import SealedRows


@dataclass(frozen=True, slots=True, repr=False)
class Tried:
    """What somebody typed, and in which browser, if that is known."""

    email: str
    password: str
    device: Device | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not right; which part is not told."""


@dataclass(frozen=True, slots=True, repr=False)
class Began:
    """A session that has begun, and its token for the cookie."""

    token: str
    complete: str = ""
    """Whose it is, once all was shown: their browser is known from then on."""


@dataclass(frozen=True, slots=True, repr=False)
class Setup:
    """A fresh second factor to be put into an app, and codes to be written down."""

    factor: SecondFactor
    recovery: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Right:
    """A password that was right a moment ago."""

    account: Account
    kept: str
    """What it was compared with."""

    def still_holds(self, rows: SealedRows) -> bool:
        """Say whether the account is there, and its password is the same."""
        if accounts.find(rows, self.account.id) is None:
            return False
        return accounts.secrets_of(rows, self.account.id).password == self.kept


def check_password(
    installation: Installation, tried: Tried, *, at: datetime
) -> Began | Wrong | Wait:
    """Begin a session that still lacks its second factor."""
    looked = look_at_password(installation, tried, at=at)
    if not isinstance(looked, Right):
        return looked
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        if not looked.still_holds(rows):
            return Wrong()
        return begin_session(rows, looked.account.id, at=at)


def look_at_password(
    installation: Installation, tried: Tried, *, at: datetime
) -> Right | Wrong | Wait:
    """Say whether a password is that of an address; it counts as wrong until then."""
    email = tidy(tried.email)
    with installation.changing_accounts() as rows:
        account = accounts.by_email(rows, email)
        kept = accounts.secrets_of(rows, account.id).password if account else ""
        place = place_of(email, known(tried.device, account))
        guess = begin_guess(rows.connection, place, at)
    if isinstance(guess, Wait):
        return guess
    # Outside of any transaction: it takes long on purpose, with an account or without.
    if not is_password(kept, tried.password) or account is None:
        return Wrong()
    with installation.changing_accounts() as rows:
        take_back(rows.connection, guess)
    return Right(account, kept)


def begin_session(
    rows: SealedRows,
    account: str,
    *,
    at: datetime,
    is_complete: bool = False,
    shown: str = "",
) -> Began:
    """Remember a new session; its token is known to the browser alone."""
    token = new_token()
    session = ManagerSession(account, at, at, is_complete, shown)
    manager_sessions.add(rows, token_hash(token), session)
    return Began(token, account if is_complete else "")


def needs_set_up(installation: Installation, signed: Signed) -> bool:
    """Say whether an account has no second factor yet."""
    with installation.reading_accounts() as rows:
        return read_factor(rows, signed.account.id) is None


def offer_factor() -> Setup:
    """Return a fresh second factor: kept only once a code from it was shown."""
    return Setup(*new_second_factor())


def set_up_factor(
    installation: Installation, token: str, setup: SecondFactor, code: str, at: datetime
) -> Began | Wrong:
    """Keep a second factor whose first code is right, and complete the session.

    Raises
    ------
    WrongState
        If the account has a second factor already.
    """
    used = setup.take(code, at)
    if used is None:
        return Wrong()
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        found = find_session(rows, token, at=at)
        if found is None:
            return Wrong()
        if read_factor(rows, found.account.id) is not None:
            raise WrongState("this account has a second factor already")
        write_factor(rows, found.account.id, used)
        return _complete(rows, token, found, at)


def check_factor(
    installation: Installation,
    token: str,
    code: str,
    device: Device | None = None,
    *,
    at: datetime,
) -> Began | Wrong | Wait:
    """Complete a session with a code from the app, or with a recovery code."""
    with installation.changing_accounts() as rows:
        # One after the other: a code is taken once, and each wrong one is counted.
        accounts.hold(rows)
        found = find_session(rows, token, at=at)
        if found is None:
            return Wrong()
        device = known(device, found.account)
        guess = begin_guess(rows.connection, place_of(found.account.email, device), at)
        if isinstance(guess, Wait):
            return guess
        factor = read_factor(rows, found.account.id)
        used = factor.take(code, at) if factor else None
        if used is None:
            return Wrong()
        take_back(rows.connection, guess)
        forget_guesses(rows.connection, guess.place, device)
        write_factor(rows, found.account.id, used)
        return _complete(rows, token, found, at)


def _complete(rows: SealedRows, token: str, found: Signed, at: datetime) -> Began:
    """Put a session with another token in place of one that was half way through."""
    manager_sessions.end(rows, token_hash(token))
    return begin_session(rows, found.account.id, at=at, is_complete=True)
