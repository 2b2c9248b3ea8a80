"""Do what is due: open what was launched, close what has ended, see to mail.

The database says what is due; a call that is interrupted leaves it due.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from peeraudit.audit.audit import Audit, State
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.count_progress import count_progress
from peeraudit.operations.destroy_keys import has_keys_left
from peeraudit.operations.distil_releases import distil_releases
from peeraudit.operations.erase_what_is_over import erase_what_is_over
from peeraudit.operations.extend_audit import extend_audit, moves_to
from peeraudit.operations.forget_old_counts import forget_old_counts
from peeraudit.operations.installation import Installation
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.read_record import note_last_entry
from peeraudit.operations.remind_owners import remind_owners
from peeraudit.operations.screening import is_overdue, release_unread
from peeraudit.operations.see_to_mail import see_to_mail
from peeraudit.operations.sessions import forget_old_sessions
from peeraudit.operations.tell_of_erasure import tell_of_erasure
from peeraudit.storage import audits

log = logging.getLogger(__name__)


def do_what_is_due(installation: Installation, *, at: datetime) -> None:
    """Look through everything once; one that fails does not hold up the others."""
    for what, chore in CHORES:
        with _tried(what):
            chore(installation, at=at)


@contextmanager
def _tried(what: str) -> Iterator[None]:
    """Leave something that fails for the next look."""
    try:
        yield
    except Exception as error:
        # The message of an unforeseen error could hold anything; its kind cannot.
        log.error("%s: %s; will be tried again", what, type(error).__name__)


def _see_to_audits(installation: Installation, *, at: datetime) -> None:
    """Take each audit as far as it may go now."""
    with installation.database.reading() as connection:
        waiting = list(audits.every(connection))
    for audit in waiting:
        with _tried(f"audit {audit.id}"):
            _move_on(installation, _extended(installation, audit, at=at), at=at)


def _extended(installation: Installation, audit: Audit, *, at: datetime) -> Audit:
    """Move a closing time first, so that nothing is closed that was to stay open."""
    with installation.database.reading() as connection:
        wanted = moves_to(connection, audit.id)
    if wanted is None:
        return audit
    extended = extend_audit(installation, audit.id, at=at)
    log.info("audit %s: its closing time was moved", audit.id)
    return extended


def _move_on(installation: Installation, audit: Audit, *, at: datetime) -> None:
    """Take one audit as far as it may go now."""
    if audit.state is State.LAUNCHING:
        open_audit(installation, audit.id, at=at)
        log.info("audit %s: open", audit.id)
    elif audit.may_close(at=at) or has_keys_left(installation, audit):
        close_audit(installation, audit.id, at=at)
        log.info("audit %s: closed, and its keys are gone", audit.id)
    elif audit.state is State.SCREENING and is_overdue(installation, audit.id, at=at):
        release_unread(installation, audit.id, at=at)
        log.info("audit %s: released, its comments unread", audit.id)
    else:
        count_progress(installation, audit, at=at)


CHORES: tuple[tuple[str, Callable[..., None]], ...] = (
    ("old counts", forget_old_counts),
    ("old sessions", forget_old_sessions),
    ("audits", _see_to_audits),
    ("what counts over teams", lambda here, **_: distil_releases(here)),
    ("mail", see_to_mail),
    ("reminders of actions", remind_owners),
    ("the record", lambda here, **_: note_last_entry(here)),
    ("erasure", erase_what_is_over),
    ("mail of erasure", tell_of_erasure),
)
"""What is looked at, in this order: an audit is closed before mail says that it is."""
