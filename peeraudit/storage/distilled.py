"""What counts over teams of each release: beside it, and sealed.

Whoever can write the database could otherwise change what a trust counts, and leave
every report as it is. What has no mark that fits is read from the release again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import and_, select

from peeraudit.audit.audit import State
from peeraudit.release.distilled import Distilled
from peeraudit.storage import releases
from peeraudit.storage.sealed_rows import SealedRows
from peeraudit.storage.tables import AuditRow, DocumentRow, ReleaseRow
from peeraudit.storage.written import read, write

KIND = "over teams 1"
"""The kind of document; with another number where it holds something else."""
MARK_BYTES = 32


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one release that is out."""

    audit: str
    distilled: Distilled | None
    """None where there is nothing yet, or nothing that PeerAudit wrote."""


def keep(rows: SealedRows, audit: str, distilled: Distilled) -> None:
    """Keep what counts of a release, unless another process was quicker."""
    written = write(Distilled, distilled)
    mark = rows.seal(KIND, audit, distilled.release, written)
    releases.add_document(rows.connection, audit, KIND, mark + written.encode())


def every(rows: SealedRows) -> Iterator[Kept]:
    """Yield what is kept of every release that is out."""
    query = (
        select(ReleaseRow.audit_id, ReleaseRow.hash, DocumentRow.content)
        .join(AuditRow, AuditRow.id == ReleaseRow.audit_id)
        .outerjoin(
            DocumentRow,
            and_(
                DocumentRow.audit_id == ReleaseRow.audit_id,
                DocumentRow.kind == KIND,
            ),
        )
        .where(AuditRow.state == State.RELEASED)
        .order_by(ReleaseRow.audit_id)
    )
    for row in rows.connection.execute(query):
        yield Kept(row.audit_id, _read(rows, row.audit_id, row.hash, row.content))


def _read(
    rows: SealedRows, audit: str, release: str, content: bytes | None
) -> Distilled | None:
    """Return what was kept of a release, if it is of this one and its mark fits."""
    if content is None:
        return None
    mark, written = content[:MARK_BYTES], content[MARK_BYTES:].decode(errors="replace")
    if not rows.holds(KIND, mark, audit, release, written):
        return None
    distilled: Distilled = read(Distilled, written)
    return distilled
