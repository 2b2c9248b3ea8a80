"""Admit a person by code: say what they may do now, without spending anything."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_record import record_of
from peeraudit.operations.sitting import Sitting, make_sitting
from peeraudit.sealing.codes import fingerprint
from peeraudit.storage import audits, codes


class Refusal(StrEnum):
    """Why a code opens nothing."""

    UNKNOWN = "unknown"
    """Never issued, spent, or of a closed audit: nobody can tell which."""
    CLOSED = "closed"
    """The closing time has passed, and there is no draft."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a code opens."""

    sitting: Sitting
    draft: bytes | None
    """The sealed draft, where one was begun."""


def admit(installation: Installation, code: str, *, at: datetime) -> Admitted | Refusal:
    """Look a code up; opening a link spends nothing."""
    with installation.database.reading() as connection:
        return _look_up(installation, connection, code, at=at)


def admit_within(
    installation: Installation, connection: Connection, code: str, *, at: datetime
) -> Admitted | Refusal:
    """Look a code up within a transaction that goes on to change something."""
    codes.hold(connection, fingerprint(code))
    return _look_up(installation, connection, code, at=at)


def _look_up(
    installation: Installation, connection: Connection, code: str, *, at: datetime
) -> Admitted | Refusal:
    """Say what a code opens."""
    found = codes.find(connection, fingerprint(code))
    if found is None:
        return Refusal.UNKNOWN
    sitting = _sitting(installation, connection, found)
    audit = sitting.audit
    has_draft = found.draft is not None
    if not audit.in_state(found.state).takes_answers(at=at, has_draft=has_draft):
        return Refusal.CLOSED
    return Admitted(sitting, found.draft)


def _sitting(
    installation: Installation, connection: Connection, found: codes.Admission
) -> Sitting:
    """Return how the group of a code is asked."""
    key: tuple[str, Group] = (found.audit, found.group)
    if key not in installation.sittings:
        audit = audits.find(connection, found.audit)
        launched = audits.launched(connection, found.audit)
        if audit is None or launched is None:
            raise LookupError("a code belongs to an audit that was never launched")
        instrument = installation.instrument(audit.instrument)
        record = record_of(installation, audit, launched)
        sitting = make_sitting(audit, found.group, instrument, launched)
        installation.sittings[key] = replace(sitting, public_key=record.public_key)
    return installation.sittings[key]
