"""Codes that have not been used, as hashes."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from peeraudit.audit.audit import State
from peeraudit.instrument.frozen import Group
from peeraudit.storage.tables import AuditRow, CodeRow, DraftRow


@dataclass(frozen=True, slots=True)
class Admission:
    """What a code says: which audit, and which group; nothing about who."""

    audit: str
    group: Group
    state: State
    """The state of the audit now."""
    draft: bytes | None
    """The sealed draft begun with this code."""
    seal: bytes
    """The mark that shows that the code was issued to this group."""
    terms: bytes
    """The mark of what the audit promises now: another one after an extension."""


_ADMISSION = (
    select(
        CodeRow.audit_id,
        CodeRow.group,
        AuditRow.state,
        DraftRow.sealed,
        CodeRow.seal,
        AuditRow.terms_seal,
    )
    .join(AuditRow, AuditRow.id == CodeRow.audit_id)
    .outerjoin(DraftRow, DraftRow.fingerprint == CodeRow.fingerprint)
    .where(CodeRow.fingerprint == bindparam("fingerprint"))
)


def add(
    connection: Connection, seals: Mapping[bytes, bytes], audit: str, group: Group
) -> None:
    """Remember new codes by their hashes, each with its mark."""
    rows = [
        {"fingerprint": each, "audit_id": audit, "group": group, "seal": seal}
        for each, seal in sorted(seals.items())
    ]
    if rows:
        connection.execute(insert(CodeRow), rows)


def find(connection: Connection, fingerprint: bytes) -> Admission | None:
    """Return what an unused code says."""
    row = connection.execute(_ADMISSION, {"fingerprint": fingerprint}).one_or_none()
    if row is None:
        return None
    audit, group, state, draft, seal, terms = row
    return Admission(audit, Group(group), State(state), draft, seal, terms or b"")


def hold(connection: Connection, fingerprint: bytes) -> None:
    """Keep a code and the state of its audit as they are until the transaction ends.

    Nobody else can spend it, change its draft, or begin to close the audit. SQLite
    needs no such locks: there is one writer at a time.
    """
    if connection.dialect.name == "sqlite":
        return
    mine = CodeRow.fingerprint == fingerprint
    audit = connection.execute(
        select(CodeRow.audit_id).where(mine)
    ).scalar_one_or_none()
    # First the audit and then the code, as closing does, or each waits for the other.
    connection.execute(
        select(AuditRow.id).where(AuditRow.id == audit).with_for_update(read=True)
    )
    connection.execute(select(CodeRow.audit_id).where(mine).with_for_update())


def spend(connection: Connection, fingerprint: bytes) -> bool:
    """Delete a code; true where it was there to be spent."""
    spent = connection.execute(
        delete(CodeRow).where(CodeRow.fingerprint == fingerprint)
    )
    return spent.rowcount == 1


def unused(connection: Connection, audit: str, group: str) -> int:
    """Return how many codes of a group have not been used yet."""
    mine = CodeRow.audit_id == audit, CodeRow.group == group
    query = select(func.count()).select_from(CodeRow).where(*mine)
    return connection.execute(query).scalar_one()


def forget_unused(connection: Connection, audit: str, group: str) -> int:
    """Delete the codes of a group that were not used, and drafts; say how many."""
    mine = CodeRow.audit_id == audit, CodeRow.group == group
    begun = select(CodeRow.fingerprint).where(*mine)
    connection.execute(delete(DraftRow).where(DraftRow.fingerprint.in_(begun)))
    return connection.execute(delete(CodeRow).where(*mine)).rowcount


def forget(connection: Connection, audit: str) -> None:
    """Delete every code of an audit."""
    connection.execute(delete(CodeRow).where(CodeRow.audit_id == audit))
