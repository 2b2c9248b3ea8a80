"""Receipts: that somebody submitted, as a mark that only they can recognise."""

from sqlalchemy import Connection, delete, insert, select

from peeraudit.storage.tables import ReceiptRow


def add(connection: Connection, mark: bytes, audit: str) -> None:
    """Keep a receipt."""
    connection.execute(insert(ReceiptRow).values(mark=mark, audit_id=audit))


def holds(connection: Connection, mark: bytes) -> bool:
    """Say whether there is such a receipt."""
    query = select(ReceiptRow.audit_id).where(ReceiptRow.mark == mark)
    return connection.execute(query).scalar_one_or_none() is not None


def forget(connection: Connection, audit: str) -> None:
    """Delete every receipt of an audit."""
    connection.execute(delete(ReceiptRow).where(ReceiptRow.audit_id == audit))
