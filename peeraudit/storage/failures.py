"""Failed tries to sign in, by a hash of address and device."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from peeraudit.account.throttle import Failures
from peeraudit.storage.tables import FailureRow
from peeraudit.storage.turns import hold_by


def hold(connection: Connection, address: bytes) -> None:
    """Let nobody else count under this until the transaction is over.

    A row that is not there yet cannot be locked, so the name of it is.
    """
    hold_by(connection, int.from_bytes(address[:8], signed=True))


def find(connection: Connection, address: bytes) -> Failures:
    """Return how often an address failed."""
    row = connection.execute(
        select(FailureRow.number, FailureRow.last).where(FailureRow.address == address)
    ).one_or_none()
    return Failures(*row) if row else Failures()


def keep(connection: Connection, address: bytes, failures: Failures) -> None:
    """Remember how often an address failed."""
    values = {"number": failures.number, "last": failures.last}
    mine = FailureRow.address == address
    changed = connection.execute(update(FailureRow).where(mine).values(values))
    if not changed.rowcount:
        connection.execute(insert(FailureRow).values(address=address, **values))


def forget_older(connection: Connection, than: datetime) -> None:
    """Forget failures of which the last was before a moment."""
    connection.execute(delete(FailureRow).where(FailureRow.last < than))


def forget(connection: Connection, address: bytes) -> None:
    """Forget the failures of an address, after a success."""
    connection.execute(delete(FailureRow).where(FailureRow.address == address))
