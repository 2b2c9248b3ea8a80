"""How many quarters of a large group had answered when they were last counted."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from peeraudit.instrument.frozen import Group
from peeraudit.storage.tables import ProgressRow


def keep(
    connection: Connection, audit: str, group: Group, quarters: int, at: datetime
) -> None:
    """Keep a count in place of the one before."""
    mine = (ProgressRow.audit_id == audit, ProgressRow.group == group)
    connection.execute(delete(ProgressRow).where(*mine))
    values = {"audit_id": audit, "group": group, "quarters": quarters, "counted_at": at}
    connection.execute(insert(ProgressRow).values(values))


def counted(connection: Connection, audit: str) -> dict[Group, datetime]:
    """Return when each group was counted last."""
    query = select(ProgressRow.group, ProgressRow.counted_at)
    rows = connection.execute(query.where(ProgressRow.audit_id == audit))
    return {Group(row.group): row.counted_at for row in rows}


def quarters(connection: Connection, audit: str) -> dict[Group, int]:
    """Return how many quarters there were of each group that was counted."""
    query = select(ProgressRow.group, ProgressRow.quarters)
    rows = connection.execute(query.where(ProgressRow.audit_id == audit))
    return {Group(row.group): row.quarters for row in rows}


def forget(connection: Connection, audit: str) -> None:
    """Forget the counts of an audit: the report says how many answered."""
    connection.execute(delete(ProgressRow).where(ProgressRow.audit_id == audit))
