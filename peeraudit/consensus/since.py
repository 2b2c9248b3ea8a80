"""Practices and findings of the round before, beside what they are now.

Only what its cells alone make certain is told: of the round before, a release holds no
facts, and no group of which a change may not be told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from peeraudit.consensus.evidence import Evidence
from peeraudit.consensus.findings import Finding, Status, findings
from peeraudit.consensus.practice import Consensus, PracticeView, practice_map
from peeraudit.instrument import rules
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.rules import Rule


class Again(StrEnum):
    """What became of a finding since the round before."""

    AGAIN = "found again"
    GONE = "not found now"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A rule of which both rounds tell for certain whether it found something."""

    rule: str
    again: Again


@dataclass(frozen=True, slots=True)
class PracticeChange:
    """One practice, and how the same groups stood to it then and now."""

    item: str
    then: Consensus
    now: Consensus


def practice_changes(evidence: Evidence) -> Iterator[PracticeChange]:
    """Yield the practices of which both rounds show how the same groups stand."""
    if evidence.earlier is None:
        return
    before = {view.item: view for view in practice_map(evidence.earlier).practices}
    for now in practice_map(evidence).practices:
        then = before.get(now.item)
        if then and _counted(then, evidence) == _counted(now, evidence):
            untold = Consensus.NOT_ENOUGH in {then.agreement, now.agreement}
            if not untold:
                yield PracticeChange(now.item, then.agreement, now.agreement)


def finding_changes(evidence: Evidence) -> Iterator[FindingChange]:
    """Yield what became of the findings that rest on the cells of compared groups."""
    if evidence.earlier is None:
        return
    told = evidence.earlier.asking.groups
    before = {each.rule: each for each in findings(evidence.earlier)}
    for now in findings(evidence):
        rule = evidence.instrument.rule[now.rule]
        again = _again(before[now.rule], now)
        if again and _is_certain(rule, evidence, told):
            yield FindingChange(now.rule, again)


def _again(then: Finding, now: Finding) -> Again | None:
    """Say what became of a finding; nothing where either round cannot tell."""
    match then.status, now.status:
        case Status.FOUND, Status.FOUND:
            return Again.AGAIN
        case Status.FOUND, Status.NOT_FOUND:
            return Again.GONE
        case Status.NOT_FOUND, Status.FOUND:
            return Again.NEW
        case _:
            return None


def _is_certain(rule: Rule, evidence: Evidence, told: frozenset[Group]) -> bool:
    """Say whether a rule comes out alike, whatever groups that are not told said."""
    return all(
        _needs(condition, evidence) <= told
        if not isinstance(condition, rules.Found)
        else _is_certain(evidence.instrument.rule[condition.found], evidence, told)
        for condition in rules.leaves(rule.when)
    )


def _needs(condition: rules.Leaf, evidence: Evidence) -> frozenset[Group]:
    """Return the groups without which a condition could come out otherwise.

    A condition on the cells of one or two groups cannot be told without them, and then
    says so by itself; these speak of all groups, or of those that are not there.
    """
    match condition:
        case rules.Consensus() | rules.Conflict():
            return frozenset(evidence.instrument.reading.practice_groups)
        case rules.ThemeAlike():
            return frozenset(evidence.instrument.groups)
        case rules.NotAsked(not_asked=test):
            return frozenset({test.group})
        case _:
            return frozenset()


def _counted(view: PracticeView, evidence: Evidence) -> frozenset[Group]:
    """Return the groups that make or break consensus here, as far as they are shown."""
    return frozenset(evidence.instrument.reading.practice_groups) & view.says.keys()
