"""The mail book of an audit: who is asked by mail, as the worker alone can read it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import Connection

from peeraudit.mail.letter import ROOM, Addressee, Letter, Request
from peeraudit.operations.installation import Installation
from peeraudit.sealing.boxes import public_part, seal, unseal
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage.mail import ADDRESSES, OUTBOX, REQUESTS, Kept, State

Content = TypeVar("Content", Addressee, Letter, Request)


@dataclass(frozen=True, slots=True)
class Opened(Generic[Content]):
    """Something that was opened, and what it is kept under."""

    kept: Kept
    content: Content


@dataclass(frozen=True, slots=True, repr=False)
class MailBook:
    """One audit's addresses, with the key that opens them."""

    audit: str
    key: bytes

    @classmethod
    def of(cls, installation: Installation, audit: str) -> "MailBook":
        """Open the book of an audit.

        Raises
        ------
        KeyLost
            In a process without the worker's keys, or once the last mail has gone.
        """
        return cls(audit, installation.keys.read(audit, KeyKind.MAIL))

    def seal(self, content: Addressee | Letter | Request) -> bytes:
        """Close something again, so that only the worker opens it."""
        return seal_mail(public_part(self.key), content)

    def addressees(self, connection: Connection) -> dict[str, Opened[Addressee]]:
        """Return everyone who was asked, by address; of two that are the same, one."""
        found = self._opened(
            ADDRESSES.waiting(connection, self.audit), Addressee.unpack
        )
        return {each.content.address: each for each in found}

    def requests(self, connection: Connection) -> list[Opened[Request]]:
        """Return what the website asks for."""
        return self._opened(REQUESTS.waiting(connection, self.audit), Request.unpack)

    def letters(
        self, connection: Connection, state: State = State.WAITING
    ) -> list[Opened[Letter]]:
        """Return the mails in a state."""
        kept = OUTBOX.in_state(connection, self.audit, state)
        return self._opened(kept, Letter.unpack)

    def _opened(
        self, found: list[Kept], unpack: Callable[[bytes], Content]
    ) -> list[Opened[Content]]:
        return [Opened(each, unpack(unseal(self.key, each.sealed))) for each in found]


def seal_mail(public: bytes, content: Addressee | Letter | Request) -> bytes:
    """Close something with an address in it; all are of one length."""
    return seal(public, content.pack(), ROOM)
