"""Managers who are signed in: tokens as hashes, with when they were last seen."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from peeraudit.storage.tables import ManagerSessionRow


@dataclass(frozen=True, slots=True)
class ManagerSession:
    """A session of one account."""

    account: str
    made_at: datetime
    seen_at: datetime
    is_complete: bool
    """Whether the second factor was shown too."""
    shown: str = ""
    """What the trust's own sign-on says was shown to it; empty for a password."""


def add(connection: Connection, token: bytes, session: ManagerSession) -> None:
    """Remember a session."""
    connection.execute(
        insert(ManagerSessionRow).values(
            token=token,
            account_id=session.account,
            made_at=session.made_at,
            seen_at=session.seen_at,
            is_complete=session.is_complete,
            shown=session.shown,
        )
    )


def find(connection: Connection, token: bytes) -> ManagerSession | None:
    """Return a session, whether it still holds or not."""
    row = connection.execute(
        select(ManagerSessionRow.__table__).where(ManagerSessionRow.token == token)
    ).one_or_none()
    if row is None:
        return None
    return ManagerSession(
        row.account_id, row.made_at, row.seen_at, row.is_complete, row.shown
    )


def see(connection: Connection, token: bytes, at: datetime) -> None:
    """Remember that a session was used just now."""
    connection.execute(
        update(ManagerSessionRow)
        .where(ManagerSessionRow.token == token)
        .values(seen_at=at)
    )


def end(connection: Connection, token: bytes) -> None:
    """Forget a session."""
    connection.execute(
        delete(ManagerSessionRow).where(ManagerSessionRow.token == token)
    )


def end_all(connection: Connection, account: str) -> None:
    """Forget every session of an account."""
    connection.execute(
        delete(ManagerSessionRow).where(ManagerSessionRow.account_id == account)
    )


def forget_older(connection: Connection, than: datetime) -> None:
    """Forget sessions that were made before a moment."""
    connection.execute(
        delete(ManagerSessionRow).where(ManagerSessionRow.made_at < than)
    )
