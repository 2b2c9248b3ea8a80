"""What a rule can test: a frozen value for each kind of test, as in ``rules.yaml``."""

from typing import Self

from pydantic import Field, model_validator

from peeraudit.instrument.frozen import Frozen, Group

Threshold = int | str
"""Points of 100, or percent; or the name of a threshold in ``instrument.yaml``."""


class Bounds(Frozen):
    """A test that a number passes: below one threshold, or at least another."""

    below: Threshold | None = None
    at_least: Threshold | None = None

    @model_validator(mode="after")
    def one_bound(self) -> Self:
        """Refuse a test with no bound or with two."""
        if (self.below is None) == (self.at_least is None):
            raise ValueError("give either below or at_least")
        return self


class ScoreTest(Bounds):
    """The score of one group on one item."""

    group: Group
    item: str


class ThemeTest(Bounds):
    """The score of one group on one theme."""

    group: Group
    theme: str


class ThemeAlikeTest(Frozen):
    """All groups shown score ``at_least`` so much, and lie ``within`` so much."""

    theme: str
    at_least: Threshold
    within: Threshold


class GapTest(Frozen):
    """By how much one group scores higher than another on an item."""

    item: str
    higher: Group
    lower: Group
    at_least: Threshold | None = None
    within: Threshold | None = None

    @model_validator(mode="after")
    def one_test(self) -> Self:
        """Refuse a gap that is tested in no way or in two."""
        if (self.at_least is None) == (self.within is None):
            raise ValueError("give either at_least or within")
        return self


class GuessTest(Frozen):
    """Whether a group's guess of another lies near what the group itself says."""

    item: str
    by: Group
    of: Group
    near_own: Threshold


class PurposeTest(Frozen):
    """Whether a group's commonest first choice of purpose is one of these."""

    item: str
    group: Group
    any_of: tuple[str, ...] = Field(min_length=1)


class PracticeTest(Frozen):
    """Whether most of a group do not give this answer about a practice."""

    item: str
    group: Group
    is_not: str


class ConsensusTest(Frozen):
    """The share of practices on which the groups agree, in percent."""

    below: Threshold


class ConflictTest(Frozen):
    """Whether a practice is part of it for one group, and must never for another."""

    part: str
    never: str


class FactTest(Frozen):
    """What the set-up facts say: one of these options, or a number at least so high."""

    fact: str
    any_of: tuple[str, ...] = ()
    at_least: int | None = None

    @model_validator(mode="after")
    def one_test(self) -> Self:
        """Refuse a fact that is tested in no way or in two."""
        if bool(self.any_of) == (self.at_least is not None):
            raise ValueError("give either any_of or at_least")
        return self


class RatioTest(Frozen):
    """One number among the facts as a share of another, in percent."""

    of: str
    to: str
    below: Threshold


class LessTest(Frozen):
    """Whether one number among the facts is less than another."""

    fact: str
    than: str


class NotAskedTest(Frozen):
    """Whether a group was not asked at all."""

    group: Group


class ChangeTest(Frozen):
    """By how much a group's score rose since the audit before this one."""

    group: Group
    item: str
    at_least: Threshold
