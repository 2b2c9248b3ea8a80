"""What counts over teams of each release: beside it, and sealed.

Whoever can write the database could otherwise change what a trust counts, and leave
every report as it is. What has no mark that fits is read from the release again.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from peeraudit.audit.audit import State
from peeraudit.release.distilled import Distilled
from peeraudit.storage import releases
from peeraudit.storage.sealed_rows import SealedRows
from peeraudit.storage.tables import AuditRow, DocumentRow, ReleaseRow
from peeraudit.storage.written import read, write

KIND = "over teams 1"
"""The kind of document; with another number where it holds something else."""
MARK_BYTES = 32


def keep(rows: SealedRows, audit: str, distilled: Distilled) -> None:
    """Keep what counts of a release, unless another process was quicker."""
    written = write(Distilled, distilled)
    mark = rows.seal(KIND, audit, distilled.release, written)
    releases.add_document(rows.connection, audit, KIND, mark + written.encode())


def hashes(connection: Connection) -> dict[str, str]:
    """Return the hash of every release that is out, by its audit."""
    query = (
        select(ReleaseRow.audit_id, ReleaseRow.hash)
        .join(AuditRow, AuditRow.id == ReleaseRow.audit_id)
        .where(AuditRow.state == State.RELEASED)
    )
    return {row.audit_id: row.hash for row in connection.execute(query)}


def of(rows: SealedRows, releases_of: Mapping[str, str]) -> dict[str, Distilled]:
    """Return what is kept of these releases, by audit, as far as PeerAudit wrote it."""
    query = select(DocumentRow.audit_id, DocumentRow.content).where(
        DocumentRow.kind == KIND
    )
    found = {}
    for row in rows.connection.execute(query):
        release = releases_of.get(row.audit_id)
        if release and (kept := _read(rows, row.audit_id, release, row.content)):
            found[row.audit_id] = kept
    return found


def _read(
    rows: SealedRows, audit: str, release: str, content: bytes
) -> Distilled | None:
    """Return what was kept of a release, if it is of this one and its mark fits."""
    mark, written = content[:MARK_BYTES], content[MARK_BYTES:].decode(errors="replace")
    if not rows.holds(KIND, mark, audit, release, written):
        return None
    distilled: Distilled = read(Distilled, written)
    return distilled
