"""What teams agreed about practices, and the meetings they agreed at."""

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from peeraudit.plan.agreement import Agreement, Meeting, Verdict
from peeraudit.storage.tables import AgreementRow, AuditRow, MeetingRow


def keep(connection: Connection, audit: str, agreement: Agreement) -> None:
    """Keep what was agreed about a practice, in place of what was before."""
    drop(connection, audit, agreement.practice)
    connection.execute(
        insert(AgreementRow).values(
            audit_id=audit,
            practice=agreement.practice,
            verdict=agreement.verdict,
            sentence=agreement.sentence,
            agreed_on=agreement.agreed_on,
        )
    )


def drop(connection: Connection, audit: str, practice: str) -> None:
    """Forget what was agreed about a practice after this audit."""
    connection.execute(
        delete(AgreementRow).where(
            AgreementRow.audit_id == audit, AgreementRow.practice == practice
        )
    )


def of_audit(connection: Connection, audit: str) -> dict[str, Agreement]:
    """Return what was agreed after an audit, by practice."""
    rows = connection.execute(
        select(AgreementRow).where(AgreementRow.audit_id == audit)
    )
    return {row.practice: _agreement(row) for row in rows}


def of_team(connection: Connection, team: str) -> dict[str, dict[str, Agreement]]:
    """Return what a team agreed: by audit, and by practice."""
    rows = connection.execute(
        select(AgreementRow)
        .join(AuditRow, AuditRow.id == AgreementRow.audit_id)
        .where(AuditRow.team_id == team)
    )
    agreed: dict[str, dict[str, Agreement]] = {}
    for row in rows:
        agreed.setdefault(row.audit_id, {})[row.practice] = _agreement(row)
    return agreed


def keep_meeting(connection: Connection, audit: str, meeting: Meeting) -> None:
    """Keep when a team met and who took part, in place of what was before."""
    connection.execute(delete(MeetingRow).where(MeetingRow.audit_id == audit))
    connection.execute(
        insert(MeetingRow).values(
            audit_id=audit,
            held_on=meeting.held_on,
            who=meeting.who,
            is_published=meeting.is_published,
        )
    )


def meeting(connection: Connection, audit: str) -> Meeting | None:
    """Return the meeting after an audit, once somebody has written it down."""
    row = connection.execute(
        select(MeetingRow).where(MeetingRow.audit_id == audit)
    ).one_or_none()
    return Meeting(row.held_on, row.who, row.is_published) if row else None


def _agreement(row: Row[Any]) -> Agreement:
    """Return the agreement that a row holds."""
    return Agreement(row.practice, Verdict(row.verdict), row.sentence, row.agreed_on)
