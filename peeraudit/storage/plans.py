"""How far the plans of all teams are, in one look."""

from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from peeraudit.plan.action import Status
from peeraudit.storage.tables import ActionRow, MeetingRow

OVER = tuple(status for status in Status if status.is_over)


@dataclass(frozen=True, slots=True)
class PlanSize:
    """How much of the plan after an audit there is, and how much is left to do."""

    actions: int
    left: int


def sizes(connection: Connection) -> dict[str, PlanSize]:
    """Return the plan after each audit that has one: a meeting, or an action."""
    left = func.sum(case((ActionRow.status.in_(OVER), 0), else_=1))
    rows = connection.execute(
        select(ActionRow.audit_id, func.count(), left).group_by(ActionRow.audit_id)
    )
    met = connection.execute(select(MeetingRow.audit_id)).scalars()
    return {
        **{audit: PlanSize(0, 0) for audit in met},
        **{audit: PlanSize(number, int(left)) for audit, number, left in rows},
    }
