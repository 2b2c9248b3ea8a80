"""The privacy promise: what everyone is told, locked at launch, loosened never."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from peeraudit.instrument.frozen import Group

GRACE = timedelta(hours=1)
"""How long after the closing time a draft may be submitted (our judgement)."""

FLOORS: Mapping[int, str] = {
    5: "the usual floor of staff surveys, and the least that can be proved safe here",
    8: "as NHS England shows no mean of fewer than eight",
    10: "as secure research environments ask",
    11: "as the NHS Staff Survey shows no team of fewer than eleven",
}
"""The floors on offer: below 5 no class can be proved safe, so none is lower."""


class GroupMode(StrEnum):
    """Under what a group answers."""

    ANONYMOUS = "anonymous"
    ATTRIBUTED = "attributed"
    JOINT_SHEET = "joint_sheet"
    POOLED_ONLY = "pooled_only"

    @property
    def is_open(self) -> bool:
        """Whether no anonymity is claimed, and everyone is told so first."""
        return self in {GroupMode.ATTRIBUTED, GroupMode.JOINT_SHEET}


@dataclass(frozen=True, slots=True)
class GroupPromise:
    """How many people of one group are asked, and under what."""

    group: Group
    asked: int
    mode: GroupMode = GroupMode.ANONYMOUS


@dataclass(frozen=True)
class Promise:
    """The privacy settings of an audit."""

    floor: int
    closes_at: datetime
    """In UTC; people read it as London time."""
    groups: tuple[GroupPromise, ...]
    comments: bool = False

    def __post_init__(self) -> None:
        """Refuse a promise that could not be kept."""
        if self.floor not in FLOORS:
            raise ValueError(f"the floor is one of {', '.join(map(str, FLOORS))}")
        if self.closes_at.tzinfo is None:
            raise ValueError("the closing time needs a time zone")
        if len({each.group for each in self.groups}) < len(self.groups):
            raise ValueError("a group is named twice")
        if any(each.asked < 1 for each in self.groups):
            raise ValueError("a group that is asked has at least one person")
        self._refuse_needless_openness()

    def _refuse_needless_openness(self) -> None:
        """Leave those who can be anonymous so: openness is for those too few."""
        for each in self.groups:
            if each.mode is GroupMode.ATTRIBUTED and each.asked >= self.floor:
                raise ValueError(
                    f"{each.asked} people can be anonymous: attributed is for fewer "
                    f"than {self.floor}"
                )

    @cached_property
    def group(self) -> Mapping[Group, GroupPromise]:
        """The groups that are asked, by id."""
        return {each.group: each for each in self.groups}

    @property
    def last_submission(self) -> datetime:
        """When the grace hour ends and the audit may be closed."""
        return self.closes_at + GRACE
