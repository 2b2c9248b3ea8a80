"""Links by which somebody who cannot sign in chooses another password."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from peeraudit.storage.tables import PasswordLinkRow


@dataclass(frozen=True, slots=True)
class PasswordLink:
    """A link for one account."""

    account: str
    until: datetime


def add(connection: Connection, token: bytes, link: PasswordLink) -> None:
    """Remember a link, in place of any other for the account."""
    forget(connection, link.account)
    connection.execute(
        insert(PasswordLinkRow).values(
            account_id=link.account, token=token, until=link.until
        )
    )


def find(connection: Connection, token: bytes) -> PasswordLink | None:
    """Return a link that has not been used."""
    query = select(PasswordLinkRow.account_id, PasswordLinkRow.until)
    row = connection.execute(query.where(PasswordLinkRow.token == token)).one_or_none()
    return PasswordLink(*row) if row else None


def forget(connection: Connection, account: str) -> None:
    """Forget the link of an account."""
    connection.execute(
        delete(PasswordLinkRow).where(PasswordLinkRow.account_id == account)
    )
