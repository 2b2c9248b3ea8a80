"""The way to the database: SQLite or PostgreSQL, and transactions on either."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError

from peeraudit.storage.turns import hold_by

MIGRATIONS = Path(__file__).parent / "migrations"
MIGRATING = 7_337_283
"""Names the lock under which tables are changed; any number of our own."""

BUSY_SECONDS = 30
"""How long a SQLite writer waits for another (our judgement)."""

CONNECT_SECONDS = 10
"""How long we wait for PostgreSQL to answer (our judgement)."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a database is, and where; not by whom and how it is reached."""

    product: str
    version: str
    file: Path | None
    """Its file, where it is one."""
    is_remote: bool
    """Whether it is reached over a network."""


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

    def whereabouts(self) -> Whereabouts:
        """Say what the database is and where it lies."""
        with self.engine.connect() as connection:
            numbers = connection.dialect.server_version_info or ()
        version, url = ".".join(map(str, numbers)), self.engine.url
        if self.engine.dialect.name == "sqlite":
            return Whereabouts(
                "SQLite", version, Path(url.database or ""), is_remote=False
            )
        host = url.host or str(url.query.get("host", ""))
        # A path is that of a socket.
        is_remote = bool(host) and not host.startswith("/") and host not in LOOPBACK
        return Whereabouts("PostgreSQL", version, None, is_remote=is_remote)

    def migrate(self) -> None:
        """Bring the tables up to date; others that start just now wait for it."""
        with self.transaction() as connection:
            hold_by(connection, MIGRATING)
            command.upgrade(alembic_config(connection), "head")

    def forget_dead_rows(self) -> None:
        """Drop what the database still holds of deleted rows, as far as it lets us.

        What remains in logs, replicas and backups is sealed under a key that is gone.
        """
        self._drop_dead("VACUUM box, code, draft, mail_request, mail_address, outbox")

    def forget_erased(self) -> None:
        """Drop what the database still holds of all that was erased, in every table."""
        self._drop_dead("VACUUM")

    def _drop_dead(self, vacuum: str) -> None:
        """Let PostgreSQL clean up; empty the log of SQLite, which has cleaned up."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        with self.engine.connect().execution_options(
            isolation_level="AUTOCOMMIT"
        ) as connection:
            connection.execute(text(vacuum))


def connect(url: str, *, read_only: bool = False) -> Database:
    """Open a database; no statement or parameter of it ever reaches a log."""
    if url.startswith("sqlite"):
        _make_private(Path(url.removeprefix("sqlite:///")))
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
            connect_args={"connect_timeout": CONNECT_SECONDS},
            execution_options={"postgresql_readonly": read_only},
        )
    return Database(engine)


def _make_private(file: Path) -> None:
    """Make a new SQLite file that is for its owner and group, and for nobody else."""
    if file.name and not file.exists():
        with suppress(FileNotFoundError, FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o660))


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
    if driver is None:
        return
    try:
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    except sqlite3.OperationalError as error:
        # As SQLAlchemy says it of everything that it sends itself.
        raise OperationalError("BEGIN", None, error) from error
