"""Managers who are signed in: tokens as hashes, with when they were last seen."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from peeraudit.storage.sealed_rows import Part, SealedRows
from peeraudit.storage.tables import ManagerSessionRow

KIND = "session"


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


def add(rows: SealedRows, token: bytes, session: ManagerSession) -> None:
    """Remember a session."""
    rows.connection.execute(
        insert(ManagerSessionRow).values(
            token=token,
            account_id=session.account,
            made_at=session.made_at,
            seen_at=session.seen_at,
            is_complete=session.is_complete,
            shown=session.shown,
            seal=rows.seal(KIND, *_parts(token, session)),
        )
    )


def find(rows: SealedRows, token: bytes) -> ManagerSession | None:
    """Return a session, whether it still holds or not."""
    row = rows.connection.execute(
        select(ManagerSessionRow.__table__).where(ManagerSessionRow.token == token)
    ).one_or_none()
    if row is None:
        return None
    session = ManagerSession(
        row.account_id, row.made_at, row.seen_at, row.is_complete, row.shown
    )
    return session if rows.holds(KIND, row.seal, *_parts(token, session)) else None


def see(rows: SealedRows, token: bytes, at: datetime) -> None:
    """Remember that a session was used just now."""
    rows.connection.execute(
        update(ManagerSessionRow)
        .where(ManagerSessionRow.token == token)
        .values(seen_at=at)
    )


def end(rows: SealedRows, token: bytes) -> None:
    """Forget a session."""
    rows.connection.execute(
        delete(ManagerSessionRow).where(ManagerSessionRow.token == token)
    )


def end_all(rows: SealedRows, account: str) -> None:
    """Forget every session of an account."""
    rows.connection.execute(
        delete(ManagerSessionRow).where(ManagerSessionRow.account_id == account)
    )


def forget_older(rows: SealedRows, than: datetime) -> None:
    """Forget sessions that were made before a moment."""
    rows.connection.execute(
        delete(ManagerSessionRow).where(ManagerSessionRow.made_at < than)
    )


def _parts(token: bytes, session: ManagerSession) -> tuple[Part, ...]:
    """Return everything that gives a right; when it was last used does not."""
    return (
        *(token.hex(), session.account, session.made_at),
        *(session.is_complete, session.shown),
    )
