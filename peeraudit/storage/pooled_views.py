"""Views over several teams: made by a person, once, and never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from peeraudit.instrument.frozen import Group
from peeraudit.release.release import Release, from_json, to_json
from peeraudit.storage.tables import PooledViewRow


@dataclass(frozen=True, slots=True)
class PooledView:
    """Which view it is."""

    id: str
    name: str
    group: Group
    made_at: datetime


def add(connection: Connection, view: PooledView, release: Release) -> None:
    """Keep the release of a view."""
    connection.execute(
        insert(PooledViewRow).values(
            id=view.id,
            name=view.name,
            group=view.group,
            made_at=view.made_at,
            hash=release.hash,
            content=to_json(release),
        )
    )


def find(connection: Connection, view: str) -> Release | None:
    """Return the release of a view."""
    content = connection.execute(
        select(PooledViewRow.content).where(PooledViewRow.id == view)
    ).scalar_one_or_none()
    return from_json(content) if content is not None else None


def every(connection: Connection) -> list[PooledView]:
    """Return every view, oldest first."""
    query = select(
        PooledViewRow.id, PooledViewRow.name, PooledViewRow.group, PooledViewRow.made_at
    ).order_by(PooledViewRow.made_at, PooledViewRow.id)
    return [
        PooledView(row.id, row.name, Group(row.group), row.made_at)
        for row in connection.execute(query)
    ]


def forget(connection: Connection, view: str) -> None:
    """Erase a view; the ledger goes on saying what it stood on."""
    connection.execute(delete(PooledViewRow).where(PooledViewRow.id == view))
