"""Invitations that have not been taken up: an address, a role, and who offers it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, select

from peeraudit.account.roles import Membership, Role
from peeraudit.storage.tables import InvitationRow


@dataclass(frozen=True, slots=True)
class Invitation:
    """An offer of a role to an address."""

    email: str
    membership: Membership
    until: datetime
    by: str
    """The account that offers it: it is worth nothing once that may not."""


def add(connection: Connection, token: bytes, invitation: Invitation) -> None:
    """Remember an invitation; a new one takes the place of an old one for the same."""
    forget_offer(connection, invitation.email, invitation.membership)
    connection.execute(
        insert(InvitationRow).values(
            token=token,
            email=invitation.email,
            role=invitation.membership.role,
            team_id=invitation.membership.team,
            until=invitation.until,
            invited_by=invitation.by,
        )
    )


def find(connection: Connection, token: bytes) -> Invitation | None:
    """Return an invitation that has not been taken up."""
    query = select(InvitationRow.__table__).where(InvitationRow.token == token)
    row = connection.execute(query).one_or_none()
    return _read(row) if row else None


def every(connection: Connection) -> list[Invitation]:
    """Return every invitation that has not been taken up, the next to end first."""
    query = select(InvitationRow.__table__).order_by(
        InvitationRow.until, InvitationRow.email, InvitationRow.role
    )
    return [_read(row) for row in connection.execute(query)]


def forget(connection: Connection, token: bytes) -> None:
    """Forget an invitation."""
    connection.execute(delete(InvitationRow).where(InvitationRow.token == token))


def forget_offer(connection: Connection, email: str, membership: Membership) -> int:
    """Forget invitations of an address to one role, and say how many there were."""
    offer = _is(email, membership)
    return connection.execute(delete(InvitationRow).where(offer)).rowcount


def forget_until(connection: Connection, moment: datetime) -> None:
    """Forget invitations that are over."""
    connection.execute(delete(InvitationRow).where(InvitationRow.until <= moment))


def _is(email: str, membership: Membership) -> ColumnElement[bool]:
    """Say which invitations offer this."""
    return and_(
        InvitationRow.email == email,
        InvitationRow.role == membership.role,
        InvitationRow.team_id == membership.team,
    )


def _read(row: Row[tuple[object, ...]]) -> Invitation:
    """Return the invitation that a row holds."""
    membership = Membership(Role(row.role), row.team_id)
    return Invitation(row.email, membership, row.until, row.invited_by)
