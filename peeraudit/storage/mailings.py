"""Mails to everyone asked: which were ordered or made, and how many are asked so."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from peeraudit.instrument.frozen import Group
from peeraudit.storage.tables import AskedByMailRow, MailingRow


@dataclass(frozen=True, slots=True)
class Mailing:
    """One mail to everyone asked."""

    audit: str
    kind: str
    number: int
    ordered_at: datetime
    is_made: bool = False


def add(connection: Connection, mailing: Mailing) -> None:
    """Remember a mailing."""
    connection.execute(
        insert(MailingRow).values(
            audit_id=mailing.audit,
            kind=mailing.kind,
            number=mailing.number,
            ordered_at=mailing.ordered_at,
            is_made=mailing.is_made,
        )
    )


def of_audit(connection: Connection, audit: str) -> list[Mailing]:
    """Return the mailings of an audit, the first ordered first."""
    query = (
        select(MailingRow)
        .where(MailingRow.audit_id == audit)
        .order_by(MailingRow.ordered_at, MailingRow.kind, MailingRow.number)
    )
    return [
        Mailing(row.audit_id, row.kind, row.number, row.ordered_at, row.is_made)
        for row in connection.execute(query)
    ]


def keep_made(connection: Connection, mailing: Mailing) -> None:
    """Remember that the mails of a mailing lie in the outbox."""
    changed = connection.execute(
        update(MailingRow)
        .where(
            MailingRow.audit_id == mailing.audit,
            MailingRow.kind == mailing.kind,
            MailingRow.number == mailing.number,
        )
        .values(is_made=True)
    )
    if not changed.rowcount:
        add(connection, replace(mailing, is_made=True))


def asked(connection: Connection, audit: str) -> dict[Group, int]:
    """Return how many of each group are asked by mail."""
    query = select(AskedByMailRow.group, AskedByMailRow.number).where(
        AskedByMailRow.audit_id == audit
    )
    return {Group(group): number for group, number in connection.execute(query)}


def set_asked(connection: Connection, audit: str, group: Group, number: int) -> None:
    """Remember how many of a group are now asked by mail."""
    changed = connection.execute(
        update(AskedByMailRow)
        .where(AskedByMailRow.audit_id == audit, AskedByMailRow.group == group)
        .values(number=number)
    )
    if not changed.rowcount:
        connection.execute(
            insert(AskedByMailRow).values(audit_id=audit, group=group, number=number)
        )
