"""Erase all rows of an audit, whichever tables there are."""

from sqlalchemy import Connection, Table, delete, select

from peeraudit.storage.tables import AuditRow, Base, LedgerRow, RecordRow

KEPT = frozenset({LedgerRow.__tablename__, RecordRow.__tablename__})
"""What outlives an audit. The ledger says on what views over teams stand, so that
nothing feeds two; the record, what managers did. Neither holds an answer."""


def erase(connection: Connection, audit: str) -> None:
    """Delete every row that is of an audit, and the audit."""
    # Those that refer to others go before them.
    for table in reversed(Base.metadata.sorted_tables):
        if table.name in KEPT:
            continue
        if "audit_id" in table.columns:
            connection.execute(delete(table).where(table.c.audit_id == audit))
        else:
            _erase_below(connection, table, audit)
    connection.execute(delete(AuditRow).where(AuditRow.id == audit))


def _erase_below(connection: Connection, table: Table, audit: str) -> None:
    """Delete the rows of a table that refer to a row of the audit."""
    for key in table.foreign_keys:
        above = key.column.table
        if above.name not in KEPT and "audit_id" in above.columns:
            mine = select(key.column).where(above.c.audit_id == audit)
            connection.execute(delete(table).where(key.parent.in_(mine)))
