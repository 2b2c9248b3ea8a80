"""Open a launched audit: make its keys, and let people answer. The worker does this."""

from datetime import datetime

from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_audit import WrongState
from peeraudit.operations.launch_record import keep_record
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
    """
    keys = installation.keys
    state = installation.audit(audit).state
    if state is State.OPEN:
        return installation.audit(audit)
    if state is not State.LAUNCHING:
        raise WrongState(f"audit {audit} is {state}, not launched")
    # Two that do this at once keep the keys of whichever was first.
    keys.keep(audit, KeyKind.ANSWERS, new_pair().private)
    installation.web_keys.keep(audit, KeyKind.DRAFTS, new_draft_key())
    public = public_part(keys.read(audit, KeyKind.ANSWERS))
    with installation.database.transaction() as connection:
        current = audits.find(connection, audit, locked=True)
        launched = audits.launched(connection, audit)
        if current is None or launched is None:
            raise WrongState(f"audit {audit} is gone")
        if current.state is State.LAUNCHING:
            keep_record(installation, current, launched, public)
            audits.open_for_answers(connection, audit, at)
    return installation.audit(audit)
