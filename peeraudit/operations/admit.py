"""Admit a person by code: say what they may do now, without spending anything."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from peeraudit.audit.audit import State
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import CODE
from peeraudit.operations.launch_record import record_of
from peeraudit.operations.sitting import Sitting, make_sitting
from peeraudit.sealing.codes import fingerprint
from peeraudit.sealing.keys import KeyKind
from peeraudit.sealing.marks import fits
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
    if found is None or not _is_ours(installation, code, found):
        return Refusal.UNKNOWN
    sitting = _sitting(installation, connection, found)
    audit = sitting.audit
    has_draft = found.draft is not None
    if not audit.in_state(found.state).takes_answers(at=at, has_draft=has_draft):
        return Refusal.CLOSED
    return Admitted(sitting, found.draft)


def _is_ours(installation: Installation, code: str, found: codes.Admission) -> bool:
    """Say whether a code was issued to this group, and not put or moved there since."""
    key = installation.web_keys.read(found.audit, KeyKind.DRAFTS)
    return fits(key, found.seal, CODE, fingerprint(code), found.group)


def open_sittings(installation: Installation) -> list[Sitting]:
    """Return how every group of every open audit is asked."""
    with installation.database.reading() as connection:
        return [
            installation.sittings.get((audit.id, group))
            or _make_sitting(installation, connection, audit.id, group)
            for audit in audits.in_state(connection, State.OPEN)
            for group in audit.promise.group
        ]


def sitting_of(installation: Installation, audit: str, group: Group) -> Sitting:
    """Return how a group of a launched audit is asked."""
    with installation.database.reading() as connection:
        return _make_sitting(installation, connection, audit, group)


def _sitting(
    installation: Installation, connection: Connection, found: codes.Admission
) -> Sitting:
    """Return how a group of an audit is asked, made anew once it was extended."""
    kept = installation.sittings.get((found.audit, found.group))
    if kept is not None and kept.launched.seal == found.terms:
        return kept
    return _make_sitting(installation, connection, found.audit, found.group)


def _make_sitting(
    installation: Installation, connection: Connection, name: str, group: Group
) -> Sitting:
    """Lay out how a group of an audit is asked, if it is as it was launched."""
    audit = audits.find(connection, name)
    launched = audits.launched(connection, name)
    if audit is None or launched is None:
        raise LookupError("a code belongs to an audit that was never launched")
    instrument = installation.instrument(audit.instrument)
    record = record_of(installation, audit, launched)
    sitting = make_sitting(audit, group, instrument, launched)
    made = replace(sitting, public_key=record.public_key)
    installation.sittings[name, group] = made
    return made
