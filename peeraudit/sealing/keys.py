"""Keys as files: outside the database and every backup of it, destroyed when due."""

import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

FOR_OWNER = 0o600
FOR_GROUP = 0o640
"""For keys that worker and website share: the worker writes, the website reads."""


class KeyKind(StrEnum):
    """What a key is for; one of each per audit."""

    ANSWERS = "answers"
    """Opens the boxes: worker alone; destroyed at closing."""
    RECORD = "record"
    """What the audit was launched as; no secret, but nobody may change it."""
    INBOX = "inbox"
    """Which boxes are being opened: worker alone; the same ones at every try."""
    MAIL = "mail"
    """Opens addresses: worker alone; destroyed when the last mail has gone."""
    SEAL = "seal"
    """Marks what an audit is launched as; one for the whole installation."""
    LAST_ENTRY = "last_entry"
    """The last entry of the record that the worker saw; no secret; one for all."""
    DRAFTS = "drafts"
    """Opens drafts, with code and word, and marks codes: web too; destroyed after the
    grace hour."""
    COMMENTS = "comments"
    """Opens comments, with their reader's code: web too; destroyed at the release."""
    POOLING = "pooling"
    """Opens the counts of one group: worker alone; destroyed with the pooled view."""
    TRIED = "tried"
    """With which teams a group was tried; no secret; destroyed with its counts."""
    TAKEN = "taken"
    """With which teams a group makes a view; likewise."""


NAME = re.compile(r"(?:[0-9a-f]{12}(?:\.[a-z_]+)?|installation)")
"""What a key may be filed under: an audit, one of its groups, or the installation."""


class KeyLost(Exception):
    """A key file that should be there is not."""


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """A folder of key files, readable by its owner alone."""

    path: Path
    mode: int = FOR_OWNER
    """Who may read a key."""

    def keep(self, audit: str, kind: KeyKind, key: bytes) -> None:
        """Write a key, whole and safely on disk; a key that is there stays as it is."""
        file = self._file(audit, kind)
        written = self._written(file, key)
        try:
            # Under its own name at once or not at all, and never over another.
            # Another process may be destroying it just now: then it stays gone.
            with suppress(FileExistsError, FileNotFoundError):
                file.hardlink_to(written)
        finally:
            written.unlink(missing_ok=True)
        self._sync()

    def replace(self, audit: str, kind: KeyKind, key: bytes) -> None:
        """Write something in place of what is there: at no time is there neither."""
        file = self._file(audit, kind)
        self._written(file, key).replace(file)
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
            key = self._file(audit, kind).read_bytes()
        except FileNotFoundError:
            key = b""
        # One of zeros alone is being destroyed, or its process was killed meanwhile.
        if not key.strip(b"\0"):
            raise KeyLost(f"the {kind} key of audit {audit} is not in the keys folder")
        return key

    def destroy(self, audit: str, kind: KeyKind) -> None:
        """Overwrite a key and remove its file, if it is still there.

        So goes what a process left that was killed while it wrote the key.
        """
        file = self._file(audit, kind)
        unfinished = self.path.glob(f"{_unfinished(file)}*")
        for each in (*unfinished, file):
            # Another process may be destroying it just now.
            with suppress(FileNotFoundError):
                _overwrite(each)
                each.unlink()
                self._sync()

    def _written(self, file: Path, key: bytes) -> Path:
        """Write a key under a name of its own, safely on disk."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path, prefix=_unfinished(file))
        try:
            with os.fdopen(handle, "wb") as content:
                os.fchmod(content.fileno(), self.mode)
                content.write(key)
                content.flush()
                os.fsync(content.fileno())
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return Path(name)

    def _file(self, audit: str, kind: KeyKind) -> Path:
        # Names come from the database: whoever writes there must not choose a path.
        if not NAME.fullmatch(audit):
            raise ValueError(f"{audit!r} is no name of a key")
        return self.path / f"{audit}.{kind}"

    def _sync(self) -> None:
        """Make the folder's own entries outlast a power cut."""
        handle = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unfinished(file: Path) -> str:
    """Return how a key's file is called while it is written."""
    return f".new-{file.name}-"


def _overwrite(file: Path) -> None:
    """Put zeros in place of what a file holds."""
    with file.open("r+b") as content:
        content.write(bytes(file.stat().st_size))
        content.flush()
        os.fsync(content.fileno())
