"""A rule's situation: what makes it fire, and the least that keeps it from firing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from peeraudit.consensus.evidence import Evidence
from peeraudit.consensus.findings import Finding, Status, findings
from peeraudit.instrument.definition import Form, Instrument
from tests.unit.factories import Said, Says, make_asking, make_evidence

Given = Mapping[str, Said | None]
"""Facts in small letters, and what groups say; none takes something away."""


@dataclass(frozen=True)
class Situation:
    """What makes one rule fire, other ways to it, and what keeps it from firing."""

    rule: str
    fires: Given
    quiet: Mapping[str, Given]
    """By why it does not fire: the only change."""
    also: Mapping[str, Given] = field(default_factory=dict)
    """By why it fires all the same: the only change."""


def evidence_in(
    situation: Situation,
    instrument: Instrument,
    change: Given | None = None,
    *,
    form: Form = Form.FULL,
) -> Evidence:
    """Return what the rule looks at, with a change if there is one."""
    given = {**situation.fires, **(change or {})}
    says: dict[str, Said] = {}
    facts: dict[str, str | int] = {}
    for name, value in given.items():
        if value is not None and " " in name:
            says[name] = value
        elif isinstance(value, str | int):
            facts[name] = value
    asking = make_asking(instrument, form=form)
    return make_evidence(says, facts, asking=asking)


def finding(rule: str, evidence: Evidence) -> Finding:
    """Return what became of one rule."""
    return next(each for each in findings(evidence) if each.rule == rule)


def status(rule: str, evidence: Evidence) -> Status:
    """Return whether one rule has found something."""
    return finding(rule, evidence).status


def changes(situations: Collection[Situation], kind: str) -> list[tuple[str, str]]:
    """Return rule and reason of each change of one kind."""
    return [
        (situation.rule, reason)
        for situation in situations
        for reason in getattr(situation, kind)
    ]


def benefits(group: str, score_class: str, *, high: int = 8) -> Says:
    """All eight benefits in one class, or some and the rest from 60 to 69."""
    return {
        f"{group} BN{number}": score_class if number <= high else "60_to_69"
        for number in range(1, 9)
    }


def practices(*, agreed: int, of: int = 18) -> dict[str, Said]:
    """Three groups on practices; managers differ on some, from the second on."""
    says: dict[str, Said] = {
        f"{group} PR{number}": "part"
        for group in ("MG", "PW", "ST")
        for number in range(1, of + 1)
    }
    for number in range(2, 2 + of - agreed):
        says[f"MG PR{number}"] = "not_part"
    return says
