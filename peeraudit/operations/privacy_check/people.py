"""People who are made up for a seeded audit, and what they will say."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from peeraudit.audit.audit import Audit
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.admit import Admitted, admit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.privacy_check.scene import Person
from peeraudit.questionnaire.questions import DONT_KNOW

FLOOR = 5
"""The usual floor."""


@dataclass(frozen=True, slots=True)
class SeededAudit:
    """An open audit, and the codes of everybody in it."""

    audit: Audit
    people: tuple[Person, ...]


def begin(
    installation: Installation,
    instrument: Instrument,
    asked: Mapping[Group, int],
    *,
    closes_at: datetime,
) -> SeededAudit:
    """Open an audit of a new team, and make up what everybody in it will say.

    They come in random turn.
    """
    groups = tuple(GroupPromise(group, n) for group, n in asked.items())
    plan = Plan(
        Team("Privacy check", LocalWords(f"Seeded team {secrets.token_hex(3)}")),
        instrument,
        Mode.IN_POST,
        Form.CORE,
        Promise(FLOOR, closes_at, groups),
        Facts(),
    )
    opened_at = closes_at - timedelta(days=1)
    audit = create_audit(installation, plan)
    launch_audit(installation, audit.id)
    opened = open_audit(installation, audit.id, at=opened_at)
    codes: list[str] = []
    for group in asked:
        issue_codes(installation, audit.id, group, deliver=codes.extend)
    people = [
        Person(code, values=_made_up(installation, code, at=opened_at))
        for code in codes
    ]
    secrets.SystemRandom().shuffle(people)
    return SeededAudit(opened, tuple(people))


def _made_up(
    installation: Installation, code: str, *, at: datetime
) -> Mapping[str, str]:
    """Return a random answer to each question that can be chosen from."""
    admitted = admit(installation, code, at=at)
    if not isinstance(admitted, Admitted):
        raise LookupError("a fresh code opens nothing")
    return {
        name: secrets.choice((*asked.options, DONT_KNOW))
        for name, asked in admitted.sitting.by_topic.asked.items()
        if asked.options
    }
