"""A disk that is full, at the turn of a hand."""

import errno
import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

SIZE = 8 * 1024 * 1024
"""Bytes of the small disk: room for a site, and filled in no time."""

REFUSES = """
CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE 'could not extend file: No space left on device'
USING ERRCODE = 'disk_full'; END $$
"""
WRITTEN = ("box", "draft", "release", "document")


class SmallDisk:
    """A folder on a disk of its own where we may mount one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
        done = subprocess.run(mount, check=False, capture_output=True)  # noqa: S603
        self.is_mounted = done.returncode == 0

    def close(self) -> None:
        """Take the disk away."""
        if self.is_mounted:
            subprocess.run(["umount", "-l", str(self.folder)], check=True)  # noqa: S603, S607

    @contextmanager
    def full(self) -> Iterator[None]:
        """Leave no room on it; elsewhere, let this process make no file longer."""
        if not self.is_mounted:
            with _no_file_grows():
                yield
            return
        filler = self.folder / "filler"
        _fill(filler)
        yield
        filler.unlink()


def _fill(filler: Path) -> None:
    """Write until there is no room for a single byte."""
    handle = os.open(filler, os.O_CREAT | os.O_WRONLY)
    for block in (65_536, 4_096, 1):
        try:
            while True:
                os.write(handle, bytes(block))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
    os.close(handle)


@contextmanager
def _no_file_grows() -> Iterator[None]:
    """Refuse this process every byte that it writes to a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def full_server(engine: Engine) -> Iterator[None]:
    """Let PostgreSQL say of every row what it says when its disk is full."""
    with engine.begin() as connection:
        connection.execute(text(REFUSES))
        for table in WRITTEN:
            trigger = f"CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON {table}"
            connection.execute(text(f"{trigger} EXECUTE FUNCTION no_room()"))
    yield
    with engine.begin() as connection:
        for table in WRITTEN:
            connection.execute(text(f"DROP TRIGGER no_room ON {table}"))
