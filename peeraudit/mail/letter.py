"""Letters: who is asked by mail, what the worker is to do for them, and what waits.

All of these are sealed wherever they are kept: see anonymity in docs/threat-model.md.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from peeraudit.instrument.frozen import Group

ROOM = 512
"""Bytes that every sealed letter, address and request has room for: none is longer."""

FIRST_WAIT = timedelta(minutes=2)
LONGEST_WAIT = timedelta(hours=4)
"""Between two tries of one mail that a server put off (our judgement)."""


class Kind(StrEnum):
    """What a mail is for."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    EXTENSION = "extension"
    """The closing time has moved."""
    LATE = "late"
    """The report is not out when people were told that it would be."""
    REPORT = "report"
    """The report is out."""

    @property
    def has_code(self) -> bool:
        """Whether a code is in it."""
        return self is Kind.INVITATION

    @property
    def is_for_answering(self) -> bool:
        """Whether it is of use only while people can still answer."""
        return self in {Kind.INVITATION, Kind.REMINDER, Kind.EXTENSION}


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who is asked by mail: no code is beside them, nor who has answered."""

    address: str
    group: Group
    thread: str
    """Random: all mails to this person stand below each other by it."""

    def pack(self) -> bytes:
        """Write it down, to be sealed."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> "Addressee":
        """Read it back."""
        content = json.loads(packed)
        return cls(content["address"], Group(content["group"]), content["thread"])


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that has not been handed over yet."""

    kind: Kind
    to: Addressee
    number: int = 0
    """Which of its kind, as the second reminder."""
    code: str = ""
    """Here alone, and only until the mail is accepted."""
    tries: int = 0
    not_before: datetime | None = None

    @property
    def place(self) -> str:
        """Where it stands in its thread: the same for the same mail sent twice."""
        return f"{self.kind}-{self.number}"

    def put_off(self, at: datetime) -> "Letter":
        """Return the letter as it waits for its next try, each time for longer."""
        wait = min(FIRST_WAIT * 2**self.tries, LONGEST_WAIT)
        # More tries than this do not lengthen the wait.
        return replace(self, tries=min(self.tries + 1, 16), not_before=at + wait)

    def is_due(self, at: datetime) -> bool:
        """Say whether it may be tried now."""
        return self.not_before is None or at >= self.not_before

    def pack(self) -> bytes:
        """Write it down, to be sealed."""
        content = asdict(self)
        if self.not_before:
            content["not_before"] = self.not_before.isoformat()
        return json.dumps(content).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> "Letter":
        """Read it back."""
        content = json.loads(packed)
        to, not_before = content["to"], content["not_before"]
        return cls(
            Kind(content["kind"]),
            Addressee(to["address"], Group(to["group"]), to["thread"]),
            content["number"],
            content["code"],
            content["tries"],
            datetime.fromisoformat(not_before) if not_before else None,
        )


class Wanted(StrEnum):
    """What the worker is to do with an address."""

    ASK = "ask"
    """Ask somebody of a group."""
    CHANGE = "change"
    """Write to another address from now on; to none at all, where there is no other."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the website, which can open no address, asks the worker to do with one."""

    wanted: Wanted
    address: str
    group: Group | None = None
    """Of somebody who is to be asked."""
    instead: str = ""
    """The other address; empty where nothing more is to be sent."""

    def pack(self) -> bytes:
        """Write it down, to be sealed."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> "Request":
        """Read it back."""
        content = json.loads(packed)
        group = content["group"]
        return cls(
            Wanted(content["wanted"]),
            content["address"],
            Group(group) if group else None,
            content["instead"],
        )
