"""What of a release counts over teams: small, so that a hundred are read at once.

Everything here stands in the release for its own team already. It is no new release:
it is written down once so that nobody has to read a hundred kilobytes to count one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from peeraudit.consensus.conditions import holds
from peeraudit.consensus.findings import STATUS, Status
from peeraudit.consensus.practice import Consensus
from peeraudit.consensus.truth import Truth
from peeraudit.release.evidence import evidence_of
from peeraudit.release.release import Release

TRUTH: Mapping[Status, Truth] = {status: truth for truth, status in STATUS.items()}


@dataclass(frozen=True, slots=True)
class Distilled:
    """What became of every rule, practice and count over teams in one release."""

    release: str
    """The hash of the release: a release never changes, so this is never stale."""
    instrument: str
    """The digest of the instrument: only what was asked alike is counted together."""
    findings: Mapping[str, Status]
    """By rule."""
    practices: Mapping[str, Consensus]
    """By practice that was asked about."""
    counts: Mapping[str, Status]
    """By what the instrument counts over teams only."""


def distil(release: Release) -> Distilled:
    """Take from a release what counts over teams."""
    findings = {each.rule: each.status for each in release.findings}
    evidence = evidence_of(release)

    def found(rule: str) -> Truth:
        return TRUTH[findings[rule]]

    return Distilled(
        release.hash,
        release.instrument.hash,
        findings,
        {each.item: each.agreement for each in release.derived.practice.practices},
        {
            count.id: STATUS[holds(count.when, evidence, found).truth]
            for count in release.instrument.content.trust
        },
    )
