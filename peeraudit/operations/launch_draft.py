"""Launch a draft on the website: what was seen is what is locked."""

from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.closing_time import closing_fault
from peeraudit.audit.seen import seen_whole
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.wrong_state import (
    ChangedMeanwhile,
    LaunchedBefore,
    WrongState,
)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who pressed Launch, what they saw, and when."""

    by: Account
    seen: str
    at: datetime


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
        raise LaunchedBefore(f"audit {audit} has been launched before")
    if seen_whole(found) != confirmed.seen:
        raise ChangedMeanwhile(f"audit {audit} was changed just now: look again")
    if closing_fault(found.promise.closes_at, at=confirmed.at):
        raise WrongState(f"audit {audit} closes too soon, or too late")
    if not may_launch(found, confirmed.by):
        raise WrongState(f"audit {audit} has comments: its team does not launch it")
    code: list[str] = []
    launched = launch_audit(installation, audit, hand_over=code.append, as_seen=found)
    return Launch(launched, "".join(code))


def may_launch(audit: Audit, account: Account) -> bool:
    """Say whether an account may launch an audit that it may run.

    Whoever launches one with comments gets the code that opens them, and so is not of
    the team.
    """
    return not audit.promise.comments or audit.team.id not in account.own_teams
