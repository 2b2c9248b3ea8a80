"""Findings: which rules fire, what they rest on, and in what order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from peeraudit.consensus.conditions import holds
from peeraudit.consensus.confidence import confidence
from peeraudit.consensus.evidence import Evidence, Missing, Score
from peeraudit.consensus.truth import Basis, Outcome, Truth
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.rules import Kind, Rule


class Status(StrEnum):
    """What became of a rule."""

    FOUND = "found"
    NOT_FOUND = "not found"
    NOT_ENOUGH = "not enough answers"
    NOT_ASKED = "not asked"


class Severity(StrEnum):
    """How much a finding weighs [our judgement]."""

    HIGH = "high"
    """A gap of 30 or more, or peer workers below 35."""
    NOTABLE = "notable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule, what became of it, and what that rests on."""

    rule: str
    status: Status
    rests_on: tuple[Basis, ...]
    gap: int | None = None
    severity: Severity | None = None
    confidence: str | None = None
    """The instrument's word for how many answers; none where only facts decide."""
    notes: tuple[str, ...] = ()
    recommend: tuple[str, ...] = ()


STATUS: dict[Truth, Status] = {
    True: Status.FOUND,
    False: Status.NOT_FOUND,
    Missing.NOT_ENOUGH: Status.NOT_ENOUGH,
    Missing.NOT_ASKED: Status.NOT_ASKED,
}


class _Rulebook:
    """Evaluates rules that may refer to each other, each once."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.outcomes: dict[str, Outcome] = {}

    def truth(self, rule: str) -> Truth:
        """Say whether a rule has found something."""
        return self.outcome(self.evidence.instrument.rule[rule]).truth

    def outcome(self, rule: Rule) -> Outcome:
        """Say what became of a rule."""
        if rule.id not in self.outcomes:
            self.outcomes[rule.id] = holds(rule.when, self.evidence, self.truth)
        return self.outcomes[rule.id]


def findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield what became of every rule, in the instrument's order."""
    rulebook = _Rulebook(evidence)
    for rule in evidence.instrument.rules:
        outcome = rulebook.outcome(rule)
        if outcome.truth is True:
            yield _found(rule, outcome, rulebook)
        else:
            yield Finding(rule.id, STATUS[outcome.truth], outcome.rests_on)


def _found(rule: Rule, outcome: Outcome, rulebook: _Rulebook) -> Finding:
    """Describe a rule that has found something."""
    evidence = rulebook.evidence
    notes = [
        note
        for note in rule.notes
        if holds(note.when, evidence, rulebook.truth).truth is True
    ]
    advice = (*rule.recommend, *(each for note in notes for each in note.recommend))
    return Finding(
        rule.id,
        Status.FOUND,
        outcome.rests_on,
        outcome.gap,
        _severity(outcome, evidence) if rule.kind is Kind.FINDING else None,
        confidence(_at_bottom(outcome.rests_on, rulebook), evidence),
        tuple(note.id for note in notes),
        tuple(dict.fromkeys(advice)),
    )


def _severity(outcome: Outcome, evidence: Evidence) -> Severity:
    """Weigh a finding by its gap and by how low peer workers score."""
    instrument = evidence.instrument
    wide = (outcome.gap or 0) >= instrument.threshold("large_gap")
    low = any(
        isinstance(score := evidence.score(basis.group, basis.id), Score)
        and score.value < instrument.threshold("severe")
        for basis in outcome.rests_on
        if basis.kind == "cell"
        and basis.group is Group.PEER_WORKER
        and basis.about is None
    )
    return Severity.HIGH if wide or low else Severity.NOTABLE


def _at_bottom(rests_on: Iterable[Basis], rulebook: _Rulebook) -> Iterator[Basis]:
    """Yield what a finding rests on, through other findings down to the answers."""
    for basis in rests_on:
        if basis.kind == "finding":
            through = rulebook.outcome(rulebook.evidence.instrument.rule[basis.id])
            yield from _at_bottom(through.rests_on, rulebook)
        else:
            yield basis


def priorities(found: Iterable[Finding], instrument: Instrument) -> tuple[Finding, ...]:
    """Return the findings to talk about first: named ones, then by gap."""
    warnings = [
        each
        for each in found
        if each.status is Status.FOUND
        and instrument.rule[each.rule].kind is Kind.FINDING
    ]
    warnings.sort(
        key=lambda each: (
            -instrument.rule[each.rule].first,
            -(each.gap or 0),
            each.severity is not Severity.HIGH,
        )
    )
    return tuple(warnings[: instrument.reading.most_priorities])
