"""See what recurs over all teams, and where each is; nothing is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise_words import LONDON
from peeraudit.instrument.definition import Instrument
from peeraudit.operations.installation import Installation
from peeraudit.release.distilled import distil
from peeraudit.report.trust import TeamReport, Version, versions
from peeraudit.report.trust_actions import DueActions, due_actions
from peeraudit.report.trust_facts import FactsOverTeams, facts_over_teams
from peeraudit.report.trust_teams import (
    ServiceBlock,
    TeamNow,
    services,
    without_report,
)
from peeraudit.storage import actions, audits, distilled, plans, releases, teams
from peeraudit.storage.sealed_rows import SealedRows


@dataclass(frozen=True, slots=True)
class TrustView:
    """All teams: what recurs, where each is, and who has no report yet."""

    versions: tuple[Version, ...]
    services: tuple[ServiceBlock, ...]
    missing: tuple[str, ...]
    """The names of the teams without a report."""
    teams: int


def see_trust(installation: Installation, *, at: datetime) -> TrustView:
    """Return what recurs over teams, from the latest report of each."""
    with installation.database.reading() as connection:
        now = _teams(connection)
        reports = _reports(installation, connection, now)
    asked = {report.distilled.instrument for report in reports}
    return TrustView(
        versions(reports, _instruments(installation, asked), _since(now)),
        services(now, at=at),
        tuple(each.team.name for each in without_report(now)),
        len(now),
    )


def see_facts(installation: Installation) -> FactsOverTeams:
    """Return what every team's latest audit says of its set-up."""
    with installation.database.reading() as connection:
        now = _teams(connection)
    asked = {audit.instrument for each in now for audit in each.audits}
    return facts_over_teams(now, _instruments(installation, asked))


def see_actions(installation: Installation, today: date) -> DueActions:
    """Return what is overdue over all teams, and what is due before long."""
    with installation.database.reading() as connection:
        now = _teams(connection)
        every = [audit.id for each in now for audit in each.audits]
        return due_actions(now, actions.of_audits(connection, every), today)


def _teams(connection: Connection) -> list[TeamNow]:
    """Return every team by name, with its audits, and its plan after the latest."""
    of_team: dict[str, list[Audit]] = {}
    for audit in audits.every(connection):
        of_team.setdefault(audit.team.id, []).append(audit)
    planned = plans.sizes(connection)
    found = []
    for team in teams.every(connection):
        now = TeamNow(team, tuple(of_team.get(team.id, ())))
        plan = planned.get(now.reported.id) if now.reported else None
        found.append(TeamNow(team, now.audits, plan))
    return found


def _reports(
    installation: Installation, connection: Connection, now: Sequence[TeamNow]
) -> list[TeamReport]:
    """Return the latest report of each team, as far as it counts over teams."""
    latest = {each.reported.id: each.team.name for each in now if each.reported}
    out = distilled.hashes(connection)
    hashes = {audit: out[audit] for audit in latest if audit in out}
    _read_what_is_new(installation, connection, hashes)
    return [
        TeamReport(latest[place[0]], installation.distilled[place])
        for place in hashes.items()
        if place in installation.distilled
    ]


def _read_what_is_new(
    installation: Installation, connection: Connection, hashes: Mapping[str, str]
) -> None:
    """Read what counts of each release, once in the life of this process.

    Reading a release takes a hundredth of a second, and there may be a thousand: the
    worker has written down what counts. Where it has yet to do so, or where somebody
    else has written, the release itself is read.
    """
    held = installation.distilled
    new = dict(place for place in hashes.items() if place not in held)
    if not new:
        return
    kept = distilled.of(SealedRows(connection, installation.seal_key), new)
    for place in new.items():
        audit, _ = place
        if audit in kept:
            held[place] = kept[audit]
        elif release := releases.find(connection, audit):
            held[place] = distil(release)


def _instruments(
    installation: Installation, digests: set[str]
) -> Mapping[str, Instrument]:
    """Return exact instruments by digest; each is read once and held."""
    return {digest: installation.instrument(digest) for digest in digests}


def _since(now: Sequence[TeamNow]) -> Mapping[str, date]:
    """Return the first day on which people were asked with each instrument."""
    first: dict[str, date] = {}
    for audit in (audit for each in now for audit in each.audits):
        if audit.opened_at is not None:
            day = audit.opened_at.astimezone(LONDON).date()
            first[audit.instrument] = min(day, first.get(audit.instrument, day))
    return first
