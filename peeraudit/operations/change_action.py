"""Change an action of a plan, or delete it: as it was seen, or not at all."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import Act, Entry, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.promise_words import LONDON
from peeraudit.audit.seen import seen as in_short
from peeraudit.operations.add_action import in_record
from peeraudit.operations.check_action import Checked, refuse_faults
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
from peeraudit.operations.wrong_state import ChangedMeanwhile
from peeraudit.plan.action import Action
from peeraudit.storage import actions, audits


class NoSuchAction(LookupError):
    """An action that this team does not have."""


def seen_action(action: Action) -> str:
    """Return what was seen of an action, in short."""
    return in_short(action)


def change_action(
    installation: Installation, action: Action, seen: str, *, by: Account, at: datetime
) -> None:
    """Keep an action as it is now.

    Raises
    ------
    NoSuchAction
        If it is gone.
    ChangedMeanwhile
        If it is not any more what was seen.
    ActionFault
        If it cannot be kept so.
    """
    today = at.astimezone(LONDON).date()
    with installation.database.transaction() as connection:
        before = _as_seen(connection, action, seen)
        if before is None:
            return
        refuse_faults(Checked(action, today, before))
        actions.change(connection, action)
        if action.remind != before.remind:
            # Whoever is reminded from now on has had no reminder yet.
            actions.keep_reminded(connection, action.id, "")
        team = _team(connection, action)
        for entry in _entries(by, at, before, action, team=team):
            record_act(installation, connection, entry)


def remove_action(
    installation: Installation, action: Action, *, by: Account, at: datetime
) -> None:
    """Forget an action, as it was seen; one that is gone stays gone.

    Raises
    ------
    ChangedMeanwhile
        If it is not any more what was seen.
    """
    with installation.database.transaction() as connection:
        found = actions.find(connection, action.id, locked=True)
        if found is None:
            return
        if found != action:
            raise ChangedMeanwhile(f"action {action.id} was changed just now")
        actions.remove(connection, action.id)
        of = {"team": _team(connection, action), "audit": action.audit}
        about = f"Deleted: {in_record(action)}"
        entry = done_by(by, Act.CHANGED_ACTION, at, about=about, **of)
        record_act(installation, connection, entry)


def is_gone(installation: Installation, action: str) -> bool:
    """Say whether no team has an action of this id any more."""
    with installation.database.reading() as connection:
        return actions.find(connection, action) is None


def _as_seen(connection: Connection, action: Action, seen: str) -> Action | None:
    """Return an action as it is kept and was seen; nothing where it is so already."""
    before = actions.find(connection, action.id, locked=True)
    if before is None:
        raise NoSuchAction(f"there is no action {action.id}")
    # Who sends the same twice, or what somebody else has sent, changes nothing.
    if before == action:
        return None
    if seen_action(before) != seen:
        raise ChangedMeanwhile(f"action {action.id} was changed just now")
    return before


def _team(connection: Connection, action: Action) -> str:
    """Return the team of an action."""
    audit = audits.find(connection, action.audit)
    return audit.team.id if audit else ""


def _entries(
    by: Account, at: datetime, before: Action, after: Action, *, team: str
) -> Iterator[Entry]:
    """Yield what goes into the record: a change, and who may read it from now on."""
    of = {"team": team, "audit": after.audit}
    about = in_record(after)
    yield done_by(by, Act.CHANGED_ACTION, at, about=about, **of)
    if after.is_published and not before.is_published:
        yield done_by(by, Act.PUBLISHED, at, about=about, **of)
    elif before.is_published and not after.is_published:
        about = f"Taken back: {about}"
        yield done_by(by, Act.PUBLISHED, at, about=about, **of)
