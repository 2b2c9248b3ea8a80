"""The ledger: what every release stands on, so that no answer feeds two."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from peeraudit.instrument.frozen import Group
from peeraudit.storage.tables import LedgerRow


class AlreadyReleased(RuntimeError):
    """A group of an audit that another release stands on."""


@dataclass(frozen=True, slots=True)
class Support:
    """A group of an audit, and the release that it feeds."""

    audit: str
    group: Group
    feeds: str
    """The audit itself, or the id of a pooled view."""
    frozen_at: datetime


def enter(connection: Connection, support: Iterable[Support]) -> None:
    """Write down what a release stands on.

    Raises
    ------
    AlreadyReleased
        If another release stands on any of it. The key of the table holds to it too.
    """
    for each in support:
        if (other := feeds(connection, each.audit, each.group)) is not None:
            raise AlreadyReleased(
                f"{each.group} of audit {each.audit} stands in the release of {other} "
                "already: an answer feeds one release, ever"
            )
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
