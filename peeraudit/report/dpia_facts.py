"""What an installation is, for its impact assessment: no answer, key, code or path."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from peeraudit.audit.audit import Audit
from peeraudit.audit.retention import USUAL, Retention


class Place(StrEnum):
    """Where a key folder lies, seen from the database."""

    TOGETHER = "together"
    """One folder has both in it: whoever copies it has both."""
    SAME_DISK = "same_disk"
    """Apart, but on one disk: a snapshot takes both."""
    OTHER_DISK = "other_disk"
    OTHER_MACHINE = "other_machine"
    UNKNOWN = "unknown"
    """A database server of this machine keeps its files where we do not look."""


KEYS_ALLOW, WEB_KEYS_ALLOW = 0o700, 0o2750
"""As open as each folder may be; its files may be as open, but for running them."""
FILE = 0o666


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """One key folder."""

    place: Place
    allowed: int
    """As open as it may be, in bits."""
    mode: int | None
    """Who may read and write it, in bits; none where it is not there."""
    files: int = 0
    """What any of its files allows, in bits; nothing where it has none."""

    @property
    def is_too_open(self) -> bool:
        """Whether somebody may read or write who should not."""
        folder = (self.mode or 0) & ~self.allowed
        return bool(folder or self.files & ~(self.allowed & FILE))


@dataclass(frozen=True, slots=True)
class Version:
    """A part of the software."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class InstrumentUse:
    """An exact instrument, and how many audits use it."""

    name: str
    version: int
    hash: str
    audits: int


@dataclass(frozen=True, slots=True)
class Described:
    """An installation as it is now."""

    at: datetime
    database: str
    """What kind it is, as ``PostgreSQL``."""
    versions: tuple[Version, ...]
    keys: KeyPlace | None
    """The worker's keys; none where whoever looks may not see the folder."""
    web_keys: KeyPlace | None
    """The keys that the website needs too; none likewise."""
    one_key_folder: bool
    """Whether one of the two key folders is, or is in, the other."""
    site_url: str
    support: tuple[str, ...]
    instruments: tuple[InstrumentUse, ...]
    audits: tuple[Audit, ...]
    views: int
    """Views over teams that have been made."""
    waiting: int
    """Groups of which sealed counts wait for such a view."""
    retention: Retention = USUAL
    """For how long things are kept here."""
