"""How many quarters of a large group had answered when they were last counted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from peeraudit.instrument.frozen import Group
from peeraudit.storage.tables import ProgressRow


@dataclass(frozen=True, slots=True)
class Counted:
    """How many quarters of a group had answered at a moment."""

    quarters: int
    at: datetime


def keep(connection: Connection, audit: str, group: Group, counted: Counted) -> None:
    """Keep a count in place of the one before."""
    mine = (ProgressRow.audit_id == audit, ProgressRow.group == group)
    connection.execute(delete(ProgressRow).where(*mine))
    connection.execute(
        insert(ProgressRow).values(
            audit_id=audit,
            group=group,
            quarters=counted.quarters,
            counted_at=counted.at,
        )
    )


def find(connection: Connection, audit: str) -> dict[Group, Counted]:
    """Return the last count of each group that was counted."""
    query = select(ProgressRow.group, ProgressRow.quarters, ProgressRow.counted_at)
    rows = connection.execute(query.where(ProgressRow.audit_id == audit))
    return {Group(row.group): Counted(row.quarters, row.counted_at) for row in rows}


def forget(connection: Connection, audit: str) -> None:
    """Forget the counts of an audit: the report says how many answered."""
    connection.execute(delete(ProgressRow).where(ProgressRow.audit_id == audit))
