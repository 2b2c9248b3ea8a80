"""A view over several teams as a release: one group, cells alone, and no findings.

Rules are not run on it: an average over teams hides what each has (in the reference
teams, London's 33 on equality becomes 57). What it gives a small team is what its own
group says elsewhere, and how well the others in the team guess that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from peeraudit.audit.promise import (
    FLOORS,
    POOLED_FROM_ANSWERS,
    POOLED_FROM_TEAMS,
    GroupMode,
)
from peeraudit.audit.promise_words import LONDON
from peeraudit.consensus.blind_spots import BlindSpot, blind_spots
from peeraudit.consensus.derive import derive
from peeraudit.disclosure.cells import Cell, Cells, GroupCount
from peeraudit.instrument.definition import SHARES_FROM
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.release.allowed import Allowed
from peeraudit.release.evidence import evidence_of, guesses_of
from peeraudit.release.freeze import NOTHING_DERIVED
from peeraudit.release.release import FORMAT, AuditSummary, PromiseCopy, Release, sealed
from peeraudit.release.sources import Pooled, PooledTeam


def freeze_pooled(
    name: str, teams: Sequence[Release], cells: Cells, *, floor: int, at: datetime
) -> Release:
    """Return the release of a view over the teams with these releases.

    Parameters
    ----------
    name
        What the view is called.
    teams
        The releases of the audits that it stands on: of one instrument and form.
    cells
        Those of the pooled group.
    floor
        The highest that any of the teams was promised, and ten at the least.
    """
    (count,) = cells.groups
    pooled = Pooled(
        at.astimezone(LONDON).date(),
        tuple(_team(team, count.group) for team in _by_name(teams)),
    )
    release = Release(
        FORMAT,
        _summary(name, teams),
        teams[0].instrument,
        _promise(teams, floor),
        cells.groups,
        {},
        cells.cells,
        cells.withheld,
        NOTHING_DERIVED,
        (),
        pooled=pooled,
    )
    return sealed(_computed(release))


def _summary(name: str, teams: Sequence[Release]) -> AuditSummary:
    """Say what the view is of, and in which time its teams answered."""
    first = teams[0].audit
    return AuditSummary(
        first.organisation,
        name,
        LocalWords(name),
        first.mode,
        first.form,
        min(team.audit.opened_on for team in teams),
        max(team.audit.closed_on for team in teams),
    )


def _promise(teams: Sequence[Release], floor: int) -> PromiseCopy:
    """Return what all of the teams were promised, at the strictest."""
    closes_at = max(team.promise.closes_at for team in teams)
    shared = {group for team in teams for group in team.promise.shared_links}
    return PromiseCopy(
        floor,
        closes_at,
        pooling=True,
        comments_read_by="",
        words={},
        shared_links=tuple(sorted(shared)),
    )


def faults(release: Release) -> Iterator[str]:
    """Yield what a view over teams says that it may not, or that does not follow."""
    if release.pooled is None:
        return
    teams, modes = release.pooled.teams, [count.mode for count in release.groups]
    different = {team.release for team in teams}
    of_one_team = release.findings or release.facts or release.comments
    wrong = {
        f"fewer than {POOLED_FROM_TEAMS} teams": len(different) < POOLED_FROM_TEAMS,
        "a team twice": len(different) < len(teams),
        "not one pooled group": modes != [GroupMode.POOLED_ONLY],
        "a floor below ten": release.promise.floor < POOLED_FROM_ANSWERS,
        "what only one team can have": of_one_team or release.earlier,
    }
    yield from (f"pooled: {what}" for what, is_so in wrong.items() if is_so)
    yield from _more_than_guesses(release, teams)


def _more_than_guesses(release: Release, teams: Sequence[PooledTeam]) -> Iterator[str]:
    """Yield the teams of which more is told than guesses, and own answers beside."""
    for count in release.groups:
        for team in teams:
            guesses = tuple(_guesses(team.guesses, release, count.group))
            names = {(cell.group, cell.item, cell.about) for cell in guesses}
            if len(names) < len(team.guesses):
                yield f"pooled: {team.team} tells more than its guesses"
            for cell in guesses:
                yield from _that_no_team_tells(release, team, cell)


def _that_no_team_tells(
    release: Release, team: PooledTeam, cell: Cell
) -> Iterator[str]:
    """Yield what no anonymous group tells of a guess, whatever its numbers.

    Numbers of a team's groups are not here. Groups that answer openly were told that
    everyone who is asked reads what they say, and nobody of another team.
    """
    count = GroupCount(cell.group, GroupMode.ANONYMOUS, SHARES_FROM, SHARES_FROM)
    allowed = Allowed(release.instrument.content, min(FLOORS))
    for wrong in allowed.told(cell, count):
        yield f"pooled: {team.team}, {cell.group}, {cell.item}: {wrong}"


def computed_again(release: Release) -> Iterator[str]:
    """Yield the teams whose guesses do not stand to the pooled view as it says."""
    again = _computed(release)
    if release.pooled and again.pooled:
        for told, right in zip(release.pooled.teams, again.pooled.teams, strict=True):
            if told != right:
                yield f"pooled: what {told.team} guesses does not follow from the cells"


def _by_name(teams: Sequence[Release]) -> list[Release]:
    """Return the teams in an order that says nothing about them."""
    return sorted(teams, key=lambda team: (team.audit.team, team.hash))


def _team(release: Release, group: Group) -> PooledTeam:
    """Take of a team's own release what its other groups think of the pooled group."""
    hidden = {
        count.group for count in release.groups if count.mode is GroupMode.ANONYMOUS
    }
    guesses = tuple(
        cell for cell in _guesses(release.cells, release, group) if cell.group in hidden
    )
    audit = release.audit
    return PooledTeam(audit.team, audit.closed_on, release.hash, guesses, ())


def _guesses(cells: Sequence[object], release: Release, group: Group) -> Iterator[Cell]:
    """Yield the guesses at a group's answers, and the own answers beside them."""
    instrument = release.instrument.content
    guessers = {by for by, of in instrument.guesses.items() if of is group}
    asked = {item.id for item in instrument.items if item.guess}
    for cell in cells:
        if (
            isinstance(cell, Cell)
            and cell.group in guessers
            and cell.item in asked
            and cell.about in {None, group}
        ):
            yield cell


def _computed(release: Release) -> Release:
    """Compute what follows from the pooled cells, and from each team's guesses."""
    evidence = evidence_of(release)
    derived, _ = derive(evidence)
    if release.pooled is None:
        return replace(release, derived=derived)
    teams = tuple(
        replace(team, blind_spots=_blind_spots(release, team))
        for team in release.pooled.teams
    )
    return replace(
        release, derived=derived, pooled=replace(release.pooled, teams=teams)
    )


def _blind_spots(release: Release, team: PooledTeam) -> tuple[BlindSpot, ...]:
    """Set a team's guesses beside the pooled view, where the team made any."""
    guessers = {cell.group for cell in team.guesses if cell.about}
    found = blind_spots(guesses_of(release, team), evidence_of(release))
    pooled = {count.group for count in release.groups}
    return tuple(spot for spot in found if spot.by in guessers and spot.of in pooled)
