"""See what came of an audit: what its team chose to let everyone read who was asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from peeraudit.operations.installation import Installation
from peeraudit.operations.read_report import ReportPage, read_report
from peeraudit.plan.action import Action
from peeraudit.plan.agreement import Agreement
from peeraudit.storage import actions, agreements


@dataclass(frozen=True, slots=True)
class WhatCame:
    """What a team lets everyone read who was asked."""

    report: ReportPage
    """Where it stands; nothing else is told before the release, or once closed."""
    actions: tuple[Action, ...] = ()
    """Those that are published: without notes, and without anybody's address."""
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    """What was agreed, by practice, where the team publishes it."""

    @property
    def is_empty(self) -> bool:
        """Whether the team has published nothing so far."""
        return not self.actions and not self.agreements


def see_what_came(installation: Installation, address: str) -> WhatCame | None:
    """Return what came of the audit at a report address, or nothing if it is none."""
    report = read_report(installation, address)
    return came_of(installation, report) if report else None


def came_of(installation: Installation, report: ReportPage) -> WhatCame:
    """Return what came of an audit whose report was read."""
    if report.release is None:
        return WhatCame(report)
    with installation.database.reading() as connection:
        return WhatCame(
            report,
            tuple(_published(connection, report.audit.id)),
            _agreed(connection, report.audit.id),
        )


def _published(connection: Connection, audit: str) -> list[Action]:
    """Return the actions that everyone may read, and of them only what they may."""
    return [
        replace(each, notes="", remind="")
        for each in actions.of_audits(connection, [audit])
        if each.is_published
    ]


def _agreed(connection: Connection, audit: str) -> dict[str, Agreement]:
    """Return what was agreed, where the team lets everyone read it."""
    meeting = agreements.meeting(connection, audit)
    if meeting is None or not meeting.is_published:
        return {}
    return agreements.of_audit(connection, audit)
