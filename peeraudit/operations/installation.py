"""One installation: its database, its key folders, and what it may remember of them."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from peeraudit.audit.audit import Audit
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import from_json
from peeraudit.operations.sitting import Sitting
from peeraudit.release.distilled import Distilled
from peeraudit.sealing.drafts import new_draft_key
from peeraudit.sealing.keys import FOR_GROUP, KeyFolder, KeyKind, KeyLost
from peeraudit.settings import MailServer, Settings
from peeraudit.storage import audits
from peeraudit.storage.database import Database, connect
from peeraudit.storage.sealed_rows import SealedRows

EVERY_AUDIT = "installation"
"""What a key is filed under that is not of one audit."""


class NoSuchAudit(LookupError):
    """An audit that this installation does not have."""


class NoSuchTeam(LookupError):
    """A team that this installation does not have."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What every operation works on."""

    database: Database
    web_keys: KeyFolder
    worker_keys: KeyFolder | None
    """None in the website, which cannot read what it has taken."""
    mail: MailServer | None = field(default=None, repr=False)
    """None where mail is off."""
    instruments: dict[str, Instrument] = field(default_factory=dict, repr=False)
    """Exact instruments by digest: they never change."""
    distilled: dict[tuple[str, str], Distilled] = field(
        default_factory=dict, repr=False
    )
    """What counts over teams, by audit and hash of its release: it never changes."""
    sittings: dict[tuple[str, Group], Sitting] = field(default_factory=dict, repr=False)
    """How a group of a launched audit is asked, until its closing time moves."""

    @property
    def keys(self) -> KeyFolder:
        """The worker's keys.

        Raises
        ------
        KeyLost
            In a process that was not given them.
        """
        if self.worker_keys is None:
            raise KeyLost("KEYS_DIR is not set, so this process has no keys")
        return self.worker_keys

    @property
    def seal_key(self) -> bytes:
        """The key to the marks of launches and accounts, which no database can make.

        Raises
        ------
        KeyLost
            If it is not there, and this process may make none: the worker makes it.
        """
        if self.worker_keys is not None:
            self.keep_seal()
        return self.web_keys.read(EVERY_AUDIT, KeyKind.SEAL)

    def keep_seal(self) -> None:
        """Make the key to the marks, if it is not there yet."""
        if not self.web_keys.holds(EVERY_AUDIT, KeyKind.SEAL):
            self.web_keys.keep(EVERY_AUDIT, KeyKind.SEAL, new_draft_key())

    @contextmanager
    def changing_accounts(self) -> Iterator[SealedRows]:
        """Write accounts, and what leads to them: all inside, or nothing."""
        key = self.seal_key
        with self.database.transaction() as connection:
            yield SealedRows(connection, key)

    @contextmanager
    def reading_accounts(self) -> Iterator[SealedRows]:
        """Read accounts, and what leads to them."""
        key = self.seal_key
        with self.database.reading() as connection:
            yield SealedRows(connection, key)

    def audit(self, audit: str) -> Audit:
        """Return an audit.

        Raises
        ------
        NoSuchAudit
            If there is none of this id.
        """
        with self.database.reading() as connection:
            found = audits.find(connection, audit)
        if found is None:
            raise NoSuchAudit(f"there is no audit {audit}")
        return found

    def instrument(self, digest: str) -> Instrument:
        """Return the exact instrument of this digest."""
        if digest not in self.instruments:
            with self.database.reading() as connection:
                content = audits.instrument(connection, digest)
            if content is None:
                raise LookupError(f"there is no instrument {digest}")
            self.instruments[digest] = from_json(content)
        return self.instruments[digest]

    def instrument_hash(self, digest: str) -> str:
        """Return the SHA-256 of what is kept as the instrument of this digest."""
        with self.database.reading() as connection:
            content = audits.instrument(connection, digest)
        return hashlib.sha256((content or "").encode()).hexdigest()


def open_installation(settings: Settings) -> Installation:
    """Connect to what the settings name, and bring the tables up to date."""
    installation = name_installation(settings)
    installation.database.migrate()
    return installation


def name_installation(settings: Settings) -> Installation:
    """Return what the settings name, whether it can be reached now or not.

    Its tables may not be up to date before somebody has called ``database.migrate``.
    """
    database = connect(settings.database_url)
    worker_keys = KeyFolder(settings.keys) if settings.keys else None
    web_keys = KeyFolder(settings.web_keys, FOR_GROUP)
    return Installation(database, web_keys, worker_keys, settings.mail)
