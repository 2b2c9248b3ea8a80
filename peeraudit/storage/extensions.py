"""Later closing times that were asked for, until the worker has written them down."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from peeraudit.storage.tables import ExtensionRow


@dataclass(frozen=True, slots=True)
class Extension:
    """A later closing time."""

    closes_at: datetime
    seal: bytes
    """The mark of the terms that would hold then."""


def ask_for(connection: Connection, audit: str, extension: Extension) -> None:
    """Remember a later closing time, in place of another that was not written yet."""
    forget(connection, audit)
    connection.execute(
        insert(ExtensionRow).values(
            audit_id=audit, closes_at=extension.closes_at, seal=extension.seal
        )
    )


def find(connection: Connection, audit: str) -> Extension | None:
    """Return what was asked for."""
    row = connection.execute(
        select(ExtensionRow.closes_at, ExtensionRow.seal).where(
            ExtensionRow.audit_id == audit
        )
    ).one_or_none()
    return Extension(*row) if row else None


def forget(connection: Connection, audit: str) -> None:
    """Forget what was asked for."""
    connection.execute(delete(ExtensionRow).where(ExtensionRow.audit_id == audit))
