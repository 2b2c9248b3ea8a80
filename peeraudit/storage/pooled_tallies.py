"""Sealed counts of groups that were not shown, until a view over teams takes them."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from peeraudit.instrument.frozen import Group
from peeraudit.storage.tables import PooledTallyRow


def keep(
    connection: Connection, audit: str, group: Group, sealed: bytes, until: datetime
) -> None:
    """Keep the counts of one group."""
    connection.execute(
        insert(PooledTallyRow).values(
            audit_id=audit, group=group, sealed=sealed, keep_until=until
        )
    )


def find(connection: Connection, audit: str, group: Group) -> bytes | None:
    """Return the sealed counts of one group, where they are still kept."""
    return connection.execute(
        select(PooledTallyRow.sealed).where(
            PooledTallyRow.audit_id == audit, PooledTallyRow.group == group
        )
    ).scalar_one_or_none()


def groups_of(connection: Connection, audit: str) -> frozenset[Group]:
    """Return the groups of an audit whose counts are still kept."""
    query = select(PooledTallyRow.group).where(PooledTallyRow.audit_id == audit)
    return frozenset(Group(group) for group in connection.execute(query).scalars())


def waiting(connection: Connection, group: Group) -> list[str]:
    """Return the audits whose counts of a group are still kept."""
    query = select(PooledTallyRow.audit_id).where(PooledTallyRow.group == group)
    return list(connection.execute(query).scalars())


def drop(connection: Connection, audit: str, group: Group) -> bool:
    """Delete the counts of one group; true where they were there."""
    gone = connection.execute(
        delete(PooledTallyRow).where(
            PooledTallyRow.audit_id == audit, PooledTallyRow.group == group
        )
    )
    return gone.rowcount == 1


def forget_old(connection: Connection, at: datetime) -> list[str]:
    """Delete what has been kept for long enough; return the audits it was of."""
    old = PooledTallyRow.keep_until <= at
    audits = list(
        connection.execute(select(PooledTallyRow.audit_id).where(old)).scalars()
    )
    connection.execute(delete(PooledTallyRow).where(old))
    return audits
