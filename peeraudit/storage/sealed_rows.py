"""Rows that give rights: each has a mark that the database alone cannot make.

Whoever can write the database could otherwise give themselves an account, a role, or
the session of somebody else. A row whose mark does not fit is as if it were not there.
"""

import json
import logging
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from peeraudit.sealing.marks import fits, mark

log = logging.getLogger(__name__)

ID = re.compile(r"[0-9a-f]{1,64}")
"""What we call things. Anything else was written by somebody else, and is not told."""

Part = str | int | datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class SealedRows:
    """A connection, with the key to the marks of what is read and written there."""

    connection: Connection
    key: bytes

    def seal(self, kind: str, *parts: Part) -> bytes:
        """Return the mark of a row, over all of it that gives a right."""
        return mark(self.key, kind, _written(parts))

    def holds(self, kind: str, given: bytes, *parts: Part) -> bool:
        """Say whether a row is as it was written here, and log where it is not."""
        if fits(self.key, given, kind, _written(parts)):
            return True
        name = str(parts[0])
        log.error(
            "%s %s is not as PeerAudit wrote it, and opens nothing",
            kind,
            name if ID.fullmatch(name) else "of an unknown name",
        )
        return False


def _written(parts: tuple[Part, ...]) -> str:
    """Return the same for what is to be written and for what was read."""
    return json.dumps(
        [
            each.astimezone(UTC).isoformat() if isinstance(each, datetime) else each
            for each in parts
        ]
    )
