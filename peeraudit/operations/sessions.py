"""Who is signed in: sessions end after a working day, and after half an hour idle."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from peeraudit.account.roles import Account
from peeraudit.account.throttle import FORGOTTEN_AFTER
from peeraudit.account.tokens import IDLE_HOLDS, SESSION_HOLDS, token_hash
from peeraudit.operations.installation import Installation
from peeraudit.storage import accounts, failures, manager_sessions
from peeraudit.storage.sealed_rows import SealedRows

SEEN_EVERY = timedelta(minutes=1)
"""How exactly it is kept when a session was last used."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody with a session that holds."""

    account: Account
    is_complete: bool
    """Whether the second factor was shown too; before that nothing is open to them."""
    shown: str = ""
    """What the trust's own sign-on says was shown to it; empty for a password."""


def signed_in(installation: Installation, token: str, *, at: datetime) -> Signed | None:
    """Return whose session a token is; none where it has ended."""
    with installation.changing_accounts() as rows:
        return find_session(rows, token, at=at)


def find_session(rows: SealedRows, token: str, *, at: datetime) -> Signed | None:
    """Return whose session a token is, and remember that it was used."""
    hashed = token_hash(token)
    session = manager_sessions.find(rows, hashed)
    if session is None:
        return None
    is_over = (
        at - session.made_at >= SESSION_HOLDS or at - session.seen_at >= IDLE_HOLDS
    )
    account = accounts.find(rows, session.account)
    if is_over or account is None:
        manager_sessions.end(rows, hashed)
        return None
    if at - session.seen_at >= SEEN_EVERY:
        manager_sessions.see(rows, hashed, at)
    return Signed(account, session.is_complete, session.shown)


def sign_out(installation: Installation, token: str) -> None:
    """End a session."""
    with installation.changing_accounts() as rows:
        manager_sessions.end(rows, token_hash(token))


def forget_old_sessions(installation: Installation, *, at: datetime) -> None:
    """Delete sessions that have ended by themselves, and failures that slow nobody."""
    with installation.changing_accounts() as rows:
        manager_sessions.forget_older(rows, at - SESSION_HOLDS)
        failures.forget_older(rows.connection, at - FORGOTTEN_AFTER)
