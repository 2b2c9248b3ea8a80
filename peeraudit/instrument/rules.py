"""Rules as data: conditions on cells, gaps, guesses, practices, purposes and facts.

A condition is one key and what it tests, as a peer lead reads it in ``rules.yaml``::

    all:
      - gap: {item: SE4, higher: other_staff, lower: peer_worker, at_least: notable_gap}
      - guess: {item: SE4, by: other_staff, of: peer_worker, near_own: same_as_own}

Numbers may be written as such or by the name of a threshold of the instrument.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from peeraudit.instrument import tested
from peeraudit.instrument.frozen import Frozen

Bounds = tested.Bounds
"""A test of one number, for whoever asks whether it is passed."""


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

    score: tested.ScoreTest


class Theme(Leaf):
    """``theme: {...}``."""

    theme: tested.ThemeTest


class ThemeAlike(Leaf):
    """``theme_alike: {...}``."""

    theme_alike: tested.ThemeAlikeTest


class Gap(Leaf):
    """``gap: {...}``."""

    gap: tested.GapTest


class Guess(Leaf):
    """``guess: {...}``."""

    guess: tested.GuessTest


class Purpose(Leaf):
    """``purpose: {...}``."""

    purpose: tested.PurposeTest


class Practice(Leaf):
    """``practice: {...}``."""

    practice: tested.PracticeTest


class Consensus(Leaf):
    """``practice_consensus: {...}``."""

    practice_consensus: tested.ConsensusTest


class Conflict(Leaf):
    """``hard_conflict: {...}``."""

    hard_conflict: tested.ConflictTest


class Fact(Leaf):
    """``fact: {...}``."""

    fact: tested.FactTest


class Ratio(Leaf):
    """``fact_ratio: {...}``."""

    fact_ratio: tested.RatioTest


class Less(Leaf):
    """``fact_less: {...}``."""

    fact_less: tested.LessTest


class NotAsked(Leaf):
    """``not_asked: {...}``."""

    not_asked: tested.NotAskedTest


class Change(Leaf):
    """``change: {...}``."""

    change: tested.ChangeTest


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
