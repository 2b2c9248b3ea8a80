"""Write into the record what somebody who manages has just done."""

from sqlalchemy import Connection

from peeraudit.account.record import Entry
from peeraudit.operations.installation import Installation
from peeraudit.storage import record
from peeraudit.storage.sealed_rows import SealedRows


def record_act(
    installation: Installation, connection: Connection, entry: Entry
) -> None:
    """Add an entry within the transaction that does what it tells.

    So nothing is recorded that did not happen, and nothing happens unrecorded.
    """
    record_within(SealedRows(connection, installation.seal_key), entry)


def record_within(rows: SealedRows, entry: Entry) -> None:
    """Add an entry where the key to the marks is at hand already."""
    record.add(rows, entry)
