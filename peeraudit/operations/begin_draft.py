"""Begin to set an audit up from a team's page: one draft a team, whoever presses."""

from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit
from peeraudit.audit.closing_time import usual_closing
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import FLOORS, Promise
from peeraudit.audit.rounds import mode_of
from peeraudit.instrument.definition import Form, Instrument
from peeraudit.operations.create_audit import Plan, create_within
from peeraudit.operations.installation import Installation, NoSuchTeam
from peeraudit.operations.record_act import record_act
from peeraudit.storage import audits, drafted_audits, teams


@dataclass(frozen=True, slots=True)
class Questions:
    """What somebody wants to ask: the mode follows from it and the team's rounds."""

    instrument: Instrument
    form: Form


def begin_draft(
    installation: Installation,
    team: str,
    questions: Questions,
    *,
    at: datetime,
    by: Account = COMMAND_LINE,
) -> Audit:
    """Begin a draft that asks nobody yet; return the one there is, if there is one.

    So two who press at once, or one who presses twice, set up one audit.

    Raises
    ------
    NoSuchTeam
        If there is none of this id.
    AuditFault
        If the instrument has no such form.
    """
    with installation.database.transaction() as connection:
        found = teams.find(connection, team)
        if found is None:
            raise NoSuchTeam(f"there is no team {team}")
        teams.hold(connection, team)
        if begun := drafted_audits.of_team(connection, team):
            return begun
        plan = Plan(
            found,
            questions.instrument,
            mode_of(questions.instrument, audits.of_team(connection, team)),
            questions.form,
            Promise(min(FLOORS), usual_closing(at), ()),
            Facts(),
        )
        draft = create_within(connection, plan)
        entry = done_by(by, Act.BEGAN_AUDIT, at, team=team, audit=draft.id)
        record_act(installation, connection, entry)
    return draft
