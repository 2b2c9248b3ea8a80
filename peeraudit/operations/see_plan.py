"""See the plan of a team: what it does after its audits, and when it looks again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import LONDON
from peeraudit.audit.team import Team
from peeraudit.operations.installation import Installation
from peeraudit.plan.action import Action
from peeraudit.plan.cycle import Cycle
from peeraudit.release.release import Release
from peeraudit.storage import actions, agreements, audits, releases, teams


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """What a team will do, and the audits that it follows from."""

    team: Team
    audits: tuple[Audit, ...]
    """Those whose report is out, the last to close first."""
    actions: tuple[Action, ...]
    refused: frozenset[str] = frozenset()
    """The actions whose owners no mail reaches: the server refused the address."""
    met: frozenset[str] = frozenset()
    """The audits of which everyone may read what the team agreed."""

    @property
    def cycle(self) -> Cycle | None:
        """The days that follow from the last audit; none before there is one."""
        return cycle_of(self.audits[0]) if self.audits else None

    @property
    def published(self) -> tuple[Audit, ...]:
        """The audits of which everyone may read something of what came of them."""
        acted = {each.audit for each in self.actions if each.is_published}
        return tuple(each for each in self.audits if each.id in acted | self.met)

    def audit(self, audit: str) -> Audit | None:
        """Return the audit of this id, if its report is out."""
        return next((each for each in self.audits if each.id == audit), None)

    def action(self, action: str) -> Action | None:
        """Return the action of this id, if it is one of this team."""
        return next((each for each in self.actions if each.id == action), None)


def cycle_of(audit: Audit) -> Cycle:
    """Return the days that follow from the closing time of an audit."""
    closes: datetime = audit.promise.closes_at
    return Cycle(closes.astimezone(LONDON).date())


def see_plan(installation: Installation, team: str) -> TeamPlan | None:
    """Return the plan of a team, or nothing where there is no such team."""
    with installation.database.reading() as connection:
        found = teams.find(connection, team)
        if found is None:
            return None
        out = tuple(released(connection, team))
        return TeamPlan(
            found,
            out,
            tuple(actions.of_team(connection, team)),
            frozenset(actions.refused(connection, team)),
            frozenset(each.id for each in out if _is_told(connection, each.id)),
        )


def _is_told(connection: Connection, audit: str) -> bool:
    """Say whether everyone may read what was agreed after an audit."""
    meeting = agreements.meeting(connection, audit)
    return meeting is not None and meeting.is_published


def released(connection: Connection, team: str) -> list[Audit]:
    """Return the audits of a team whose report is out, the last to close first."""
    every = audits.of_team(connection, team)
    return [each for each in every if each.state is State.RELEASED]


def releases_of(installation: Installation, plan: TeamPlan) -> dict[str, Release]:
    """Return what was released of each audit of a plan, by audit.

    Nothing of a report that the trust lead has closed: what it found is closed too.
    """
    with installation.database.reading() as connection:
        found = {
            each.id: releases.find(connection, each.id)
            for each in plan.audits
            if (launched := audits.launched(connection, each.id))
            and launched.report_open
        }
    return {audit: release for audit, release in found.items() if release}
