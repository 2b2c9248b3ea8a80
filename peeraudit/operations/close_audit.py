"""Close an audit: open the boxes once, release the cells, destroy the key.

Every step can be interrupted and run again: until the release is written nothing is
lost, and once it is written only keys are left to destroy.
"""

from collections.abc import Iterator
from datetime import datetime

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise import SCREENING
from peeraudit.operations.destroy_keys import destroy_keys
from peeraudit.operations.installation import Installation
from peeraudit.operations.kept_counts import kept_until
from peeraudit.operations.launch_record import TermsChanged, record_of
from peeraudit.operations.make_outcome import Outcome, UnreadableBoxes, make_outcome
from peeraudit.operations.paper_codes import forget_counted
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.ledger import Support
from peeraudit.sealing.keys import KeyLost
from peeraudit.storage import (
    audits,
    boxes,
    codes,
    comments,
    drafts,
    ledger,
    mail,
    pooled_tallies,
    progress,
    receipts,
    releases,
)


def close_audit(installation: Installation, audit: str, *, at: datetime) -> None:
    """Take an audit from its closing time to its release.

    Where comments were promised and made, the release waits for their reader first.

    Raises
    ------
    WrongState
        If the grace hour is not over.
    KeyLost
        If the answers key is gone; the answers of this audit are then lost.
    UnreadableBoxes
        If a box is damaged; nothing is released or lost.
    TermsChanged
        If the database does not hold what was launched, or other boxes than at an
        earlier try; nothing is released or lost.
    NotVerified
        If the release says what its cells do not; nothing is released or lost.
    """
    found = _stop_submissions(installation, audit, at=at)
    if found.state is State.CLOSING and (made := _outcome(installation, found)):
        _publish(installation, found, made, at=at)
    destroy_keys(installation, installation.audit(audit))
    installation.database.forget_dead_rows()


def _stop_submissions(installation: Installation, audit: str, *, at: datetime) -> Audit:
    """Make sure that no submission commits any more."""
    with installation.database.transaction() as connection:
        found = audits.find(connection, audit, locked=True)
        if found is None:
            raise WrongState(f"there is no audit {audit}")
        if found.state in {State.SCREENING, State.RELEASED}:
            return found
        if not found.may_close(at=at):
            raise WrongState(
                f"audit {audit} is {found.state}, and can be closed from "
                f"{found.promise.last_submission:%Y-%m-%d %H:%M} UTC"
            )
        launched = audits.launched(connection, audit)
        if launched is not None:
            record_of(installation, found, launched)
        audits.enter(connection, audit, State.CLOSING)
        return found.in_state(State.CLOSING)


def _outcome(installation: Installation, audit: Audit) -> Outcome | None:
    """Return what closing makes; nothing where another process was faster."""
    try:
        return make_outcome(installation, audit)
    except (KeyLost, TermsChanged, UnreadableBoxes, WrongState):
        # Its boxes and keys go with the release: they are not lost or changed then.
        if installation.audit(audit.id).state is State.CLOSING:
            raise
        return None


def _publish(
    installation: Installation, audit: Audit, outcome: Outcome, *, at: datetime
) -> None:
    """Write the release and empty the inbox, both or neither."""
    with installation.database.transaction() as connection:
        current = audits.find(connection, audit.id, locked=True)
        if current is None or current.state is not State.CLOSING:
            return
        ledger.enter(connection, _support(audit, outcome, at))
        releases.add(connection, audit.id, outcome.release)
        boxes.forget(connection, audit.id)
        codes.forget(connection, audit.id)
        drafts.forget(connection, audit.id)
        receipts.forget(connection, audit.id)
        progress.forget(connection, audit.id)
        forget_counted(connection, audit)
        # An invitation that has not gone by now would come with a code that is dead.
        mail.OUTBOX.forget(connection, audit.id)
        for group, sealed in outcome.tallies.items():
            until = kept_until(audit.promise.last_submission)
            pooled_tallies.keep(connection, audit.id, group, sealed, until)
        comments.add(connection, audit.id, outcome.comments)
        if outcome.comments:
            audits.screen(connection, audit.id, at + SCREENING)
        else:
            audits.enter(connection, audit.id, State.RELEASED)


def _support(audit: Audit, outcome: Outcome, at: datetime) -> Iterator[Support]:
    """Yield the groups that have cells in this release: they feed no other, ever."""
    told = {cell.group for cell in outcome.release.cells}
    for group in audit.promise.group:
        if group in told:
            yield Support(audit.id, group, audit.id, at)
