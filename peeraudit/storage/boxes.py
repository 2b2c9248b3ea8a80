"""The sealed inbox: one box per response, under a random id."""

import secrets

from sqlalchemy import Connection, delete, insert, select

from peeraudit.storage.tables import BoxRow


def add(connection: Connection, audit: str, sealed: bytes) -> None:
    """Put a box into the inbox."""
    connection.execute(
        insert(BoxRow).values(id=secrets.token_bytes(16), audit_id=audit, sealed=sealed)
    )


def all_of(connection: Connection, audit: str) -> list[bytes]:
    """Return every box of an audit, in the order of their random ids."""
    query = select(BoxRow.sealed).where(BoxRow.audit_id == audit).order_by(BoxRow.id)
    return list(connection.execute(query).scalars())


def forget(connection: Connection, audit: str) -> None:
    """Empty the inbox of an audit."""
    connection.execute(delete(BoxRow).where(BoxRow.audit_id == audit))
