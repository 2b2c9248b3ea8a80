"""Invitations that have not been taken up: an address, a role, and who offers it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, insert, select

from peeraudit.account.roles import Membership, Role
from peeraudit.storage.sealed_rows import Part, SealedRows
from peeraudit.storage.tables import InvitationRow

KIND = "invitation"
ROLES = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An offer of a role to an address."""

    email: str
    membership: Membership
    until: datetime
    by: str
    """The account that offers it: it is worth nothing once that may not."""


def add(rows: SealedRows, token: bytes, invitation: Invitation) -> None:
    """Remember an invitation; a new one takes the place of an old one for the same."""
    forget_offer(rows, invitation.email, invitation.membership)
    rows.connection.execute(
        insert(InvitationRow).values(
            token=token,
            email=invitation.email,
            role=invitation.membership.role,
            team_id=invitation.membership.team,
            until=invitation.until,
            invited_by=invitation.by,
            seal=rows.seal(KIND, *_parts(token, invitation)),
        )
    )


def find(rows: SealedRows, token: bytes) -> Invitation | None:
    """Return an invitation that has not been taken up."""
    query = select(InvitationRow.__table__).where(InvitationRow.token == token)
    return next(iter(_read(rows, query)), None)


def every(rows: SealedRows) -> list[Invitation]:
    """Return every invitation that has not been taken up, the next to end first."""
    query = select(InvitationRow.__table__).order_by(
        InvitationRow.until, InvitationRow.email, InvitationRow.role
    )
    return list(_read(rows, query))


def forget(rows: SealedRows, token: bytes) -> None:
    """Forget an invitation."""
    rows.connection.execute(delete(InvitationRow).where(InvitationRow.token == token))


def forget_offer(rows: SealedRows, email: str, membership: Membership) -> int:
    """Forget invitations of an address to one role, and say how many there were."""
    offer = _is(email, membership)
    return rows.connection.execute(delete(InvitationRow).where(offer)).rowcount


def forget_until(rows: SealedRows, moment: datetime) -> None:
    """Forget invitations that are over."""
    over = InvitationRow.until <= moment
    rows.connection.execute(delete(InvitationRow).where(over))


def _is(email: str, membership: Membership) -> ColumnElement[bool]:
    """Say which invitations offer this."""
    return and_(
        InvitationRow.email == email,
        InvitationRow.role == membership.role,
        InvitationRow.team_id == membership.team,
    )


def _parts(token: bytes, invitation: Invitation) -> tuple[Part, ...]:
    """Return everything that gives a right, in one order."""
    return (
        token.hex(),
        *(invitation.email, invitation.membership.role, invitation.membership.team),
        *(invitation.until, invitation.by),
    )


def _read(rows: SealedRows, query: Select[Any]) -> Iterator[Invitation]:
    """Yield the invitations that are as they were written."""
    for row in rows.connection.execute(query).all():
        if row.role not in ROLES:
            continue
        membership = Membership(Role(row.role), row.team_id)
        found = Invitation(row.email, membership, row.until, row.invited_by)
        if rows.holds(KIND, row.seal, *_parts(row.token, found)):
            yield found
