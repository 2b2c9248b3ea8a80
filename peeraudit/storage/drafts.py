"""Drafts, found by the hash of their code, and deleted with it."""

from typing import cast

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from peeraudit.storage.tables import DraftRow

_TABLE = cast("Table", DraftRow.__table__)
_MINE = DraftRow.fingerprint == bindparam("mine")
_REPLACE = update(_TABLE).where(_MINE).values(sealed=bindparam("kept"))
_BEGIN = insert(_TABLE)


def keep(connection: Connection, fingerprint: bytes, audit: str, sealed: bytes) -> None:
    """Keep a draft in place of the one before it."""
    changed = connection.execute(_REPLACE, {"mine": fingerprint, "kept": sealed})
    if not changed.rowcount:
        new = {"fingerprint": fingerprint, "audit_id": audit, "sealed": sealed}
        connection.execute(_BEGIN, new)


def find(connection: Connection, fingerprint: bytes) -> bytes | None:
    """Return a sealed draft."""
    return connection.execute(
        select(DraftRow.sealed).where(DraftRow.fingerprint == fingerprint)
    ).scalar_one_or_none()


def drop(connection: Connection, fingerprint: bytes) -> None:
    """Delete a draft."""
    connection.execute(delete(DraftRow).where(DraftRow.fingerprint == fingerprint))


def forget(connection: Connection, audit: str) -> None:
    """Delete every draft of an audit."""
    connection.execute(delete(DraftRow).where(DraftRow.audit_id == audit))
