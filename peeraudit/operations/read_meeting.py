"""Read what a meeting after an audit stands on: the release, and what was agreed."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.plan.action import Action
from peeraudit.plan.agreement import Agreement, Meeting
from peeraudit.release.release import Release
from peeraudit.storage import actions, agreements, audits, releases


@dataclass(frozen=True, slots=True)
class MeetingBasis:
    """What a meeting stands on, and what it has come to so far."""

    audit: Audit
    release: Release
    meeting: Meeting | None
    """None before somebody has written down when the team met."""
    agreed: Mapping[str, Agreement]
    """By practice."""
    agreed_before: Mapping[str, Agreement]
    """What was agreed after earlier audits about practices in the same words."""
    actions: tuple[Action, ...]
    """What the team will do after this audit, by the day it is due."""

    def actions_for(self, finding: str) -> tuple[Action, ...]:
        """Return the actions that answer a finding."""
        return tuple(each for each in self.actions if each.finding == finding)


def read_meeting(installation: Installation, audit: Audit) -> MeetingBasis | None:
    """Return what the meeting after an audit stands on.

    Nothing before the report is out, and while the trust lead has closed it: the agenda
    says what the report says.
    """
    with installation.database.reading() as connection:
        launched = audits.launched(connection, audit.id)
        if audit.state is not State.RELEASED or not (launched and launched.report_open):
            return None
        release = releases.find(connection, audit.id)
        if release is None:
            return None
        held = agreements.meeting(connection, audit.id)
        agreed = agreements.of_audit(connection, audit.id)
        planned = tuple(actions.of_audits(connection, [audit.id]))
        before = _before(connection, audit)
    found = _in_the_same_words(installation, audit, before)
    return MeetingBasis(audit, release, held, agreed, found, planned)


@dataclass(frozen=True, slots=True)
class _Earlier:
    """An earlier audit of a team, and what was agreed after it."""

    audit: Audit
    agreed: Mapping[str, Agreement]


def _before(connection: Connection, audit: Audit) -> list[_Earlier]:
    """Return the earlier audits after which something was agreed, the first first."""
    agreed = agreements.of_team(connection, audit.team.id)
    found = [
        _Earlier(each, agreed[each.id])
        for each in audits.of_team(connection, audit.team.id)
        if each.id in agreed and each.promise.closes_at < audit.promise.closes_at
    ]
    return sorted(found, key=lambda each: each.audit.promise.closes_at)


def _in_the_same_words(
    installation: Installation, audit: Audit, before: list[_Earlier]
) -> dict[str, Agreement]:
    """Return the latest agreement about each practice of an audit in the same words."""
    now = installation.instrument(audit.instrument).wording.practices
    by_words: dict[str, Agreement] = {}
    for each in before:
        then = installation.instrument(each.audit.instrument).wording.practices
        for practice, agreement in each.agreed.items():
            by_words[then.get(practice, "")] = agreement
    return {
        practice: by_words[words]
        for practice, words in now.items()
        if words in by_words
    }
