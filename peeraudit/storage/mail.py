"""Addresses, requests and mail that waits: sealed, under random ids, in no order."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, func, insert, select, update

from peeraudit.storage.tables import MailAddressRow, MailRequestRow, OutboxRow

Table = type[MailRequestRow] | type[MailAddressRow] | type[OutboxRow]


class State(StrEnum):
    """What became of something with an address in it."""

    WAITING = "waiting"
    REFUSED = "refused"
    """The mail server refused the address of a mail."""
    UNKNOWN = "unknown"
    """Nobody was asked at the address that a request names."""
    TWICE = "twice"
    """Somebody was asked at this address before."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Something sealed, and what it is kept under."""

    id: bytes
    audit: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Pile:
    """The rows of one table."""

    table: Table

    def add(self, connection: Connection, audit: str, sealed: Iterable[bytes]) -> None:
        """Keep things that wait, in the order of their random ids."""
        new = {secrets.token_bytes(16): each for each in sealed}
        rows = [
            {"id": name, "audit_id": audit, "state": State.WAITING, "sealed": each}
            for name, each in sorted(new.items())
        ]
        if rows:
            connection.execute(insert(self.table), rows)

    def waiting(self, connection: Connection, audit: str) -> list[Kept]:
        """Return what waits of an audit."""
        return self.in_state(connection, audit, State.WAITING)

    def in_state(self, connection: Connection, audit: str, state: State) -> list[Kept]:
        """Return what is in a state."""
        mine = self.table
        query = select(mine.id, mine.audit_id, mine.sealed).where(
            mine.audit_id == audit, mine.state == state
        )
        return [Kept(*row) for row in connection.execute(query.order_by(mine.id))]

    def audits(self, connection: Connection) -> list[str]:
        """Return the audits of which anything waits."""
        query = select(self.table.audit_id).where(self.table.state == State.WAITING)
        return list(connection.execute(query.distinct()).scalars())

    def replace(
        self, connection: Connection, kept: Kept, sealed: bytes, state: State
    ) -> bool:
        """Keep something else in its place; false where it is gone, or another now.

        Else a worker that has read a letter would undo what another did with it.
        """
        changed = connection.execute(
            update(self.table)
            .where(self.table.id == kept.id, self.table.sealed == kept.sealed)
            .values(sealed=sealed, state=state)
        )
        return changed.rowcount == 1

    def drop(self, connection: Connection, kept: Kept) -> None:
        """Delete one."""
        connection.execute(delete(self.table).where(self.table.id == kept.id))

    def forget(self, connection: Connection, audit: str) -> None:
        """Delete all of an audit."""
        connection.execute(delete(self.table).where(self.table.audit_id == audit))

    def numbers(self, connection: Connection, audit: str) -> dict[State, int]:
        """Return how many of an audit there are in each state."""
        query = (
            select(self.table.state, func.count())
            .where(self.table.audit_id == audit)
            .group_by(self.table.state)
        )
        return {State(state): n for state, n in connection.execute(query)}


REQUESTS = Pile(MailRequestRow)
ADDRESSES = Pile(MailAddressRow)
OUTBOX = Pile(OutboxRow)


def is_left(connection: Connection, audit: str) -> bool:
    """Say whether anything with an address in it is left of an audit."""
    return any(
        each.numbers(connection, audit) for each in (REQUESTS, ADDRESSES, OUTBOX)
    )


def forget_all(connection: Connection, audit: str) -> None:
    """Delete everything of an audit that has an address in it."""
    for each in (REQUESTS, ADDRESSES, OUTBOX):
        each.forget(connection, audit)
