"""Teams: which of them an account sees, and adding one."""

from dataclasses import dataclass, replace

from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit
from peeraudit.audit.team import Team
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.create_audit import LONGEST_NAME, is_a_name
from peeraudit.operations.installation import Installation
from peeraudit.storage import audits, teams


class TeamFault(ValueError):
    """A name that cannot be kept, and what would be right."""


@dataclass(frozen=True, slots=True)
class TeamWithAudits:
    """A team, and its audits, the last to close first."""

    team: Team
    audits: tuple[Audit, ...]


def teams_of(
    installation: Installation, account: Account
) -> tuple[TeamWithAudits, ...]:
    """Return the teams that an account sees, by name."""
    with installation.database.reading() as connection:
        return tuple(
            TeamWithAudits(team, tuple(audits.of_team(connection, team.id)))
            for team in teams.every(connection)
            if account.sees_every_team or team.id in account.own_teams
        )


def find_team(installation: Installation, team: str) -> TeamWithAudits | None:
    """Return a team with its audits."""
    with installation.database.reading() as connection:
        found = teams.find(connection, team)
        if found is None:
            return None
        return TeamWithAudits(found, tuple(audits.of_team(connection, team)))


def find_team_audit(installation: Installation, team: str, audit: str) -> Audit | None:
    """Return an audit, if it is one of this team."""
    with installation.database.reading() as connection:
        found = audits.find(connection, audit)
    return found if found and found.team.id == team else None


def add_team(installation: Installation, organisation: str, words: LocalWords) -> Team:
    """Remember a team.

    Raises
    ------
    TeamFault
        If a name is empty, too long or no text.
    """
    named = {
        "name of the organisation": organisation,
        "name of the team": words.team,
        "job title": words.peer_worker,
        "job title for more than one": words.peer_workers,
    }
    for what, name in named.items():
        if not is_a_name(name):
            raise TeamFault(f"Enter the {what}, in 1 to {LONGEST_NAME} characters")
    team = Team(organisation.strip(), words)
    with installation.database.transaction() as connection:
        return replace(team, id=teams.keep(connection, team))


def organisation_name(installation: Installation) -> str:
    """Return the organisation whose teams these are, as far as it has been named."""
    with installation.database.reading() as connection:
        return teams.organisation_name(connection)
