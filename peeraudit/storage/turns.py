"""Taking turns: two who look and then add at one moment would add the same twice."""

from sqlalchemy import Connection, text

from peeraudit.storage.tables import Base


def hold_by(connection: Connection, number: int) -> None:
    """Let nobody else hold the lock of this number before this transaction ends.

    For what has no row yet, or whose table does not exist. SQLite needs no such lock:
    there is one writer at a time.
    """
    if connection.dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(:key)")
        connection.execute(lock, {"key": number})


def take_turns(connection: Connection, table: type[Base]) -> None:
    """Let nobody else write to a table before this transaction ends.

    Reading goes on. SQLite needs no such lock: there is one writer at a time.
    """
    if connection.dialect.name == "postgresql":
        name = table.__tablename__
        connection.execute(text(f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE"))
