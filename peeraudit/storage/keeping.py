"""What was decided and told about how long audits are kept."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from peeraudit.audit.retention import Keeping
from peeraudit.storage.tables import KeepingRow


def find(connection: Connection, audit: str) -> Keeping:
    """Return what was decided about an audit; nothing, as a rule."""
    query = select(KeepingRow).where(KeepingRow.audit_id == audit)
    row = connection.execute(query).one_or_none()
    return _keeping(row) if row else Keeping()


def every(connection: Connection) -> Mapping[str, Keeping]:
    """Return what was decided, by audit."""
    rows = connection.execute(select(KeepingRow))
    return {row.audit_id: _keeping(row) for row in rows}


def keep(connection: Connection, audit: str, keeping: Keeping) -> None:
    """Keep what is decided now, in place of what was before."""
    connection.execute(delete(KeepingRow).where(KeepingRow.audit_id == audit))
    if keeping != Keeping():
        connection.execute(
            insert(KeepingRow).values(
                audit_id=audit,
                until=keeping.until,
                reason=keeping.reason,
                noticed_at=keeping.noticed_at,
                is_mailed=keeping.is_mailed,
            )
        )


def _keeping(row: Row[Any]) -> Keeping:
    """Return what a row holds."""
    return Keeping(row.until, row.reason, row.noticed_at, row.is_mailed)
