"""Launch an audit: the promise is locked, and the worker is left to make the keys."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import COMMAND_LINE, Act, Entry, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import promise_words
from peeraudit.audit.rounds import APART, too_near
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_record import terms_seal
from peeraudit.operations.record_act import record_act
from peeraudit.operations.sitting import make_sitting
from peeraudit.operations.wrong_state import (
    ChangedMeanwhile,
    LaunchedBefore,
    TooNear,
    WrongState,
)
from peeraudit.response.responses import longest
from peeraudit.sealing.codes import fingerprint, new_code
from peeraudit.sealing.comments import reader_pair
from peeraudit.storage import audits, teams

ADDRESS_BYTES = 16
"""128 bits: a report address that nobody can guess."""

ROOM = 256
"""Box lengths are whole multiples of this, and so much longer than any answers."""

HandOver = Callable[[str], None]
"""Hands the reader's code over; what it raises leaves the audit a draft."""


@dataclass(frozen=True, slots=True, repr=False)
class Launcher:
    """Who launches."""

    by: Account = COMMAND_LINE
    at: datetime | None = None
    """Now, where no moment is given."""
    code: str = ""
    """The code of whoever reads comments, where it was made before."""

    def entry(self, audit: Audit) -> Entry:
        """Return what the record says of the launch."""
        of, team = audit.id, audit.team.id
        return done_by(self.by, Act.LAUNCHED, self.at, team=team, audit=of)


AT_THE_MACHINE = Launcher()


def launch_audit(
    installation: Installation,
    audit: str,
    *,
    hand_over: HandOver | None = None,
    as_seen: Audit | None = None,
    launcher: Launcher = AT_THE_MACHINE,
) -> Audit:
    """Lock the promise of a draft, in the words that everyone asked will read.

    Parameters
    ----------
    hand_over
        Takes the code of whoever reads comments first. It is kept nowhere: if it is
        lost, nobody can read the comments, and the report goes out without them.
    as_seen
        The draft that somebody looked at: one that was changed since stays a draft.
    launcher
        Who launches, and with which code; the command line where nobody says.

    Raises
    ------
    LaunchedBefore, TooNear, ChangedMeanwhile
        If the audit has been launched before, another of this team closes within 90
        days, or the draft is not what was seen.
    WrongState
        If nobody is asked, or there is nobody to hand the reader's code to.
    """
    found = as_seen or installation.audit(audit)
    launched = _launched(installation, found)
    with installation.database.transaction() as connection:
        current = _held(connection, found)
        if found.promise.comments:
            code = launcher.code or new_code()
            launched = _read_with(launched, code)
            _hand_over(hand_over, code)
        seal = terms_seal(installation, current, launched)
        audits.launch(connection, audit, replace(launched, seal=seal))
        record_act(installation, connection, launcher.entry(current))
    return installation.audit(audit)


def _held(connection: Connection, seen: Audit) -> Audit:
    """Return a draft that nobody else can change or launch now, if it is as seen."""
    current = audits.find(connection, seen.id, locked=True)
    if current is None or current.state is not State.DRAFT:
        raise LaunchedBefore(f"audit {seen.id} has been launched before")
    if current != seen:
        raise ChangedMeanwhile(f"audit {seen.id} was changed just now: look again")
    # Two audits of one team may not be launched side by side.
    teams.hold(connection, current.team.id)
    if other := too_near(current, audits.rounds(connection, seen.id)):
        raise TooNear(
            f"audit {other.id} of this team closes within {APART.days} days of "
            "this one: the two together would show who came or left",
            other,
        )
    return current


def _launched(installation: Installation, audit: Audit) -> audits.Launched:
    """Return what an audit has from its launch on."""
    if not audit.promise.groups:
        raise WrongState(f"audit {audit.id} asks nobody yet")
    instrument = installation.instrument(audit.instrument)
    launched = audits.Launched(
        promise_words={
            each.group: promise_words(audit.promise, each, audit.team)
            for each in audit.promise.groups
        },
        report_address=secrets.token_urlsafe(ADDRESS_BYTES),
        report_open=True,
        box_length=0,
    )
    need = max(
        longest(make_sitting(audit, group, instrument, launched).by_topic)
        for group in audit.promise.group
    )
    return replace(launched, box_length=(need // ROOM + 1) * ROOM)


def _read_with(launched: audits.Launched, code: str) -> audits.Launched:
    """Let this code alone open the comments."""
    key = reader_pair(code).public
    return replace(launched, comments_key=key, reader=fingerprint(code))


def _hand_over(hand_over: HandOver | None, code: str) -> None:
    """Give the reader's code away, or refuse to make one that nobody gets."""
    if hand_over is None:
        raise WrongState("the reader of comments needs a code: nobody takes it")
    hand_over(code)
