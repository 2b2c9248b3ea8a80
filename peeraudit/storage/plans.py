"""How far the plans of all teams are, in one look."""

from sqlalchemy import Connection, case, func, select

from peeraudit.plan.action import Status
from peeraudit.plan.review import PlanSize
from peeraudit.storage.tables import ActionRow, MeetingRow

OVER = tuple(status for status in Status if status.is_over)


def sizes(connection: Connection) -> dict[str, PlanSize]:
    """Return the plan after each audit that has one: a meeting, or an action."""
    is_over = ActionRow.status.in_(OVER)
    left = func.sum(case((is_over, 0), else_=1))
    next_due = func.min(case((is_over, None), else_=ActionRow.due))
    rows = connection.execute(
        select(ActionRow.audit_id, func.count(), left, next_due).group_by(
            ActionRow.audit_id
        )
    )
    met = connection.execute(select(MeetingRow.audit_id)).scalars()
    return {
        **{audit: PlanSize(0, 0) for audit in met},
        **{
            audit: PlanSize(number, int(left), due) for audit, number, left, due in rows
        },
    }
