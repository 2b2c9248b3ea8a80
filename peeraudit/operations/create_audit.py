"""Create an audit: a draft that nobody can answer yet."""

import secrets
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit
from peeraudit.audit.facts import Facts, faults
from peeraudit.audit.promise import Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.library import digest, to_json
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
from peeraudit.storage import audits, teams

LONGEST_NAME = 200
"""As long as the tables hold."""


class AuditFault(ValueError):
    """Something about an audit that its instrument does not allow."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody wants to run."""

    team: Team
    instrument: Instrument
    mode: Mode
    form: Form
    promise: Promise
    facts: Facts


def create_audit(
    installation: Installation,
    plan: Plan,
    *,
    by: Account = COMMAND_LINE,
    at: datetime | None = None,
) -> Audit:
    """Remember an audit as a draft, with the exact instrument it will use.

    Raises
    ------
    AuditFault
        If mode, form, a group or a fact is none of the instrument's; names each.
    """
    with installation.database.transaction() as connection:
        made = create_within(connection, plan)
        entry = done_by(by, Act.BEGAN_AUDIT, at, team=made.team.id, audit=made.id)
        record_act(installation, connection, entry)
    return made


def create_within(connection: Connection, plan: Plan) -> Audit:
    """Create an audit within a transaction that looked whether there is room for it."""
    refuse_faults(plan)
    audit = Audit(
        id=secrets.token_hex(6),
        team=plan.team,
        instrument=digest(plan.instrument),
        mode=plan.mode,
        form=plan.form,
        promise=plan.promise,
        facts=plan.facts,
    )
    audits.keep_instrument(connection, audit.instrument, to_json(plan.instrument))
    team = teams.keep(connection, plan.team)
    audits.add(connection, audit, team)
    return replace(audit, team=replace(plan.team, id=team))


def refuse_faults(plan: Plan) -> None:
    """Raise :class:`AuditFault` for a plan that its instrument does not allow."""
    if wrong := _faults(plan):
        raise AuditFault("; ".join(wrong))


def _faults(plan: Plan) -> list[str]:
    """Name everything that the instrument does not allow."""
    instrument = plan.instrument
    wrong = list(faults(plan.facts, instrument))
    words, reader = plan.team.words, plan.promise.comments_read_by
    service = plan.team.service
    wrong += [
        f"{what}: should be 1 to {LONGEST_NAME} signs of text"
        for what, name in (
            ("organisation", plan.team.organisation),
            ("team", words.team),
            ("peer worker", words.peer_worker),
            ("peer workers", words.peer_workers),
            *([("service", service)] if service else []),
            *([("reader of comments", reader)] if reader else []),
        )
        if not is_a_name(name)
    ]
    if plan.mode not in instrument.modes:
        wrong.append(f"mode: {instrument.id} is for {', '.join(instrument.modes)}")
    if plan.form not in instrument.forms:
        wrong.append(f"form: {instrument.id} has {', '.join(instrument.forms)}")
    wrong += [
        f"group: {instrument.id} does not ask {group}"
        for group in plan.promise.group
        if group not in instrument.groups
    ]
    return wrong


def is_a_name(name: str) -> bool:
    """Say whether a name is text that can be kept and shown, in any script."""
    # Cf: signs without a shape, by which one team could pass for two.
    unseen = {"Cc", "Cf", "Cs"}
    readable = all(unicodedata.category(sign) not in unseen for sign in name)
    return readable and 0 < len(name.strip()) <= LONGEST_NAME
