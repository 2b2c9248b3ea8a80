"""What is peer work here: where groups agree on a practice and where they clash."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from peeraudit.consensus.evidence import MIXED, Evidence, Missing
from peeraudit.consensus.themes import whole
from peeraudit.instrument.definition import PracticeItem
from peeraudit.instrument.frozen import Group

PART = "part"
NEVER = "must_never"


class Consensus(StrEnum):
    """How the staff groups stand to one practice."""

    AGREED = "agreed"
    DIFFERENT = "different"
    HARD_CONFLICT = "hard conflict"
    """Part of the role for one group, and a must never for another."""
    NOT_ENOUGH = "not enough answers"


@dataclass(frozen=True, slots=True)
class PracticeView:
    """What each group says about one practice, and whether that is agreement."""

    item: str
    says: Mapping[Group, str]
    """The option of each group shown, or "mixed"."""
    agreement: Consensus
    covered: bool
    """Whether enough groups are shown for the practice to count."""


@dataclass(frozen=True, slots=True)
class PracticeMap:
    """All the practices, and the share of those covered that are agreed, in percent."""

    practices: tuple[PracticeView, ...]
    covered: int
    agreed: int
    index: int | None
    """Rounded for reading; rules compare the two counts."""


def practice_map(evidence: Evidence) -> PracticeMap:
    """Set the groups' answers about each practice beside each other."""
    views = tuple(
        _view(evidence, item)
        for item in evidence.instrument.practices
        if any(
            evidence.find(group, item.id) is not Missing.NOT_ASKED
            for group in evidence.groups
        )
    )
    covered = sum(view.covered for view in views)
    agreed = sum(view.covered and view.agreement is Consensus.AGREED for view in views)
    index = whole(Fraction(100 * agreed, covered)) if covered else None
    return PracticeMap(views, covered, agreed, index)


def _view(evidence: Evidence, item: PracticeItem) -> PracticeView:
    """Compare the groups that make or break consensus; the others stand beside them."""
    reading = evidence.instrument.reading
    says = {
        group: option
        for group in evidence.groups
        if not isinstance(option := evidence.option(group, item.id), Missing)
    }
    staff = [says[group] for group in reading.practice_groups if group in says]
    covered = len(staff) >= reading.practice_groups_needed
    return PracticeView(item.id, says, _agreement(staff, covered=covered), covered)


def _agreement(staff: list[str], *, covered: bool) -> Consensus:
    """Say how the staff groups stand to a practice; two suffice for a conflict."""
    if {PART, NEVER} <= set(staff):
        return Consensus.HARD_CONFLICT
    if not covered:
        return Consensus.NOT_ENOUGH
    agreed = len(set(staff)) == 1 and MIXED not in staff
    return Consensus.AGREED if agreed else Consensus.DIFFERENT
