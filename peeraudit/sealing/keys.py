"""Keys as files: outside the database and every backup of it, destroyed when due."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class KeyKind(StrEnum):
    """What a key is for; one of each per audit."""

    ANSWERS = "answers"
    """Opens the boxes: worker alone; destroyed at closing."""
    DRAFTS = "drafts"
    """Opens drafts, with code and word: web too; destroyed after the grace hour."""


class KeyLost(Exception):
    """A key file that should be there is not."""


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """A folder of key files, readable by its owner alone."""

    path: Path

    def keep(self, audit: str, kind: KeyKind, key: bytes) -> None:
        """Write a key, safely on disk before this returns; a key is never replaced."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        handle = os.open(self._file(audit, kind), flags, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        self._sync()

    def holds(self, audit: str, kind: KeyKind) -> bool:
        """Say whether a key is here."""
        return self._file(audit, kind).exists()

    def read(self, audit: str, kind: KeyKind) -> bytes:
        """Return a key.

        Raises
        ------
        KeyLost
            If it is not here.
        """
        try:
            return self._file(audit, kind).read_bytes()
        except FileNotFoundError as error:
            raise KeyLost(
                f"the {kind} key of audit {audit} is not in the keys folder"
            ) from error

    def destroy(self, audit: str, kind: KeyKind) -> None:
        """Overwrite a key and remove its file, if it is still there."""
        file = self._file(audit, kind)
        if not file.exists():
            return
        with file.open("r+b") as content:
            content.write(bytes(file.stat().st_size))
            content.flush()
            os.fsync(content.fileno())
        file.unlink()
        self._sync()

    def _file(self, audit: str, kind: KeyKind) -> Path:
        return self.path / f"{audit}.{kind}"

    def _sync(self) -> None:
        """Make the folder's own entries outlast a power cut."""
        handle = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
