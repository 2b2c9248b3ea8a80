"""Codes for paper: drawn up, looked at, and let in once they have been handed over.

Between the two they are in the hands of whoever prints them, locked, and nowhere else:
so a print that goes wrong can be made again, as long as the page is open.
"""

import base64
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import COMMAND_LINE
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import GroupPromise
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import codes_left, count_in, record_codes
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.codes import new_code
from peeraudit.sealing.keys import KeyKind
from peeraudit.sealing.locked import lock, unlock
from peeraudit.sealing.marks import mark
from peeraudit.storage import audits, installation_settings

HELD = "codes for paper"
"""What a page holds, locked, until its codes are printed."""


@dataclass(frozen=True, slots=True, repr=False)
class PaperCodes:
    """Codes of one group, as they go on paper."""

    audit: str
    group: Group
    codes: tuple[str, ...]
    are_counted: bool = False
    """Whether they were let in when they were made, in place of others."""


def draw_up(installation: Installation, audit: str, group: Group) -> PaperCodes:
    """Make the codes that a group has not had; they open nothing yet.

    Raises
    ------
    WrongState
        If the audit is not open, or the group has had its codes.
    """
    with installation.database.transaction() as connection:
        left = codes_left(connection, audit, group)
    return PaperCodes(audit, group, tuple(new_code() for _ in range(left)))


def hand_over(
    installation: Installation,
    paper: PaperCodes,
    *,
    at: datetime,
    by: Account = COMMAND_LINE,
) -> GroupPromise:
    """Let codes open the questionnaire; the same ones a second time change nothing.

    Raises
    ------
    WrongState
        If others were made for the group meanwhile, or it is too late.
    """
    with installation.database.transaction() as connection:
        found = audits.find(connection, paper.audit, locked=True)
        if found is None or not found.takes_answers(at=at, has_draft=False):
            raise WrongState("codes can be made while an audit is open")
        before, mine = _counted(connection, paper), _name(installation, paper)
        if not paper.are_counted and mine not in before:
            if codes_left(connection, paper.audit, paper.group) != len(paper.codes):
                raise WrongState("other codes of this group were made meanwhile")
            count_in(installation, connection, paper.audit, paper.group, paper.codes)
            now = " ".join((*before, mine))
            installation_settings.keep(connection, _place(paper), now)
            record_codes(installation, connection, paper.audit, by, at)
    return found.promise.group[paper.group]


def forget_counted(connection: Connection, audit: Audit) -> None:
    """Forget which codes were let in from paper: none opens anything any more."""
    for group in audit.promise.group:
        place = _place(PaperCodes(audit.id, group, ()))
        installation_settings.forget(connection, place)


def hold(installation: Installation, paper: PaperCodes) -> str:
    """Lock codes, for the page of whoever prints them to hold."""
    content = json.dumps([list(paper.codes), paper.are_counted]).encode()
    locked = lock(content, installation.seal_key, HELD, paper.audit, paper.group)
    return base64.urlsafe_b64encode(locked).decode()


def held(
    installation: Installation, locked: str, audit: str, group: Group
) -> PaperCodes | None:
    """Return the codes of a group that a page holds; none where they are not its."""
    try:
        packed = base64.urlsafe_b64decode(locked.encode())
        content = unlock(packed, installation.seal_key, HELD, audit, group)
    except (ValueError, Unreadable):
        return None
    some, counted = json.loads(content)
    return PaperCodes(audit, group, tuple(some), counted)


def _counted(connection: Connection, paper: PaperCodes) -> tuple[str, ...]:
    """Return by their names the codes of a group that were let in from paper.

    Were it looked up in what is left of the codes themselves, a second print would fail
    once all are used: that would tell whoever prints that everyone has answered.
    """
    return tuple((installation_settings.find(connection, _place(paper)) or "").split())


def _name(installation: Installation, paper: PaperCodes) -> str:
    """Return a name for codes that are printed together, which tells none of them."""
    key = installation.web_keys.read(paper.audit, KeyKind.DRAFTS)
    return mark(key, HELD, paper.group, *paper.codes).hex()


def _place(paper: PaperCodes) -> str:
    """Return the setting under which the names of a group's codes are kept."""
    return f"{HELD}: {paper.audit} {paper.group}"
