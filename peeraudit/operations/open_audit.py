"""Open a launched audit: make its keys, and let people answer. The worker does this."""

from dataclasses import replace
from datetime import datetime

from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_record import (
    LaunchRecord,
    hash_of_terms,
    keep_record,
    refuse_changed,
)
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.boxes import new_pair, public_part
from peeraudit.sealing.drafts import new_draft_key
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import audits


def open_audit(installation: Installation, audit: str, *, at: datetime) -> Audit:
    """Make the keys of a launched audit; may be interrupted and run again.

    Raises
    ------
    WrongState
        If the audit has not been launched.
    KeyLost
        In a process without the keys folder.
    TermsChanged
        If the database does not hold what was launched.
    """
    found = installation.audit(audit)
    if found.state is State.OPEN:
        return found
    if found.state is not State.LAUNCHING:
        raise WrongState(f"audit {audit} is {found.state}, not launched")
    _make_keys(installation, found)
    with installation.database.transaction() as connection:
        current = audits.find(connection, audit, locked=True)
        launched = audits.launched(connection, audit)
        if current is None or launched is None:
            raise WrongState(f"audit {audit} is gone")
        if current.state is State.LAUNCHING:
            refuse_changed(installation, current, launched)
            opened = replace(current, opened_at=at)
            record = LaunchRecord(
                public_key=_public(installation, audit, KeyKind.ANSWERS),
                terms=hash_of_terms(installation, opened, launched),
                mail_key=_public(installation, audit, KeyKind.MAIL),
            )
            keep_record(installation, audit, record)
            audits.open_for_answers(connection, audit, at)
    return installation.audit(audit)


def _make_keys(installation: Installation, audit: Audit) -> None:
    """Make what keys there are not yet.

    Two that do this at once keep the keys of whichever was first.
    """
    installation.keys.keep(audit.id, KeyKind.ANSWERS, new_pair().private)
    installation.keys.keep(audit.id, KeyKind.MAIL, new_pair().private)
    installation.web_keys.keep(audit.id, KeyKind.DRAFTS, new_draft_key())
    if audit.promise.comments:
        installation.web_keys.keep(audit.id, KeyKind.COMMENTS, new_draft_key())


def _public(installation: Installation, audit: str, kind: KeyKind) -> bytes:
    """Return what is sealed to, of a pair whose private part the worker has."""
    return public_part(installation.keys.read(audit, kind))
