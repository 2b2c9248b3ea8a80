"""Roles and rights: what each kind of account may do, and for which teams.

No role sees an answer: there is no right for it, and nothing that it could open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to a trust and its teams."""

    TRUST_LEAD = "trust_lead"
    """Looks after peer worker roles over all teams."""
    TEAM_MANAGER = "team_manager"
    """Runs audits of their own teams."""
    FACILITATOR = "facilitator"
    """A peer lead who runs the meeting and the plan of a team."""
    IT_ADMINISTRATOR = "it_administrator"
    """Looks after accounts and settings, and sees no results."""

    @property
    def is_for_a_team(self) -> bool:
        """Whether the role is held for one team at a time."""
        return self in {Role.TEAM_MANAGER, Role.FACILITATOR}


class Right(StrEnum):
    """One thing that somebody may do."""

    SEE_TEAM = "see_team"
    """See which audits a team has, and where each stands."""
    RUN_AUDIT = "run_audit"
    """Set an audit up, launch it, ask people, extend it."""
    READ_REPORT = "read_report"
    """Read a released report from the list of audits."""
    CLOSE_REPORT = "close_report"
    """Close the report address to everyone asked, and open it again."""
    SEE_PEOPLE = "see_people"
    """See who else manages: as far as one may give their roles."""
    INVITE_TO_TEAM = "invite_to_team"
    """Invite managers and facilitators of a team, and take their roles away."""
    ADD_TEAM = "add_team"
    """Add a team of the trust."""
    MANAGE_ACCOUNTS = "manage_accounts"
    """See all accounts, invite to any role, and take access away."""
    RUN_PLAN = "run_plan"
    """Hold the meeting, write down what was agreed, and keep the actions."""
    SEE_TRUST = "see_trust"
    """See what recurs over all teams."""
    READ_RECORD = "read_record"
    """Read what those who manage did."""
    CHANGE_RETENTION = "change_retention"
    """Say how long things are kept, and have an audit erased."""
    CHANGE_SETTINGS = "change_settings"
    """Change the organisation's name, logo and support contacts."""


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.TRUST_LEAD: frozenset(
        {
            Right.SEE_TEAM,
            Right.RUN_AUDIT,
            Right.READ_REPORT,
            Right.CLOSE_REPORT,
            Right.SEE_PEOPLE,
            Right.INVITE_TO_TEAM,
            Right.ADD_TEAM,
            Right.RUN_PLAN,
            Right.SEE_TRUST,
            Right.READ_RECORD,
            Right.CHANGE_RETENTION,
            Right.CHANGE_SETTINGS,
        }
    ),
    Role.TEAM_MANAGER: frozenset(
        {
            Right.SEE_TEAM,
            Right.RUN_AUDIT,
            Right.READ_REPORT,
            Right.SEE_PEOPLE,
            Right.INVITE_TO_TEAM,
            Right.RUN_PLAN,
        }
    ),
    Role.FACILITATOR: frozenset({Right.SEE_TEAM, Right.READ_REPORT, Right.RUN_PLAN}),
    Role.IT_ADMINISTRATOR: frozenset(
        {Right.SEE_PEOPLE, Right.MANAGE_ACCOUNTS, Right.CHANGE_SETTINGS}
    ),
}


@dataclass(frozen=True, slots=True)
class Membership:
    """A role that an account holds: for one team, or for the whole trust."""

    role: Role
    team: str = ""
    """The id of the team; empty for a role that is not for a team."""

    def gives(self, right: Right, team: str | None) -> bool:
        """Say whether it gives a right for a team; for anything at all with none."""
        if right not in RIGHTS[self.role]:
            return False
        return team is None or not self.role.is_for_a_team or self.team == team


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who manages: never somebody who answers."""

    id: str
    email: str
    name: str
    memberships: tuple[Membership, ...] = ()

    def may(self, right: Right, team: str | None = None) -> bool:
        """Say whether this account has a right for a team, or anywhere at all."""
        return any(each.gives(right, team) for each in self.memberships)

    def may_give(self, membership: Membership) -> bool:
        """Say whether it may give somebody else a role, and take it away."""
        if membership.role.is_for_a_team != bool(membership.team):
            return False
        if self.may(Right.MANAGE_ACCOUNTS):
            return True
        for_a_team = membership.role.is_for_a_team
        return for_a_team and self.may(Right.INVITE_TO_TEAM, membership.team)

    @property
    def own_teams(self) -> frozenset[str]:
        """The teams that it holds a role for."""
        return frozenset(each.team for each in self.memberships if each.team)

    @property
    def sees_every_team(self) -> bool:
        """Whether it sees the teams of the whole trust."""
        return any(
            Right.SEE_TEAM in RIGHTS[each.role] and not each.role.is_for_a_team
            for each in self.memberships
        )
