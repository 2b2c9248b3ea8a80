"""Accounts with their roles, and what each shows who it is with: sealed as a whole."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from peeraudit.account.roles import Account, Membership, Role
from peeraudit.storage.sealed_rows import Part, SealedRows
from peeraudit.storage.tables import (
    AccountRow,
    InvitationRow,
    ManagerSessionRow,
    MembershipRow,
    PasswordLinkRow,
)
from peeraudit.storage.turns import hold_by

CHANGING = 7_337_284
"""Names the lock under which accounts are changed; any number of our own."""

KIND = "account"
ROLES = frozenset(Role)


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """What an account shows who it is with, as it is kept."""

    password: str
    factor: bytes | None
    subject: str | None


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """An account whole, as its mark is of it."""

    account: Account
    secrets: Secrets

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything that gives a right, in one order."""
        account, secrets = self.account, self.secrets
        held = sorted(f"{each.role} {each.team}" for each in account.memberships)
        factor = None if secrets.factor is None else secrets.factor.hex()
        return (
            *(account.id, account.email, account.name),
            *(secrets.password, factor, secrets.subject),
            *held,
        )


def hold(rows: SealedRows) -> None:
    """Let nobody else change accounts until this transaction is over.

    Two who take each other's role away at once would otherwise leave nobody. SQLite
    lets one writer in at a time anyway.
    """
    hold_by(rows.connection, CHANGING)


def number(rows: SealedRows) -> int:
    """Return how many accounts there are."""
    return len(every(rows))


def add(
    rows: SealedRows, account: Account, password: str, subject: str | None = None
) -> None:
    """Remember a new account with its roles, in place of rows that are no accounts."""
    same = AccountRow.email == account.email
    if subject is not None:
        same = or_(same, AccountRow.subject == subject)
    query = select(AccountRow.id).where(same)
    for each in rows.connection.execute(query).scalars().all():
        if find(rows, each) is None:
            remove(rows, each)
    _insert(rows, Kept(account, Secrets(password, None, subject)))


def give(rows: SealedRows, account: str, membership: Membership) -> None:
    """Give an account a role, unless it has it."""
    kept = _held(rows, account)
    held = kept.account.memberships
    if membership not in held:
        changed = replace(kept.account, memberships=(*held, membership))
        rows.connection.execute(insert(MembershipRow).values(_row(account, membership)))
        _seal(rows, replace(kept, account=changed))


def take(rows: SealedRows, account: str, membership: Membership) -> None:
    """Take a role away."""
    kept = _held(rows, account)
    left = tuple(each for each in kept.account.memberships if each != membership)
    rows.connection.execute(
        delete(MembershipRow).filter_by(**_row(account, membership))
    )
    _seal(rows, replace(kept, account=replace(kept.account, memberships=left)))


def remove(rows: SealedRows, account: str) -> None:
    """Forget an account with its roles, wherever it is signed in, and what it began."""
    for table in (MembershipRow, ManagerSessionRow, PasswordLinkRow):
        rows.connection.execute(delete(table).where(table.account_id == account))
    for mine in (
        delete(InvitationRow).where(InvitationRow.invited_by == account),
        delete(AccountRow).where(AccountRow.id == account),
    ):
        rows.connection.execute(mine)


def find(rows: SealedRows, account: str) -> Account | None:
    """Return an account by its id."""
    return _one(rows, AccountRow.id == account)


def by_email(rows: SealedRows, email: str) -> Account | None:
    """Return an account by its address."""
    return _one(rows, AccountRow.email == email.strip().lower())


def by_subject(rows: SealedRows, subject: str) -> Account | None:
    """Return an account by who it is to the trust's own sign-on."""
    return _one(rows, AccountRow.subject == subject)


def every(rows: SealedRows) -> list[Account]:
    """Return every account, by name."""
    return [each.account for each in _read(rows, true())]


def tied(rows: SealedRows) -> frozenset[str]:
    """Return the accounts that are tied to the trust's own sign-on."""
    kept = _read(rows, AccountRow.subject.is_not(None))
    return frozenset(each.account.id for each in kept)


def secrets_of(rows: SealedRows, account: str) -> Secrets:
    """Return what an account shows who it is with."""
    return _held(rows, account).secrets


def set_factor(rows: SealedRows, account: str, factor: bytes | None) -> None:
    """Keep another second factor."""
    _change(rows, account, factor=factor)


def set_password(rows: SealedRows, account: str, password: str) -> None:
    """Keep another password."""
    _change(rows, account, password=password)


def set_subject(rows: SealedRows, account: str, subject: str | None) -> None:
    """Remember who an account is to the trust's own sign-on."""
    _change(rows, account, subject=subject)


def _change(rows: SealedRows, account: str, **values: Any) -> None:
    """Keep other secrets."""
    kept = _held(rows, account)
    mine = AccountRow.id == account
    rows.connection.execute(update(AccountRow).where(mine).values(values))
    _seal(rows, replace(kept, secrets=replace(kept.secrets, **values)))


def _insert(rows: SealedRows, kept: Kept) -> None:
    """Write a new account down."""
    account, secrets = kept.account, kept.secrets
    values = {
        "id": account.id,
        "email": account.email,
        "name": account.name,
        "password": secrets.password,
        "subject": secrets.subject,
        "seal": rows.seal(KIND, *kept.parts),
    }
    rows.connection.execute(insert(AccountRow).values(values))
    for each in account.memberships:
        rows.connection.execute(insert(MembershipRow).values(_row(account.id, each)))


def _seal(rows: SealedRows, kept: Kept) -> None:
    """Mark an account as what we made of it, and not as what is read back."""
    mine = AccountRow.id == kept.account.id
    seal = rows.seal(KIND, *kept.parts)
    rows.connection.execute(update(AccountRow).where(mine).values(seal=seal))


def _row(account: str, membership: Membership) -> dict[str, str]:
    """Return a role as its row has it."""
    return {
        "account_id": account,
        "role": membership.role,
        "team_id": membership.team,
    }


def _held(rows: SealedRows, account: str) -> Kept:
    """Return an account that is there."""
    (kept,) = _read(rows, AccountRow.id == account)
    return kept


def _one(rows: SealedRows, which: ColumnElement[bool]) -> Account | None:
    """Return the one account for which something holds."""
    return next((each.account for each in _read(rows, which)), None)


def _read(rows: SealedRows, which: ColumnElement[bool]) -> Iterator[Kept]:
    """Yield the accounts for which something holds, by name, if they fit their mark."""
    found = list(
        rows.connection.execute(
            select(AccountRow.__table__)
            .where(which)
            .order_by(func.lower(AccountRow.name), AccountRow.id)
        )
    )
    held = _memberships(rows, [row.id for row in found])
    for row in found:
        account = Account(row.id, row.email, row.name, tuple(held[row.id]))
        kept = Kept(account, Secrets(row.password, row.factor, row.subject))
        if rows.holds(KIND, row.seal, *kept.parts):
            yield kept


def _memberships(
    rows: SealedRows, accounts: list[str]
) -> defaultdict[str, list[Membership]]:
    """Return the roles that some accounts hold."""
    held: defaultdict[str, list[Membership]] = defaultdict(list)
    query = select(MembershipRow.__table__).order_by(
        MembershipRow.role, MembershipRow.team_id
    )
    mine = MembershipRow.account_id.in_(accounts)
    for row in rows.connection.execute(query.where(mine)):
        if row.role in ROLES:
            held[row.account_id].append(Membership(Role(row.role), row.team_id))
    return held
