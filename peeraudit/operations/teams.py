"""Teams: which of them an account sees, and adding one."""

from dataclasses import dataclass, replace
from datetime import datetime

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit
from peeraudit.audit.team import Team, fold
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.create_audit import LONGEST_NAME, is_a_name
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
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


def add_team(
    installation: Installation,
    team: Team,
    *,
    by: Account = COMMAND_LINE,
    at: datetime | None = None,
) -> Team:
    """Remember a team.

    Raises
    ------
    TeamFault
        If a name is empty, too long, no text, or that of a team of another service.
    """
    _refuse_faults(team)
    with installation.database.transaction() as connection:
        known = teams.like(connection, team)
        if known and known.service and fold(known.service) != fold(team.service):
            raise TeamFault(
                f"There is a team of this name already, in {known.service}. "
                "Enter a name that tells the two apart"
            )
        added = teams.keep(connection, team)
        if known is None:
            entry = done_by(by, Act.ADDED_TEAM, at, team=added, about=team.name)
            record_act(installation, connection, entry)
    return replace(team, id=added)


def describe_team(
    installation: Installation,
    team: str,
    service: str,
    words: LocalWords,
    *,
    by: Account = COMMAND_LINE,
) -> None:
    """Change the service of a team and what it calls its peer workers.

    Its name stays, and so does every audit that people were asked in: they answered
    under the words of then.

    Raises
    ------
    TeamFault
        If a name is empty, too long or no text.
    """
    with installation.database.transaction() as connection:
        known = teams.find(connection, team)
        if known is None:
            raise TeamFault("This team is not here any more")
        own = replace(words, team=known.name)
        described = replace(known, service=service, words=own)
        _refuse_faults(described)
        teams.describe(connection, described)
        audits.reword_drafts(connection, described)
        entry = done_by(by, Act.CHANGED_TEAM, team=team, about=known.name)
        record_act(installation, connection, entry)


def _refuse_faults(team: Team) -> None:
    """Raise :class:`TeamFault` for a name that cannot be kept."""
    named = {
        "name of the organisation": team.organisation,
        "name of the team": team.name,
        "job title": team.words.peer_worker,
        "job title for more than one": team.words.peer_workers,
        **({"service": team.service} if team.service else {}),
    }
    for what, name in named.items():
        if not is_a_name(name):
            raise TeamFault(f"Enter the {what}, in 1 to {LONGEST_NAME} characters")


def organisation_name(installation: Installation) -> str:
    """Return the organisation whose teams these are, as far as it has been named."""
    with installation.database.reading() as connection:
        return teams.organisation_name(connection)
