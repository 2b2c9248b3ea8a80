"""Accounts with their roles, and the invitations that lead to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from peeraudit.account.roles import Account, Membership, Role
from peeraudit.storage.tables import (
    AccountRow,
    InvitationRow,
    ManagerSessionRow,
    MembershipRow,
)
from peeraudit.storage.turns import take_turns


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """What an account shows who it is with, as it is kept."""

    password: str
    factor: bytes | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """An offer of a role to an address."""

    email: str
    membership: Membership
    until: datetime


def hold(connection: Connection) -> None:
    """Let nobody else add or remove accounts before this transaction ends."""
    take_turns(connection, AccountRow)


def number(connection: Connection) -> int:
    """Return how many accounts there are."""
    return connection.execute(select(func.count(AccountRow.id))).scalar_one()


def add(
    connection: Connection, account: Account, password: str, subject: str | None = None
) -> None:
    """Remember a new account with its roles."""
    connection.execute(
        insert(AccountRow).values(
            id=account.id,
            email=account.email,
            name=account.name,
            password=password,
            subject=subject,
        )
    )
    for membership in account.memberships:
        give(connection, account.id, membership)


def give(connection: Connection, account: str, membership: Membership) -> None:
    """Give an account a role, unless it has it."""
    row = {
        "account_id": account,
        "role": membership.role,
        "team_id": membership.team,
    }
    held = connection.execute(select(MembershipRow.role).filter_by(**row)).first()
    if held is None:
        connection.execute(insert(MembershipRow).values(row))


def take(connection: Connection, account: str, membership: Membership) -> None:
    """Take a role away."""
    connection.execute(
        delete(MembershipRow).where(
            MembershipRow.account_id == account,
            MembershipRow.role == membership.role,
            MembershipRow.team_id == membership.team,
        )
    )


def remove(connection: Connection, account: str) -> None:
    """Forget an account, its roles, and wherever it is signed in."""
    for table in (MembershipRow, ManagerSessionRow):
        connection.execute(delete(table).where(table.account_id == account))
    connection.execute(delete(AccountRow).where(AccountRow.id == account))


def find(connection: Connection, account: str) -> Account | None:
    """Return an account by its id."""
    return _one(connection, AccountRow.id == account)


def by_email(connection: Connection, email: str) -> Account | None:
    """Return an account by its address."""
    return _one(connection, AccountRow.email == email.strip().lower())


def by_subject(connection: Connection, subject: str) -> Account | None:
    """Return an account by who it is to the trust's own sign-on."""
    return _one(connection, AccountRow.subject == subject)


def every(connection: Connection) -> list[Account]:
    """Return every account, by name."""
    query = select(AccountRow.id).order_by(func.lower(AccountRow.name), AccountRow.id)
    ids = list(connection.execute(query).scalars())
    return [found for each in ids if (found := find(connection, each))]


def secrets_of(connection: Connection, account: str) -> Secrets:
    """Return what an account shows who it is with."""
    password, factor = connection.execute(
        select(AccountRow.password, AccountRow.factor).where(AccountRow.id == account)
    ).one()
    return Secrets(password, factor)


def set_factor(connection: Connection, account: str, factor: bytes | None) -> None:
    """Keep another second factor."""
    connection.execute(
        update(AccountRow).where(AccountRow.id == account).values(factor=factor)
    )


def set_password(connection: Connection, account: str, password: str) -> None:
    """Keep another password."""
    connection.execute(
        update(AccountRow).where(AccountRow.id == account).values(password=password)
    )


def set_subject(connection: Connection, account: str, subject: str) -> None:
    """Remember who an account is to the trust's own sign-on."""
    connection.execute(
        update(AccountRow).where(AccountRow.id == account).values(subject=subject)
    )


def invite(connection: Connection, token: bytes, invitation: Invitation) -> None:
    """Remember an invitation; a new one takes the place of an old one for the same."""
    role, team = invitation.membership.role, invitation.membership.team
    take_turns(connection, InvitationRow)
    connection.execute(
        delete(InvitationRow).where(
            InvitationRow.email == invitation.email,
            InvitationRow.role == role,
            InvitationRow.team_id == team,
        )
    )
    connection.execute(
        insert(InvitationRow).values(
            token=token,
            email=invitation.email,
            role=role,
            team_id=team,
            until=invitation.until,
        )
    )


def invitation(connection: Connection, token: bytes) -> Invitation | None:
    """Return an invitation that has not been taken up."""
    row = connection.execute(
        select(InvitationRow.__table__).where(InvitationRow.token == token)
    ).one_or_none()
    if row is None:
        return None
    return Invitation(row.email, Membership(Role(row.role), row.team_id), row.until)


def invitations(connection: Connection) -> list[Invitation]:
    """Return every invitation that has not been taken up, the next to end first."""
    query = select(InvitationRow.__table__).order_by(
        InvitationRow.until, InvitationRow.email
    )
    return [
        Invitation(row.email, Membership(Role(row.role), row.team_id), row.until)
        for row in connection.execute(query)
    ]


def withdraw(connection: Connection, token: bytes) -> None:
    """Forget an invitation."""
    connection.execute(delete(InvitationRow).where(InvitationRow.token == token))


def forget_invitations(
    connection: Connection, email: str, memberships: Iterable[Membership]
) -> None:
    """Forget invitations of an address to these roles."""
    for each in memberships:
        connection.execute(
            delete(InvitationRow).where(
                InvitationRow.email == email,
                InvitationRow.role == each.role,
                InvitationRow.team_id == each.team,
            )
        )


def _one(connection: Connection, which: object) -> Account | None:
    """Return the one account for which something holds."""
    query = select(AccountRow.id, AccountRow.email, AccountRow.name).where(which)  # type: ignore[arg-type]
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    held = connection.execute(
        select(MembershipRow.role, MembershipRow.team_id)
        .where(MembershipRow.account_id == row.id)
        .order_by(MembershipRow.role, MembershipRow.team_id)
    )
    memberships = tuple(Membership(Role(role), team) for role, team in held)
    return Account(row.id, row.email, row.name, memberships)
