"""Links by which somebody who cannot sign in chooses another password."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from peeraudit.storage.sealed_rows import Part, SealedRows
from peeraudit.storage.tables import PasswordLinkRow

KIND = "password link"


@dataclass(frozen=True, slots=True)
class PasswordLink:
    """A link for one account."""

    account: str
    until: datetime


def add(rows: SealedRows, token: bytes, link: PasswordLink) -> None:
    """Remember a link, in place of any other for the account."""
    forget(rows, link.account)
    rows.connection.execute(
        insert(PasswordLinkRow).values(
            account_id=link.account,
            token=token,
            until=link.until,
            seal=rows.seal(KIND, *_parts(token, link)),
        )
    )


def find(rows: SealedRows, token: bytes) -> PasswordLink | None:
    """Return a link that has not been used."""
    query = select(PasswordLinkRow.__table__).where(PasswordLinkRow.token == token)
    row = rows.connection.execute(query).one_or_none()
    if row is None:
        return None
    link = PasswordLink(row.account_id, row.until)
    return link if rows.holds(KIND, row.seal, *_parts(token, link)) else None


def forget(rows: SealedRows, account: str) -> None:
    """Forget the link of an account."""
    rows.connection.execute(
        delete(PasswordLinkRow).where(PasswordLinkRow.account_id == account)
    )


def _parts(token: bytes, link: PasswordLink) -> tuple[Part, ...]:
    """Return everything that gives a right, in one order."""
    return token.hex(), link.account, link.until
