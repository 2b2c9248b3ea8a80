"""Add an action to the plan of a team, after an audit whose report is out."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import LONDON
from peeraudit.operations.check_action import ActionFault, Checked, refuse_faults
from peeraudit.operations.installation import Installation, NoSuchAudit
from peeraudit.operations.record_act import record_act
from peeraudit.plan.action import Action
from peeraudit.report.words import day
from peeraudit.storage import actions, audits

MOST = 100
"""Actions that follow from one audit (our judgement): nobody reads more."""


def add_action(
    installation: Installation, team: str, action: Action, *, by: Account, at: datetime
) -> str:
    """Keep a new action; return what it is filed under.

    Whoever sends the same twice has it once.

    Raises
    ------
    NoSuchAudit
        If the audit is none of this team, or its report is not out.
    ActionFault
        If the action is none that can be kept.
    """
    refuse_faults(Checked(action, at.astimezone(LONDON).date()))
    with installation.database.transaction() as connection:
        audit = _audit(connection, team, action.audit)
        kept = actions.of_audits(connection, [audit.id])
        for each in kept:
            if replace(each, id="") == action:
                return each.id
        if len(kept) >= MOST:
            raise ActionFault(
                "what", f"There are {MOST} actions already: delete one that is over"
            )
        added = actions.add(connection, action)
        of = {"team": team, "audit": audit.id}
        about = in_record(action)
        entry = done_by(by, Act.ADDED_ACTION, at, about=about, **of)
        record_act(installation, connection, entry)
        if action.is_published:
            entry = done_by(by, Act.PUBLISHED, at, about=about, **of)
            record_act(installation, connection, entry)
    return added


def in_record(action: Action) -> str:
    """Return what the record calls an action: never in the words that the team wrote.

    Nothing is taken out of the record before its time: words that name somebody would
    stand there for years after the action was deleted, and the audit erased.
    """
    return f"due on {day(action.due)}"


def _audit(connection: Connection, team: str, audit: str) -> Audit:
    """Return an audit of this team whose report is out, and hold it."""
    found = audits.find(connection, audit, locked=True)
    if found is None or found.team.id != team or found.state is not State.RELEASED:
        raise NoSuchAudit(f"team {team} has no report on audit {audit}")
    return found
