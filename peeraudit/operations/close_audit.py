"""Close an audit: open the boxes once, release the cells, destroy the key.

Every step can be interrupted and run again: until the release is written nothing is
lost, and once it is written only keys are left to destroy.
"""

import secrets
from datetime import datetime

from peeraudit.audit.audit import Audit, State
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.definition import Instrument
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_audit import WrongState
from peeraudit.operations.launch_record import record_of
from peeraudit.operations.sitting import make_sitting
from peeraudit.release.release import Release, asking, freeze
from peeraudit.release.verify import NotVerified, verify
from peeraudit.response.responses import Response, read_response, unpack
from peeraudit.sealing.boxes import Unreadable, unseal
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import audits, boxes, codes, drafts, releases
from peeraudit.tally.counts import count


class UnreadableBoxes(RuntimeError):
    """Boxes that the audit's key does not open."""


def close_audit(installation: Installation, audit: str, *, at: datetime) -> None:
    """Take an audit from its closing time to its release.

    Raises
    ------
    WrongState
        If the grace hour is not over.
    KeyLost
        If the answers key is gone; the answers of this audit are then lost.
    UnreadableBoxes
        If a box is damaged; nothing is released or lost.
    TermsChanged
        If the database does not hold what was launched; nothing is released or lost.
    NotVerified
        If the release says what its cells do not; nothing is released or lost.
    """
    found = _stop_submissions(installation, audit, at=at)
    if found.state is not State.RELEASED:
        _publish(installation, found, _release(installation, found))
    _destroy_keys(installation, audit)
    installation.database.forget_dead_rows()


def _stop_submissions(installation: Installation, audit: str, *, at: datetime) -> Audit:
    """Make sure that no submission commits any more."""
    with installation.database.transaction() as connection:
        found = audits.find(connection, audit, locked=True)
        if found is None:
            raise WrongState(f"there is no audit {audit}")
        if found.state is State.RELEASED:
            return found
        if not found.may_close(at=at):
            raise WrongState(
                f"audit {audit} is {found.state}, and can be closed from "
                f"{found.promise.last_submission:%Y-%m-%d %H:%M} UTC"
            )
        audits.enter(connection, audit, State.CLOSING)
        return found.in_state(State.CLOSING)


def _release(installation: Installation, audit: Audit) -> Release:
    """Open the boxes in memory, and keep nothing of them but cells."""
    instrument = installation.instrument(audit.instrument)
    with installation.database.reading() as connection:
        sealed = boxes.all_of(connection, audit.id)
        launched = audits.launched(connection, audit.id)
    if launched is None:
        raise WrongState(f"audit {audit.id} was never launched")
    record_of(installation, audit, launched)
    responses = _open(installation, audit, instrument, sealed, launched)
    tallies = count(responses, asking(audit, instrument))
    cells = disclose(tallies, audit.promise, instrument)
    release = freeze(audit, instrument, cells, launched.promise_words)
    if wrong := verify(release):
        raise NotVerified("; ".join(wrong))
    return release


def _open(
    installation: Installation,
    audit: Audit,
    instrument: Instrument,
    sealed: list[bytes],
    launched: audits.Launched,
) -> list[Response]:
    """Open every box, in no order; two that are the same are one and a copy of it."""
    key = installation.keys.read(audit.id, KeyKind.ANSWERS)
    try:
        opened = [unpack(unseal(key, box)) for box in set(sealed)]
    except Unreadable as error:
        raise UnreadableBoxes(
            f"a box of audit {audit.id} does not open: the key or the database is "
            "damaged. Restore both to where they fit, then close again."
        ) from error
    secrets.SystemRandom().shuffle(opened)
    asked = {
        group: make_sitting(audit, group, instrument, launched).by_topic
        for group in audit.promise.group
    }
    return [read_response(asked[group], values) for group, values in opened]


def _publish(installation: Installation, audit: Audit, release: Release) -> None:
    """Write the release and empty the inbox, both or neither."""
    with installation.database.transaction() as connection:
        current = audits.find(connection, audit.id, locked=True)
        if current is None or current.state is State.RELEASED:
            return
        releases.add(connection, audit.id, release)
        boxes.forget(connection, audit.id)
        codes.forget(connection, audit.id)
        drafts.forget(connection, audit.id)
        audits.enter(connection, audit.id, State.RELEASED)


def _destroy_keys(installation: Installation, audit: str) -> None:
    """Make what logs and backups still hold unreadable to everyone."""
    installation.keys.destroy(audit, KeyKind.ANSWERS)
    installation.web_keys.destroy(audit, KeyKind.DRAFTS)
    installation.web_keys.destroy(audit, KeyKind.RECORD)
