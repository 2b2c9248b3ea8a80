"""Launch a draft on the website: what was seen is what is locked."""

from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.closing_time import closing_fault
from peeraudit.audit.seen import seen_whole
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_audit import Launcher, launch_audit
from peeraudit.operations.wrong_state import (
    ChangedMeanwhile,
    LaunchedBefore,
    WrongState,
)
from peeraudit.sealing.codes import fingerprint
from peeraudit.storage import audits


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who pressed Launch, what they saw, and when."""

    by: Account
    seen: str
    at: datetime
    readers_code: str
    """The code of whoever reads comments, as it will be where there are any.

    Whoever launches holds it from then on: whether an answer of ours gets lost on its
    way, or they press twice, they see the same code, and we keep none.
    """


@dataclass(frozen=True, slots=True)
class Launch:
    """A launched audit."""

    audit: Audit
    readers_code: str = ""
    """For the reader of comments, and kept nowhere; empty where there are none."""


def launch_draft(
    installation: Installation, audit: str, confirmed: Confirmation
) -> Launch:
    """Lock what somebody saw and confirmed.

    Raises
    ------
    LaunchedBefore, ChangedMeanwhile, TooNear
        If it has been launched, was changed since it was seen, or closes within 90
        days of another audit of the team.
    WrongState
        If nobody is asked, the closing time is too soon or too late, or it asks for
        comments and whoever launches it is of the team.
    """
    found = installation.audit(audit)
    if found.state is not State.DRAFT:
        if _is_ours(installation, audit, confirmed.readers_code):
            return Launch(found, confirmed.readers_code)
        raise LaunchedBefore(f"audit {audit} has been launched before")
    if seen_whole(found) != confirmed.seen:
        raise ChangedMeanwhile(f"audit {audit} was changed just now: look again")
    if closing_fault(found.promise.closes_at, at=confirmed.at):
        raise WrongState(f"audit {audit} closes too soon, or too late")
    if not may_launch(found, confirmed.by):
        raise WrongState(f"audit {audit} has comments: its team does not launch it")
    handed: list[str] = []
    launched = launch_audit(
        installation,
        audit,
        hand_over=handed.append,
        as_seen=found,
        launcher=Launcher(confirmed.by, confirmed.at, confirmed.readers_code),
    )
    return Launch(launched, "".join(handed))


def _is_ours(installation: Installation, audit: str, code: str) -> bool:
    """Say whether an audit was launched with this very reader's code."""
    with installation.database.reading() as connection:
        launched = audits.launched(connection, audit)
    return launched is not None and launched.reader == fingerprint(code)


def may_launch(audit: Audit, account: Account) -> bool:
    """Say whether an account may launch an audit that it may run.

    Whoever launches one with comments gets the code that opens them, and so is not of
    the team.
    """
    return not audit.promise.comments or audit.team.id not in account.own_teams
