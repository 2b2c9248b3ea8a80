"""One link for a whole group: each Start makes a code, up to the number promised.

The link is a code that follows from the audit's drafts key. So it is kept nowhere, who
has the database cannot make it, and it ends when that key is destroyed.
"""

import base64
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit, State
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import count_in
from peeraudit.operations.launch_record import record_of
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.codes import code_from, fingerprint, new_code
from peeraudit.sealing.keys import KeyKind, KeyLost
from peeraudit.sealing.locked import lock, unlock
from peeraudit.sealing.marks import mark
from peeraudit.storage import audits, codes

LINK = "shared link"
"""What the mark is for that a link follows from."""

HELD = "code of a shared link"
"""What a page with Start holds, locked."""


@dataclass(frozen=True, slots=True)
class SharedLink:
    """A link that is open, and the group that it is for."""

    audit: Audit
    group: Group
    report: str
    """The address of the report, by which a browser knows that it has answered."""


def shared_link(installation: Installation, audit: str, group: Group) -> str:
    """Return the code in the link of a group, which lets nobody in by itself."""
    key = installation.web_keys.read(audit, KeyKind.DRAFTS)
    return code_from(mark(key, LINK, audit, group))


def find_link(
    installation: Installation, code: str, *, at: datetime
) -> SharedLink | None:
    """Return what a link is for while people can begin, at one cost for every code."""
    with installation.database.reading() as connection:
        open_now = list(_open_links(connection, at=at))
    found = None
    for each in open_now:
        try:
            expected = shared_link(installation, each.audit.id, each.group)
        except KeyLost:
            continue
        if hmac.compare_digest(expected, code):
            found = each
    return found


def _open_links(connection: Connection, *, at: datetime) -> Iterator[SharedLink]:
    """Yield the links of all audits in which people can begin."""
    for audit in audits.in_state(connection, State.OPEN):
        launched = audits.launched(connection, audit.id)
        if launched and audit.takes_answers(at=at, has_draft=False):
            for group in audit.promise.shared_links:
                yield SharedLink(audit, group, launched.report_address)


def begin_with_link(
    installation: Installation, link: SharedLink, code: str, *, at: datetime
) -> bool:
    """Let a code in, or say that as many were made as was promised.

    The same code a second time changes nothing: somebody pressed Start twice.

    Raises
    ------
    WrongState
        If it is too late, or the group does not start from a link.
    TermsChanged
        If the database does not hold what was launched.
    """
    audit, group = link.audit.id, link.group
    with installation.database.transaction() as connection:
        found = audits.find(connection, audit, locked=True)
        launched = audits.launched(connection, audit)
        if found is None or launched is None:
            raise WrongState("a link belongs to an audit that was launched")
        record_of(installation, found, launched)
        if not found.takes_answers(at=at, has_draft=False):
            raise WrongState("people can start while an audit is open")
        if group not in found.promise.shared_links:
            raise WrongState(f"{group} does not start from a shared link")
        if codes.find(connection, fingerprint(code)):
            return True
        if audits.issued(connection, audit, group) >= found.promise.group[group].sheets:
            return False
        count_in(installation, connection, audit, group, [code])
    return True


def hold_code(installation: Installation, link: SharedLink) -> str:
    """Lock a fresh code, for the page with Start to hold: it opens nothing yet."""
    seal, of = installation.seal_key, (link.audit.id, link.group)
    locked = lock(new_code().encode(), seal, HELD, *of)
    return base64.urlsafe_b64encode(locked).decode()


def held_code(installation: Installation, link: SharedLink, locked: str) -> str | None:
    """Return the code that a page holds; none where it is not of this link."""
    try:
        packed = base64.urlsafe_b64decode(locked.encode())
        seal, of = installation.seal_key, (link.audit.id, link.group)
        return unlock(packed, seal, HELD, *of).decode()
    except (ValueError, Unreadable):
        return None
