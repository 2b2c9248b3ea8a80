"""What an attacker has carried off, and what the check knows to be true.

An attack sees a scene and nothing else. So the same attack runs on a seeded audit, on
a copy of an installation, and on storage that was weakened to see it win.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peeraudit.audit.audit import State
from peeraudit.sealing.codes import fingerprint
from peeraudit.sealing.keys import KeyKind

RowName = tuple[str, tuple[object, ...]]
"""Which row: its table and its primary key."""


class Moment(StrEnum):
    """When an attacker looked."""

    OPEN = "while people answered"
    CLOSED = "after closing"
    NOW = "now"
    """At a real installation, whose audits are in any state."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, as a backup holds it."""

    table: str
    key: tuple[object, ...] = field(repr=False)
    values: Mapping[str, object] = field(repr=False)
    places: Mapping[str, int] = field(default_factory=dict)
    """Where storage put it: its row number, its page, its transaction."""

    @property
    def name(self) -> RowName:
        """Return which row this is."""
        return self.table, self.key


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    kind: type
    """What Python makes of its values."""


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table that is in the database, whether it is ours or not."""

    name: str
    columns: tuple[Column, ...]
    of_people: bool
    """Whether its rows have random names: then each may be of one person."""
    has_row_numbers: bool
    """Whether SQLite numbers its rows as they come."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """The bytes of a file that the database keeps."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A file in a key folder."""

    folder: str
    """The worker's or the website's."""
    audit: str
    kind: str
    """A kind of key, or whatever else the file is called."""
    content: bytes = field(repr=False)

    @property
    def is_shared(self) -> bool:
        """Whether the website can read it too."""
        return self.folder == WEBSITE


WORKER, WEBSITE = "worker", "website"

OF_MAIL = frozenset({"mail_request", "mail_address", "outbox"})
"""Tables with addresses: their rows wait for the mail that the report is out."""


@dataclass(frozen=True, slots=True)
class Permission:
    """Who may read a file or enter a folder."""

    path: str
    mode: int
    reachable: bool
    """Whether every folder above lets everybody through."""
    is_workers: bool = False
    """Whether it is the worker's alone."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that can be carried off at one moment."""

    when: Moment
    tables: tuple[TableSeen, ...] = ()
    rows: tuple[Row, ...] = ()
    files: tuple[RawFile, ...] = ()
    keys: tuple[KeyFile, ...] = ()
    permissions: tuple[Permission, ...] = ()
    triggers: tuple[str, ...] = ()
    """What the database does by itself when a row is written."""
    unseen: tuple[str, ...] = ()
    """What could not be looked at, and why."""

    @property
    def states(self) -> Mapping[str, State]:
        """The audits, and how far each has come."""
        return {
            str(row.values["id"]): State(str(row.values["state"]))
            for row in self.rows
            if row.table == "audit"
        }

    def waits_for_mail(self, audit: str) -> bool:
        """Say whether anything with an address in it is there of an audit."""
        return any(
            row.table in OF_MAIL and row.values["audit_id"] == audit
            for row in self.rows
        )

    def has_mail_key(self, audit: str) -> bool:
        """Say whether an audit's addresses can be opened, as far as could be seen."""
        unseen = any("worker's keys" in each for each in self.unseen)
        return unseen or any(
            (key.folder, key.audit, key.kind) == (WORKER, audit, KeyKind.MAIL)
            for key in self.keys
        )

    @property
    def tables_of_people(self) -> frozenset[str]:
        """The tables in which a row may be of one person."""
        return frozenset(table.name for table in self.tables if table.of_people)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who answered, as only they and the check know it."""

    code: str = field(repr=False)
    word: str = field(default="", repr=False)
    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    session: str = field(default="", repr=False)
    """What their browser holds in the end."""

    @property
    def fingerprint(self) -> bytes:
        """The hash by which their code was found."""
        return fingerprint(self.code)


class Asked(StrEnum):
    """With what kind of code somebody asked the website."""

    UNKNOWN = "unknown"
    UNKNOWN_TOO = "another unknown"
    """To see how much two answers to the same question differ."""
    SPENT = "spent"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the website said to a code that opens nothing."""

    asked: Asked
    seconds: float
    shown: str = field(repr=False)
    """Status, headers and page, without what is new in every reply."""


@dataclass(frozen=True, slots=True)
class Peek:
    """A page of a draft, to its owner or to somebody who has only the code."""

    is_owner: bool
    answers: int
    """How many answers it shows."""


@dataclass(frozen=True, slots=True)
class Log:
    """What a process wrote."""

    name: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How questions and answers are called."""

    names: frozenset[str]
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that attacks are tried on."""

    looks: tuple[Look, ...]
    """In the order of time; while people answered, one after each of them."""
    vocabulary: Vocabulary
    people: tuple[Person, ...] = ()
    """Whoever submitted, in that order; none known of a real installation."""
    begun: Person | None = None
    """Somebody who has a draft when the last look before closing is taken."""
    logs: tuple[Log, ...] = ()
    replies: tuple[Reply, ...] = ()
    peeks: tuple[Peek, ...] = ()

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Return whoever gave answers that the check knows."""
        return self.people if self.begun is None else (*self.people, self.begun)

    @property
    def last(self) -> Look:
        """The last look."""
        return self.looks[-1]

    @property
    def closely(self) -> tuple[Look, ...]:
        """Return the last look before closing, and the last of all."""
        before = self.last_while_open
        return (before, self.last) if before is not None else (self.last,)

    @property
    def last_while_open(self) -> Look | None:
        """The last look before closing."""
        found = [look for look in self.looks if look.when is Moment.OPEN]
        return found[-1] if found else None
