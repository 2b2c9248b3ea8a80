"""Roles as people say them."""

from collections.abc import Iterable, Mapping

from peeraudit.account.roles import Membership, Role
from peeraudit.audit.team import Team
from peeraudit.web.words import _, later

NAMES: Mapping[Role, str] = {
    Role.TRUST_LEAD: later("Trust lead"),
    Role.TEAM_MANAGER: later("Team manager"),
    Role.FACILITATOR: later("Facilitator"),
    Role.IT_ADMINISTRATOR: later("IT administrator"),
}

WHAT_THEY_DO: Mapping[str, str] = {
    Role.TRUST_LEAD: later(
        "Looks after peer worker roles over all teams: adds teams, runs audits, "
        "reads every report."
    ),
    Role.TEAM_MANAGER: later("Runs the audits of one team, and reads their reports."),
    Role.FACILITATOR: later(
        "Reads the reports of one team, and runs the meeting about them."
    ),
    Role.IT_ADMINISTRATOR: later(
        "Looks after accounts and settings. Sees no team and no report."
    ),
}

UNKNOWN_TEAM = later("a team that is gone")


def in_words(membership: Membership, teams: Iterable[Team]) -> str:
    """Say a role, and of which team it is."""
    role = str(NAMES[membership.role])
    if not membership.team:
        return role
    names = {team.id: team.name for team in teams}
    team = names.get(membership.team, str(UNKNOWN_TEAM))
    return _("%(role)s of %(team)s", role=role, team=team)
