"""Rules as data: conditions on cells, gaps, guesses, practices, purposes and facts.

A condition is one key and what it tests, as a peer lead reads it in ``rules.yaml``::

    all:
      - gap: {item: SE4, higher: other_staff, lower: peer_worker, at_least: notable_gap}
      - guess: {item: SE4, by: other_staff, of: peer_worker, near_own: same_as_own}

Numbers may be written as such or by the name of a threshold of the instrument.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator

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


class Leaf(Frozen):
    """A condition that tests something itself; its one field says what."""

    @property
    def test(self) -> Any:
        """What is tested."""
        return getattr(self, next(iter(type(self).model_fields)))


class All(Frozen):
    """Every one of these conditions."""

    all: tuple["Condition", ...] = Field(min_length=1)


class Some(Frozen):
    """At least one of these conditions."""

    any: tuple["Condition", ...] = Field(min_length=1)


class Score(Leaf):
    """``score: {...}``."""

    score: ScoreTest


class Theme(Leaf):
    """``theme: {...}``."""

    theme: ThemeTest


class ThemeAlike(Leaf):
    """``theme_alike: {...}``."""

    theme_alike: ThemeAlikeTest


class Gap(Leaf):
    """``gap: {...}``."""

    gap: GapTest


class Guess(Leaf):
    """``guess: {...}``."""

    guess: GuessTest


class Purpose(Leaf):
    """``purpose: {...}``."""

    purpose: PurposeTest


class Practice(Leaf):
    """``practice: {...}``."""

    practice: PracticeTest


class Consensus(Leaf):
    """``practice_consensus: {...}``."""

    practice_consensus: ConsensusTest


class Conflict(Leaf):
    """``hard_conflict: {...}``."""

    hard_conflict: ConflictTest


class Fact(Leaf):
    """``fact: {...}``."""

    fact: FactTest


class Ratio(Leaf):
    """``fact_ratio: {...}``."""

    fact_ratio: RatioTest


class Less(Leaf):
    """``fact_less: {...}``."""

    fact_less: LessTest


class NotAsked(Leaf):
    """``not_asked: {...}``."""

    not_asked: NotAskedTest


class Change(Leaf):
    """``change: {...}``."""

    change: ChangeTest


class Found(Leaf):
    """``found: F16``: another rule has found something."""

    found: str


def _key(value: Any) -> str | None:
    """Return the one key that says which condition this is."""
    if isinstance(value, dict):
        return str(next(iter(value))) if len(value) == 1 else None
    return next(iter(type(value).model_fields), None)


Condition = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[Some, Tag("any")]
    | Annotated[Score, Tag("score")]
    | Annotated[Theme, Tag("theme")]
    | Annotated[ThemeAlike, Tag("theme_alike")]
    | Annotated[Gap, Tag("gap")]
    | Annotated[Guess, Tag("guess")]
    | Annotated[Purpose, Tag("purpose")]
    | Annotated[Practice, Tag("practice")]
    | Annotated[Consensus, Tag("practice_consensus")]
    | Annotated[Conflict, Tag("hard_conflict")]
    | Annotated[Fact, Tag("fact")]
    | Annotated[Ratio, Tag("fact_ratio")]
    | Annotated[Less, Tag("fact_less")]
    | Annotated[NotAsked, Tag("not_asked")]
    | Annotated[Change, Tag("change")]
    | Annotated[Found, Tag("found")],
    Discriminator(
        _key,
        custom_error_type="condition",
        custom_error_message=(
            "a condition is one key: all, any, score, theme, theme_alike, gap, guess, "
            "purpose, practice, practice_consensus, hard_conflict, fact, fact_ratio, "
            "fact_less, not_asked, change or found"
        ),
    ),
]

All.model_rebuild()
Some.model_rebuild()


class Kind(StrEnum):
    """What a rule's finding is to the team."""

    FINDING = "finding"
    STRENGTH = "strength"


class Note(Frozen):
    """A sentence added to a finding where a further condition holds."""

    id: str
    when: Condition
    recommend: tuple[str, ...] = ()


class Rule(Frozen):
    """One finding: when it holds, the pages it is traced to, and what it recommends."""

    id: str
    kind: Kind
    about: str
    """What the rule looks for, for whoever edits it; reports use the wording."""
    when: Condition
    pages: tuple[Annotated[int, Field(ge=1, le=13)], ...] = Field(min_length=1)
    recommend: tuple[str, ...] = Field(min_length=1)
    notes: tuple[Note, ...] = ()
    first: int = 0
    """Findings with a higher number stand first in the report, whatever their gap."""


def items_named(rule: Rule) -> Iterator[str]:
    """Yield every item that a rule or its notes read."""
    for part in (rule.when, *(note.when for note in rule.notes)):
        for condition in leaves(part):
            item = getattr(condition.test, "item", None)
            if item is not None:
                yield item


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Yield the conditions that test something, out of all and any."""
    match condition:
        case All(all=parts) | Some(any=parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield condition
