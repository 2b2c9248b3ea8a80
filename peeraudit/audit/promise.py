"""The privacy promise: what everyone is told, locked at launch, loosened never."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from peeraudit.instrument.frozen import Group

GRACE = timedelta(hours=1)
"""How long after the closing time a draft may be submitted (our judgement)."""

SCREENING = timedelta(days=14)
"""How long comments wait to be read before they are destroyed (our judgement)."""

COMMENTS_FROM = 10
"""Answers from which comments are shown, over the groups whose number is told."""

POOLED_FROM_TEAMS = 3
"""Teams that a view over teams needs, so that no two can work each other out."""

POOLED_FROM_ANSWERS = 10
"""Answers that it needs: from so many, cells tell ten-point classes."""

KEPT_FOR_POOLING_MONTHS = 24
"""After so many months, sealed counts that no pooled view took are destroyed."""

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
    changed: int | None = None
    """How many joined or left since the team's last audit; none where nobody knows."""
    shared_link: bool = False
    """Whether all start from one link, so that one person could answer twice."""

    @property
    def sheets(self) -> int:
        """How many questionnaires the group can hand in."""
        return 1 if self.mode is GroupMode.JOINT_SHEET else self.asked


def can_share_link(each: GroupPromise) -> bool:
    """Say whether a group may start from one link: only those whom nobody can list."""
    return each.group is Group.PERSON_USING_SERVICE and not each.mode.is_open


@dataclass(frozen=True)
class Promise:
    """The privacy settings of an audit."""

    floor: int
    closes_at: datetime
    """In UTC; people read it as London time."""
    groups: tuple[GroupPromise, ...]
    pooling: bool = False
    """Whether groups that are not shown here may count in a view over teams."""
    comments_read_by: str = ""
    """Who outside the team reads comments first; empty where none are asked for."""

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
        for each in self.groups:
            self._refuse_unfitting_mode(each)

    def _refuse_unfitting_mode(self, each: GroupPromise) -> None:
        """Leave those who can be anonymous so, and keep modes to what they are for."""
        mode = each.mode.replace("_", " ")
        if each.mode.is_open and each.asked >= self.floor:
            raise ValueError(
                f"{each.asked} people can be anonymous: {mode} is for fewer than "
                f"{self.floor}"
            )
        if each.mode is GroupMode.JOINT_SHEET and each.asked == 1:
            raise ValueError("one person fills in no sheet together: use attributed")
        if each.mode is GroupMode.POOLED_ONLY and not self.pooling:
            raise ValueError("pooled only needs an audit with pooling")
        if each.shared_link and not can_share_link(each):
            raise ValueError("only people who use the service may share a link")

    @cached_property
    def group(self) -> Mapping[Group, GroupPromise]:
        """The groups that are asked, by id."""
        return {each.group: each for each in self.groups}

    @property
    def comments(self) -> bool:
        """Whether people may write a comment."""
        return bool(self.comments_read_by)

    @cached_property
    def commenting(self) -> frozenset[Group]:
        """The groups whose people may write one: all that this report can show."""
        return frozenset(
            each.group
            for each in self.groups
            if self.comments and each.mode is not GroupMode.POOLED_ONLY
        )

    @property
    def shared_links(self) -> tuple[Group, ...]:
        """The groups that start from one link."""
        return tuple(each.group for each in self.groups if each.shared_link)

    def offers_choice(self, group: Group) -> bool:
        """Say whether each person chooses between this team's report and pooling."""
        return self.pooling and self.group[group].mode is GroupMode.ANONYMOUS

    @property
    def last_submission(self) -> datetime:
        """When the grace hour ends and the audit may be closed."""
        return self.closes_at + GRACE
