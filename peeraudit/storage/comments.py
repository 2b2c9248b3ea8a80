"""Comments that wait to be read: sealed, shuffled, under random ids."""

import secrets
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from peeraudit.storage.tables import CommentRow


def add(connection: Connection, audit: str, sealed: Iterable[bytes]) -> None:
    """Let comments wait."""
    for each in sealed:
        row = {"id": secrets.token_bytes(16), "audit_id": audit, "sealed": each}
        connection.execute(insert(CommentRow).values(row))


def all_of(connection: Connection, audit: str) -> dict[bytes, bytes]:
    """Return every sealed comment of an audit by its id, in the order of random ids."""
    query = (
        select(CommentRow.id, CommentRow.sealed)
        .where(CommentRow.audit_id == audit)
        .order_by(CommentRow.id)
    )
    return {row.id: row.sealed for row in connection.execute(query)}


def replace(connection: Connection, audit: str, comment: bytes, sealed: bytes) -> bool:
    """Put a comment back with what its reader decided; true where it was there."""
    mine = (CommentRow.audit_id == audit) & (CommentRow.id == comment)
    changed = connection.execute(update(CommentRow).where(mine).values(sealed=sealed))
    return changed.rowcount == 1


def forget(connection: Connection, audit: str) -> None:
    """Delete every comment of an audit."""
    connection.execute(delete(CommentRow).where(CommentRow.audit_id == audit))
