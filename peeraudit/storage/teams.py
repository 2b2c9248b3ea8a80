"""Organisations and their teams: a team is its name, whatever it calls its people."""

import secrets
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from peeraudit.audit.team import Team, fold
from peeraudit.instrument.wording import LocalWords
from peeraudit.storage.tables import OrganisationRow, TeamRow
from peeraudit.storage.turns import take_turns


def keep(connection: Connection, team: Team) -> str:
    """Return the id of a team of this name, with its words as they are now."""
    words = {
        "peer_worker": team.words.peer_worker,
        "peer_workers": team.words.peer_workers,
        # A plan that names no service says nothing against the one that is known.
        **({"service": team.service} if team.service else {}),
    }
    found = _named(connection, team)
    if not found:
        # Somebody else may be adding it just now: then theirs is found.
        take_turns(connection, OrganisationRow)
        found = _named(connection, team)
    if found:
        mine = TeamRow.id == found
        connection.execute(update(TeamRow).where(mine).values(words))
        return found
    organisation = _organisation(connection, team)
    new = secrets.token_hex(8)
    row = {"id": new, "organisation_id": organisation, "name": team.name, **words}
    connection.execute(insert(TeamRow).values(row))
    return new


def describe(connection: Connection, team: Team) -> None:
    """Write down what a team is called and belongs to now; its name stays."""
    connection.execute(
        update(TeamRow)
        .where(TeamRow.id == team.id)
        .values(
            service=team.service,
            peer_worker=team.words.peer_worker,
            peer_workers=team.words.peer_workers,
        )
    )


def _named(connection: Connection, team: Team) -> str:
    """Return the id of a team of this name; empty where there is none."""
    here = connection.execute(
        select(TeamRow.id, TeamRow.name)
        .where(TeamRow.organisation_id == _organisation_id(connection, team))
        .order_by(TeamRow.id)
    )
    same = (str(row.id) for row in here if fold(row.name) == fold(team.name))
    return next(same, "")


def find(connection: Connection, team: str) -> Team | None:
    """Return a team by its id."""
    row = connection.execute(_teams().where(TeamRow.id == team)).one_or_none()
    return _team(row) if row else None


def like(connection: Connection, team: Team) -> Team | None:
    """Return the team that this name is already known by."""
    found = _named(connection, team)
    return find(connection, found) if found else None


def hold(connection: Connection, team: str) -> None:
    """Let nobody else who holds a team go on before this transaction ends."""
    connection.execute(
        select(TeamRow.id).where(TeamRow.id == team).with_for_update()
    ).one_or_none()


def every(connection: Connection) -> list[Team]:
    """Return every team, by name."""
    query = _teams().order_by(func.lower(TeamRow.name), TeamRow.id)
    return [_team(row) for row in connection.execute(query)]


def organisation_name(connection: Connection) -> str:
    """Return the organisation that was first named here; empty where none was."""
    query = select(OrganisationRow.name).order_by(OrganisationRow.name)
    return connection.execute(query).scalar() or ""


def _teams() -> Any:
    """Return the query for teams with their organisations."""
    return select(TeamRow, OrganisationRow.name.label("organisation")).join(
        OrganisationRow, OrganisationRow.id == TeamRow.organisation_id
    )


def _team(row: Row[Any]) -> Team:
    """Return the team that a row holds."""
    words = LocalWords(row.name, row.peer_worker, row.peer_workers)
    return Team(row.organisation, words, row.id, row.service)


def _organisation_id(connection: Connection, team: Team) -> str:
    """Return the id of a team's organisation; empty where it is new."""
    known = connection.execute(
        select(OrganisationRow.id, OrganisationRow.name).order_by(OrganisationRow.id)
    )
    name = fold(team.organisation)
    return next((str(row.id) for row in known if fold(row.name) == name), "")


def _organisation(connection: Connection, team: Team) -> str:
    """Return the id of a team's organisation, remembered now if it is new."""
    if found := _organisation_id(connection, team):
        return found
    new, name = secrets.token_hex(8), team.organisation
    connection.execute(insert(OrganisationRow).values(id=new, name=name))
    return new
