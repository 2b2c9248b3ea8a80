"""Everything that is computed from cells, in one value."""

from dataclasses import dataclass

from peeraudit.consensus.blind_spots import BlindSpot, blind_spots
from peeraudit.consensus.evidence import Evidence, Missing
from peeraudit.consensus.findings import Finding, findings
from peeraudit.consensus.practice import PracticeMap, practice_map
from peeraudit.consensus.themes import ThemeGap, ThemeScore, theme_gaps, theme_scores
from peeraudit.instrument.frozen import Group


@dataclass(frozen=True, slots=True)
class PurposeView:
    """What a group most often gives as the main purpose of the role."""

    item: str
    group: Group
    option: str
    """One of the options, or "mixed"."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What the cells mean; anyone who has the cells can compute it again."""

    themes: tuple[ThemeScore, ...]
    gaps: tuple[ThemeGap, ...]
    blind_spots: tuple[BlindSpot, ...]
    practice: PracticeMap
    purposes: tuple[PurposeView, ...]


def derive(evidence: Evidence) -> tuple[Derived, tuple[Finding, ...]]:
    """Compute what the cells mean, and which rules fire."""
    purposes = tuple(
        PurposeView(item.id, group, option)
        for item in evidence.instrument.purposes
        for group in evidence.groups
        if not isinstance(option := evidence.option(group, item.id), Missing)
    )
    derived = Derived(
        tuple(theme_scores(evidence)),
        tuple(theme_gaps(evidence)),
        tuple(blind_spots(evidence)),
        practice_map(evidence),
        purposes,
    )
    return derived, tuple(findings(evidence))
