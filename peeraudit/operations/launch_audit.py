"""Launch an audit: the promise is locked, and the worker is left to make the keys."""

import secrets
from dataclasses import replace

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import promise_words
from peeraudit.operations.installation import Installation
from peeraudit.operations.sitting import make_sitting
from peeraudit.response.responses import longest
from peeraudit.storage import audits

ADDRESS_BYTES = 16
"""128 bits: a report address that nobody can guess."""

ROOM = 256
"""Box lengths are whole multiples of this, and so much longer than any answers."""


class WrongState(RuntimeError):
    """Something that an audit in its state does not allow."""


def launch_audit(installation: Installation, audit: str) -> Audit:
    """Lock the promise of a draft, in the words that everyone asked will read.

    Raises
    ------
    WrongState
        If the audit has been launched before.
    """
    found = installation.audit(audit)
    instrument = installation.instrument(found.instrument)
    launched = audits.Launched(
        promise_words={
            each.group: promise_words(found.promise, each, found.team)
            for each in found.promise.groups
        },
        report_address=secrets.token_urlsafe(ADDRESS_BYTES),
        report_open=True,
        box_length=0,
    )
    need = max(
        longest(make_sitting(found, group, instrument, launched).by_topic)
        for group in found.promise.group
    )
    length = (need // ROOM + 1) * ROOM
    with installation.database.transaction() as connection:
        current = audits.find(connection, audit, locked=True)
        if current is None or current.state is not State.DRAFT:
            raise WrongState(f"audit {audit} has been launched before")
        audits.launch(connection, audit, replace(launched, box_length=length))
    return installation.audit(audit)
