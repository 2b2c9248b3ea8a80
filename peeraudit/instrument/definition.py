"""The instrument: who is asked, what is asked, and how what they say is read."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from peeraudit.instrument.frozen import Frozen, Group
from peeraudit.instrument.rules import Condition, Rule, items_named
from peeraudit.instrument.wording import Wording

ItemId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
Page = Annotated[int, Field(ge=1, le=13)]
"""A page of the paper, which has thirteen."""


class Mode(StrEnum):
    """When in the life of a role a team looks at itself."""

    BEFORE_START = "before_start"
    IN_POST = "in_post"
    RE_AUDIT = "re_audit"


class Form(StrEnum):
    """How much is asked: everything, or the items marked core."""

    FULL = "full"
    CORE = "core"


class AgreementItem(Frozen):
    """A statement worded in parallel for each group, answered from 1 to 5 (agree)."""

    kind: Literal["agreement"] = "agreement"
    id: ItemId
    theme: str
    about: str
    """What the statement gets at, for whoever edits it; people read the wording."""
    pages: tuple[Page, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = Field(min_length=1)
    core: bool = False
    reverse: bool = False
    guess: bool = False
    not_parallel_for: tuple[Group, ...] = ()
    """Groups whose wording asks something else: theme gaps leave the item out."""


class PracticeItem(Frozen):
    """A thing that people may do: part of the role, not part of it, or must never."""

    kind: Literal["practice"] = "practice"
    id: ItemId
    pages: tuple[Page, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = Field(min_length=1)
    core: bool = False
    options: tuple[str, ...] = Field(("part", "not_part", "must_never"), min_length=2)
    """In the order in which they are offered."""


class PurposeItem(Frozen):
    """The main reason for having the role: one choice among several."""

    kind: Literal["purpose"] = "purpose"
    id: ItemId
    pages: tuple[Page, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = Field(min_length=1)
    core: bool = True
    options: tuple[str, ...] = Field(min_length=2)


class FactItem(Frozen):
    """One thing about the set-up of the role, filled in once for the team."""

    kind: Literal["fact"] = "fact"
    id: ItemId
    pages: tuple[Page, ...] = ()
    """Empty where the fact is not from the paper but asked of trusts anyway."""
    topic: str
    options: tuple[str, ...] = ()
    smallest: int | None = None
    largest: int | None = None

    @property
    def is_number(self) -> bool:
        """Whether the fact is a whole number rather than one of its options."""
        return not self.options


class CommentItem(Frozen):
    """A free text, asked only where the promise allows comments."""

    kind: Literal["comment"] = "comment"
    id: ItemId
    groups: tuple[Group, ...] = Field(min_length=1)
    longest: int = Field(gt=0, le=4000)
    """In characters."""


Question = AgreementItem | PracticeItem | PurposeItem
"""What is tallied: every kind of item that a group answers from a closed set."""


class ScoreClass(Frozen):
    """A class of scores from ``low`` up to ``high``, and the value it counts as."""

    id: str
    low: int
    high: int
    value: int


PROVED_EDGES = {
    "coarse_classes": frozenset({0, 50, 60, 70}),
    "fine_classes": frozenset({0, 20, 30, 40, 50, 60, 70, 80}),
}
"""Where classes may begin. Cells are proved for these: finer ones give people away."""

FINE_FROM = 10
"""Answers from which ten-point classes are safe (proved by enumeration)."""

SHARES_FROM = 25
"""Answers from which bands of shares are safe (proved by enumeration)."""


class Confidence(Frozen):
    """The word for how sure one can be from ``least`` answers up."""

    id: str
    least: int


class Reading(Frozen):
    """How answers are read: every number here is our judgement, and a setting.

    The paper is qualitative and has no number to set a threshold by; the classes are
    calibrated on the reference teams.
    """

    thresholds: Mapping[str, int]
    """By the name that rules use: scores and gaps of 100 points, shares in percent."""
    coarse_classes: tuple[ScoreClass, ...]
    """For 5 to 9 answers."""
    fine_classes: tuple[ScoreClass, ...]
    """From 10 answers."""
    confidence: tuple[Confidence, ...]
    theme_scores: bool
    """Whether there are enough statements for scores by theme."""
    practice_groups: tuple[Group, ...]
    """Whose answers make or break consensus about a practice."""
    practice_groups_needed: int
    most_priorities: int


class TrustCount(Frozen):
    """A pattern in one team, of which only a count over teams is told."""

    id: ItemId
    about: str
    """What is looked for, for whoever edits it; people read the wording."""
    when: Condition
    pages: tuple[Page, ...] = Field(min_length=1)


class Instrument(Frozen):
    """Everything that an audit asks and how it is read; frozen and hashed at launch."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    version: int = Field(ge=1)
    modes: tuple[Mode, ...] = Field(min_length=1)
    forms: tuple[Form, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = Field(min_length=2)
    guesses: Mapping[Group, Group]
    """Who guesses whom."""
    themes: tuple[str, ...]
    reading: Reading
    items: tuple[AgreementItem, ...]
    practices: tuple[PracticeItem, ...]
    purposes: tuple[PurposeItem, ...]
    facts: tuple[FactItem, ...]
    comments: tuple[CommentItem, ...]
    rules: tuple[Rule, ...]
    trust: tuple[TrustCount, ...] = ()
    """What is counted over teams only: no team is told it of itself."""
    wording: Wording

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every item that is tallied, by id, in the order in which it is asked."""
        asked: tuple[Question, ...] = (*self.items, *self.purposes, *self.practices)
        return {item.id: item for item in asked}

    @cached_property
    def rule(self) -> Mapping[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def fact(self) -> Mapping[str, FactItem]:
        """The facts by id."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def named_by_rules(self) -> frozenset[str]:
        """The items that any rule reads, whether it finds something or not."""
        return frozenset(
            name for rule in self.rules for name in items_named(rule) if name
        )

    def asked(self, group: Group, form: Form) -> Iterator[Question]:
        """Yield what ``group`` is asked in ``form``, without guesses."""
        for item in self.questions.values():
            if group in item.groups and (form is Form.FULL or item.core):
                yield item

    def threshold(self, threshold: int | str) -> int:
        """Return the number behind a threshold's name, or the number itself."""
        if isinstance(threshold, int):
            return threshold
        return self.reading.thresholds[threshold]
