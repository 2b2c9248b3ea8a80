"""The bytes of the database's own files: free pages, dead rows, write-ahead log."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from peeraudit.operations.privacy_check.scene import RawFile
from peeraudit.storage.database import Database

LARGEST = 256 * 1024 * 1024
"""Bytes of a file that are read; what lies beyond is said not to have been."""

NO_RIGHT = "{what}: this database user may not read the server's files"

RELATIONS = """
SELECT c.oid::regclass::text AS name, pg_relation_filepath(c.oid) AS path
FROM pg_class c
LEFT JOIN pg_class owner ON owner.reltoastrelid = c.oid
JOIN pg_namespace n ON n.oid = coalesce(owner.relnamespace, c.relnamespace)
WHERE c.relkind IN ('r', 't', 'i') AND n.nspname = current_schema()
ORDER BY name
"""
"""Tables, what they keep aside of long values, and their indexes."""

LOG_SINCE = """
SELECT 'pg_wal/' || name FROM pg_ls_waldir()
WHERE name BETWEEN pg_walfile_name(:since) AND pg_walfile_name(pg_current_wal_lsn())
ORDER BY name
"""


@dataclass(frozen=True, slots=True)
class Files:
    """What could be read, and what could not."""

    files: tuple[RawFile, ...]
    unseen: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()
    """Where they lie, if this machine has them."""


def take_files(database: Database, since: str = "") -> Files:
    """Return the database's files; ``since`` is where PostgreSQL's log is read from."""
    url = database.engine.url
    if database.engine.dialect.name == "sqlite":
        return sqlite_files(Path(url.database or ""))
    with database.reading() as connection:
        try:
            return Files(tuple(_postgresql_files(connection, since)))
        except DBAPIError:
            return Files((), (NO_RIGHT.format(what="files and write-ahead log"),))


def sqlite_files(file: Path) -> Files:
    """Return a SQLite database, its write-ahead log, and what lies beside it so named.

    Its index of shared memory holds page numbers only.
    """
    named = sorted(file.parent.glob(f"{file.name}*"))
    read = [each for each in named if each.is_file() and not each.match("*-shm")]
    too_large = [each.name for each in read if each.stat().st_size > LARGEST]
    return Files(
        tuple(
            RawFile(each.name, each.read_bytes())
            for each in read
            if each.name not in too_large
        ),
        tuple(f"{name}: too large a file to be read here" for name in too_large),
        tuple(named),
    )


def log_position(database: Database) -> str:
    """Return where PostgreSQL's write-ahead log stands; empty for SQLite."""
    if database.engine.dialect.name == "sqlite":
        return ""
    with database.reading() as connection:
        return str(connection.execute(text("SELECT pg_current_wal_lsn()")).scalar_one())


def last_checkpoint(database: Database) -> str:
    """Return from where PostgreSQL would begin after a crash; empty for SQLite."""
    if database.engine.dialect.name == "sqlite":
        return ""
    with database.reading() as connection:
        query = text("SELECT redo_lsn FROM pg_control_checkpoint()")
        return str(connection.execute(query).scalar_one())


def write_everything_down(database: Database) -> None:
    """Have PostgreSQL write its memory to its files, if this user may ask for it."""
    if database.engine.dialect.name == "sqlite":
        return
    with database.engine.connect().execution_options(
        isolation_level="AUTOCOMMIT"
    ) as connection:
        try:
            connection.execute(text("CHECKPOINT"))
        except DBAPIError:
            return


def _postgresql_files(connection: Connection, since: str) -> Iterator[RawFile]:
    """Yield tables, indexes and write-ahead log."""
    found: list[tuple[str, str]] = [
        (name, path) for name, path in connection.execute(text(RELATIONS))
    ]
    paths = connection.execute(text(LOG_SINCE), {"since": since}).scalars()
    for name, path in (*found, *((path, path) for path in paths)):
        read = text("SELECT pg_read_binary_file(:path, 0, :most, true)")
        content = connection.execute(
            read, {"path": path, "most": LARGEST}
        ).scalar_one_or_none()
        if content is not None:
            yield RawFile(name, bytes(content))
