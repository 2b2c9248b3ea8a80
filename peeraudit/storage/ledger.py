"""What is remembered of the ledger: a group of an audit, and what it feeds."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from peeraudit.instrument.frozen import Group
from peeraudit.release.ledger import Support
from peeraudit.storage.tables import LedgerRow


def enter(connection: Connection, support: Iterable[Support]) -> None:
    """Write down what a release stands on.

    Raises
    ------
    AlreadyReleased
        If another release stands on any of it. The key of the table holds to it too.
    """
    for each in support:
        each.refuse_other(feeds(connection, each.audit, each.group))
        connection.execute(
            insert(LedgerRow).values(
                audit_id=each.audit,
                group=each.group,
                feeds=each.feeds,
                frozen_at=each.frozen_at,
            )
        )


def feeds(connection: Connection, audit: str, group: Group) -> str | None:
    """Return what release a group of an audit feeds, if any."""
    return connection.execute(
        select(LedgerRow.feeds).where(
            LedgerRow.audit_id == audit, LedgerRow.group == group
        )
    ).scalar_one_or_none()


def every(connection: Connection) -> list[Support]:
    """Return the whole ledger, oldest release first."""
    query = select(LedgerRow).order_by(
        LedgerRow.frozen_at, LedgerRow.feeds, LedgerRow.audit_id, LedgerRow.group
    )
    return [
        Support(row.audit_id, Group(row.group), row.feeds, row.frozen_at)
        for row in connection.execute(query)
    ]
