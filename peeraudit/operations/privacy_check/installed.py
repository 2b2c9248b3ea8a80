"""A copy of a real installation, looked at without writing to it."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from peeraudit.instrument.library import from_json
from peeraudit.operations.installation import Installation
from peeraudit.operations.privacy_check.loot.files import (
    Files,
    last_checkpoint,
    sqlite_files,
    take_files,
)
from peeraudit.operations.privacy_check.loot.look import look
from peeraudit.operations.privacy_check.loot.rows import names_of_tables
from peeraudit.operations.privacy_check.scene import Log, Look, Moment, Scene
from peeraudit.operations.privacy_check.vocabulary import vocabulary
from peeraudit.sealing.keys import KeyFolder
from peeraudit.settings import Settings
from peeraudit.storage.database import Database, connect
from peeraudit.storage.tables import Base


class NoInstallation(RuntimeError):
    """Settings that name no database of this version of PeerAudit."""


def installed_scene(settings: Settings, logs: Sequence[Path] = ()) -> Scene:
    """Look once at what the settings name, and at log files.

    Raises
    ------
    NoInstallation
        If there is no database, or its tables are those of another version.
    """
    url = make_url(settings.database_url)
    is_file = url.get_backend_name() == "sqlite"
    with _reading(settings.database_url) as database:
        if missing := Base.metadata.tables.keys() - names_of_tables(database):
            raise NoInstallation(
                f"the database has no table {', '.join(sorted(missing))}: use the "
                "version of PeerAudit that it belongs to"
            )
        files = (
            sqlite_files(Path(url.database or ""))
            if is_file
            else take_files(database, last_checkpoint(database))
        )
        seen = _look(settings, database, files)
    instruments = [row for row in seen.rows if row.table == "instrument"]
    return Scene(
        looks=(seen,),
        vocabulary=vocabulary(
            from_json(str(row.values["content"])) for row in instruments
        ),
        logs=tuple(Log(each.name, each.read_text(errors="replace")) for each in logs),
    )


def _look(settings: Settings, database: Database, files: Files) -> Look:
    """Look at everything."""
    keys = KeyFolder(settings.keys) if settings.keys else None
    installation = Installation(database, KeyFolder(settings.web_keys), keys)
    secrets = [settings.secret_file] if settings.secret_file.exists() else []
    return look(installation, Moment.NOW, files, secrets)


@contextmanager
def _reading(url: str) -> Iterator[Database]:
    """Open a database to read; of SQLite a copy, since reading alone writes files."""
    named = make_url(url)
    with tempfile.TemporaryDirectory(prefix="peeraudit-copy-") as folder:
        if named.get_backend_name() == "sqlite":
            copy = _copy(Path(named.database or ""), Path(folder))
            url = f"sqlite:///{copy}"
        database = connect(url, read_only=True)
        try:
            yield database
        finally:
            database.engine.dispose()


def _copy(file: Path, folder: Path) -> Path:
    """Copy a SQLite database with its write-ahead log."""
    if not file.is_file():
        raise NoInstallation(f"there is no database {file}")
    for each in (file, file.with_name(f"{file.name}-wal")):
        if each.exists():
            shutil.copyfile(each, folder / each.name)
    return folder / file.name
