"""Organisations and their teams."""

import secrets

from sqlalchemy import Connection, insert, select

from peeraudit.audit.team import Team
from peeraudit.storage.tables import OrganisationRow, TeamRow


def keep(connection: Connection, team: Team) -> str:
    """Return the id of a team of this name and words, remembered now if it is new."""
    organisation = _organisation(connection, team.organisation)
    words = team.words
    found = connection.execute(
        select(TeamRow.id).where(
            TeamRow.organisation_id == organisation,
            TeamRow.name == words.team,
            TeamRow.peer_worker == words.peer_worker,
            TeamRow.peer_workers == words.peer_workers,
        )
    ).scalar_one_or_none()
    if found:
        return found
    new = secrets.token_hex(8)
    connection.execute(
        insert(TeamRow).values(
            id=new,
            organisation_id=organisation,
            name=words.team,
            peer_worker=words.peer_worker,
            peer_workers=words.peer_workers,
        )
    )
    return new


def _organisation(connection: Connection, name: str) -> str:
    """Return the id of an organisation, remembered now if it is new."""
    found = connection.execute(
        select(OrganisationRow.id).where(OrganisationRow.name == name)
    ).scalar_one_or_none()
    if found:
        return found
    new = secrets.token_hex(8)
    connection.execute(insert(OrganisationRow).values(id=new, name=name))
    return new
