"""Releases in their canonical JSON, and the documents made from them."""

from sqlalchemy import Connection, insert, select, update

from peeraudit.audit.audit import State
from peeraudit.release.release import Release, from_json, to_json
from peeraudit.storage.tables import AuditRow, DocumentRow, ReleaseRow


def add(connection: Connection, audit: str, release: Release) -> None:
    """Publish a release; an audit has one, ever."""
    connection.execute(
        insert(ReleaseRow).values(
            audit_id=audit, hash=release.hash, content=to_json(release)
        )
    )


def replace(connection: Connection, audit: str, release: Release) -> None:
    """Put a release in place of what nobody has seen yet."""
    connection.execute(
        update(ReleaseRow)
        .where(ReleaseRow.audit_id == audit)
        .values(hash=release.hash, content=to_json(release))
    )


def find(connection: Connection, audit: str) -> Release | None:
    """Return the release of an audit."""
    content = connection.execute(
        select(ReleaseRow.content).where(ReleaseRow.audit_id == audit)
    ).scalar_one_or_none()
    return from_json(content) if content is not None else None


def without_document(connection: Connection, kind: str) -> list[str]:
    """Return the audits whose release is out, and not made into such a document."""
    made = select(DocumentRow.audit_id).where(DocumentRow.kind == kind)
    query = (
        select(ReleaseRow.audit_id)
        .join(AuditRow, AuditRow.id == ReleaseRow.audit_id)
        .where(AuditRow.state == State.RELEASED, ReleaseRow.audit_id.not_in(made))
    )
    return list(connection.execute(query).scalars())


def add_document(connection: Connection, audit: str, kind: str, content: bytes) -> None:
    """Keep a document, unless another process was quicker."""
    if document(connection, audit, kind) is None:
        connection.execute(
            insert(DocumentRow).values(audit_id=audit, kind=kind, content=content)
        )


def document(connection: Connection, audit: str, kind: str) -> bytes | None:
    """Return a document."""
    return connection.execute(
        select(DocumentRow.content).where(
            DocumentRow.audit_id == audit, DocumentRow.kind == kind
        )
    ).scalar_one_or_none()
