"""Accounts with their roles, and what each shows who it is with."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    Select,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from peeraudit.account.roles import Account, Membership, Role
from peeraudit.storage.tables import (
    AccountRow,
    InvitationRow,
    ManagerSessionRow,
    MembershipRow,
    PasswordLinkRow,
)

CHANGING = 7_337_284
"""Names the lock under which accounts are changed; any number of our own."""


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """What an account shows who it is with, as it is kept."""

    password: str
    factor: bytes | None
    subject: str | None


def hold(connection: Connection) -> None:
    """Let nobody else change accounts until this transaction is over.

    Two who take each other's role away at once would otherwise leave nobody. SQLite
    lets one writer in at a time anyway.
    """
    if connection.dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(:key)")
        connection.execute(lock, {"key": CHANGING})


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
    """Forget an account with its roles, wherever it is signed in, and what it began."""
    for table in (MembershipRow, ManagerSessionRow, PasswordLinkRow):
        connection.execute(delete(table).where(table.account_id == account))
    connection.execute(delete(InvitationRow).where(InvitationRow.invited_by == account))
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
    held: defaultdict[str, list[Membership]] = defaultdict(list)
    for row in connection.execute(_memberships()):
        held[row.account_id].append(Membership(Role(row.role), row.team_id))
    query = select(AccountRow.id, AccountRow.email, AccountRow.name).order_by(
        func.lower(AccountRow.name), AccountRow.id
    )
    return [
        Account(row.id, row.email, row.name, tuple(held[row.id]))
        for row in connection.execute(query)
    ]


def tied(connection: Connection) -> frozenset[str]:
    """Return the accounts that are tied to the trust's own sign-on."""
    query = select(AccountRow.id).where(AccountRow.subject.is_not(None))
    return frozenset(connection.execute(query).scalars())


def secrets_of(connection: Connection, account: str) -> Secrets:
    """Return what an account shows who it is with."""
    row = connection.execute(
        select(AccountRow.password, AccountRow.factor, AccountRow.subject).where(
            AccountRow.id == account
        )
    ).one()
    return Secrets(row.password, row.factor, row.subject)


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


def set_subject(connection: Connection, account: str, subject: str | None) -> None:
    """Remember who an account is to the trust's own sign-on."""
    connection.execute(
        update(AccountRow).where(AccountRow.id == account).values(subject=subject)
    )


def _one(connection: Connection, which: object) -> Account | None:
    """Return the one account for which something holds."""
    query = select(AccountRow.id, AccountRow.email, AccountRow.name).where(which)  # type: ignore[arg-type]
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    held = connection.execute(_memberships().where(MembershipRow.account_id == row.id))
    memberships = tuple(Membership(Role(each.role), each.team_id) for each in held)
    return Account(row.id, row.email, row.name, memberships)


def _memberships() -> Select[str, str, str]:
    """Return the query for who holds which role."""
    return select(
        MembershipRow.account_id, MembershipRow.role, MembershipRow.team_id
    ).order_by(MembershipRow.role, MembershipRow.team_id)
