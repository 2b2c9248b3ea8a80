"""Actions: what teams will do."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from peeraudit.plan.action import Action, Status
from peeraudit.plan.reminders import read
from peeraudit.storage.tables import ActionRow, AuditRow


@dataclass(frozen=True, slots=True)
class Owned:
    """An action whose owner is reminded."""

    action: Action
    team: str
    """The id of the team."""
    reminded: str
    """Which reminders have gone."""


def add(connection: Connection, action: Action) -> str:
    """Keep a new action; return what it is filed under."""
    new = secrets.token_hex(8)
    row = {"id": new, "audit_id": action.audit, "reminded": "", **_told(action)}
    connection.execute(insert(ActionRow).values(row))
    return new


def change(connection: Connection, action: Action) -> None:
    """Keep an action as it is now."""
    connection.execute(
        update(ActionRow).where(ActionRow.id == action.id).values(_told(action))
    )


def remove(connection: Connection, action: str) -> None:
    """Forget an action."""
    connection.execute(delete(ActionRow).where(ActionRow.id == action))


def find(connection: Connection, action: str, *, locked: bool = False) -> Action | None:
    """Return an action; ``locked`` until the transaction ends where it is to change."""
    query = select(ActionRow).where(ActionRow.id == action)
    if locked:
        query = query.with_for_update()
    row = connection.execute(query).one_or_none()
    return _action(row) if row else None


def of_audits(connection: Connection, audits: Iterable[str]) -> list[Action]:
    """Return the actions that follow from audits, by the day they are due."""
    query = select(ActionRow).where(ActionRow.audit_id.in_(list(audits)))
    rows = connection.execute(query.order_by(ActionRow.due, ActionRow.id))
    return [_action(row) for row in rows]


def of_team(connection: Connection, team: str) -> list[Action]:
    """Return the actions of a team, by the day they are due."""
    query = select(ActionRow).join(AuditRow, AuditRow.id == ActionRow.audit_id)
    rows = connection.execute(
        query.where(AuditRow.team_id == team).order_by(ActionRow.due, ActionRow.id)
    )
    return [_action(row) for row in rows]


def to_remind(connection: Connection, address: str = "") -> list[Owned]:
    """Return the actions whose owners are reminded; of one address, locked."""
    query = (
        select(ActionRow.__table__, AuditRow.team_id)
        .join(AuditRow, AuditRow.id == ActionRow.audit_id)
        .where(ActionRow.remind != "")
        .order_by(ActionRow.due, ActionRow.id)
    )
    if address:
        query = query.where(ActionRow.remind == address).with_for_update(of=ActionRow)
    return [
        Owned(_action(row), row.team_id, row.reminded)
        for row in connection.execute(query)
    ]


def reminded(connection: Connection, action: str) -> str:
    """Return which reminders of an action have gone."""
    query = select(ActionRow.reminded).where(ActionRow.id == action)
    return connection.execute(query).scalar_one_or_none() or ""


def refused(connection: Connection, team: str) -> list[str]:
    """Return the actions of a team whose last reminder the mail server refused."""
    query = (
        select(ActionRow.id, ActionRow.reminded)
        .join(AuditRow, AuditRow.id == ActionRow.audit_id)
        .where(AuditRow.team_id == team, ActionRow.remind != "")
        .where(ActionRow.reminded != "")
    )
    rows = connection.execute(query)
    return [row.id for row in rows if read(row.reminded)[-1].is_refused]


def keep_reminded(connection: Connection, action: str, reminded: str) -> None:
    """Keep which reminders of an action have gone."""
    connection.execute(
        update(ActionRow).where(ActionRow.id == action).values(reminded=reminded)
    )


def _told(action: Action) -> dict[str, Any]:
    """Return what of an action may change; nobody is reminded of one that is over."""
    return {
        "finding": action.finding,
        "what": action.what,
        "owner": action.owner,
        "remind": "" if action.status.is_over else action.remind,
        "due": action.due,
        "measure": action.measure,
        "status": action.status,
        "notes": action.notes,
        "is_published": action.is_published,
    }


def _action(row: Row[Any]) -> Action:
    """Return the action that a row holds."""
    return Action(
        audit=row.audit_id,
        what=row.what,
        owner=row.owner,
        due=row.due,
        measure=row.measure,
        status=Status(row.status),
        notes=row.notes,
        finding=row.finding,
        remind=row.remind,
        is_published=row.is_published,
        id=row.id,
    )
