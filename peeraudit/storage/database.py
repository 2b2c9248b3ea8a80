"""The way to the database: SQLite or PostgreSQL, and transactions on either."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text

MIGRATIONS = Path(__file__).parent / "migrations"
MIGRATING = 7_337_283
"""Names the lock under which tables are changed; any number of our own."""

BUSY_SECONDS = 30
"""How long a SQLite writer waits for another (our judgement)."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open database."""

    engine: Engine
    writing: Engine = field(init=False)
    """The same, for transactions that will write."""

    def __post_init__(self) -> None:
        """Make the second face of the engine once: it takes longer than a query."""
        object.__setattr__(self, "writing", self.engine.execution_options(writes=True))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Write: everything inside happens, or nothing does."""
        with self.writing.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read."""
        with self.engine.connect() as connection:
            yield connection

    def migrate(self) -> None:
        """Bring the tables up to date; others that start just now wait for it."""
        with self.transaction() as connection:
            if connection.dialect.name == "postgresql":
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                connection.execute(lock, {"key": MIGRATING})
            command.upgrade(alembic_config(connection), "head")

    def forget_dead_rows(self) -> None:
        """Drop what the database still holds of deleted rows, as far as it lets us.

        What remains in logs, replicas and backups is sealed under a key that is gone.
        """
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        with self.engine.connect().execution_options(
            isolation_level="AUTOCOMMIT"
        ) as connection:
            connection.execute(text("VACUUM box, code, draft"))


def connect(url: str, *, read_only: bool = False) -> Database:
    """Open a database; no statement or parameter of it ever reaches a log."""
    if url.startswith("sqlite"):
        engine = create_engine(
            url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS}
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        if read_only:
            event.listen(engine, "connect", _refuse_writes)
    else:
        engine = create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            execution_options={"postgresql_readonly": read_only},
        )
    return Database(engine)


def alembic_config(connection: Connection) -> Config:
    """Return what Alembic needs to know."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Set each connection up: a write-ahead log, real deletion, checked references."""
    # SQLAlchemy begins transactions; the driver's own habit would begin them late.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _refuse_writes(connection: Any, _record: Any) -> None:
    """Let a connection read only."""
    connection.execute("PRAGMA query_only=ON")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where a transaction will write."""
    writes = connection.get_execution_options().get("writes", False)
    # Straight to the driver: this happens for every request.
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
