"""Teams with reports, put straight into the database: nobody has to answer for them."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.library import digest, to_json
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.installation import Installation
from peeraudit.release.release import InstrumentCopy, Release, sealed
from peeraudit.storage import audits, releases, teams
from tests.unit.factories import make_promise

CLOSED = datetime.fromisoformat("2026-03-20T17:00:00+00:00")
ORGANISATION = "Seaside NHS Trust"


@dataclass(frozen=True)
class Reported:
    """A team and its report."""

    name: str
    release: Release
    service: str = ""
    closed: datetime = CLOSED
    facts: Mapping[str, str | int] = field(default_factory=dict)
    asked: Instrument | None = None
    """The instrument, where it is not that of the release."""

    @property
    def instrument(self) -> Instrument:
        """What was asked."""
        return self.asked or self.release.instrument.content

    @property
    def own(self) -> Release:
        """The release under the name of the team, so that it has a hash of its own."""
        audit = replace(self.release.audit, team=self.name)
        copy = InstrumentCopy(digest(self.instrument), self.instrument)
        return sealed(replace(self.release, audit=audit, instrument=copy))


def report(installation: Installation, *reported: Reported) -> list[str]:
    """Let teams have reports; return the ids of their audits."""
    with installation.database.transaction() as connection:
        ids = []
        for each in reported:
            audits.keep_instrument(
                connection, digest(each.instrument), to_json(each.instrument)
            )
            team = Team(ORGANISATION, LocalWords(each.name), service=each.service)
            audit = _audit(each, replace(team, id=teams.keep(connection, team)))
            audits.add(connection, audit, audit.team.id)
            releases.add(connection, audit.id, each.own)
            ids.append(audit.id)
    return ids


def _audit(reported: Reported, team: Team) -> Audit:
    """The audit that a report is of."""
    promise: Promise = make_promise(closes_at=reported.closed)
    return Audit(
        secrets.token_hex(6),
        team,
        digest(reported.instrument),
        Mode.IN_POST,
        Form.FULL,
        promise,
        Facts(reported.facts),
        State.RELEASED,
        reported.closed - timedelta(days=18),
    )
