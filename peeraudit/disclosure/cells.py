"""Cells: the only form in which anything that people said is ever released."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group


class Alike(StrEnum):
    """Whether a group's answers lie together (r*_WG at least .3) or apart."""

    ALIKE = "alike"
    SPREAD = "spread"


class DontKnow(StrEnum):
    """How many of a group do not know, of everyone who answered."""

    HALF_OR_MORE = "half_or_more"
    FEWER = "fewer"


class Reason(StrEnum):
    """Why something is withheld: always numbers or the promise, never the answers."""

    FEW_PEOPLE = "few_people"
    """Fewer people of the group answered than the floor."""
    FEW_ANSWERS = "few_answers"
    """The group is at the floor, but fewer answered this question."""
    PROMISE = "promise"
    """The promise shows this group only in a view over several teams."""
    NOBODY = "nobody"
    """No one of a group that is openly named answered."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Bands of ten percent, each by its lower end: 0 is 0 to 9, and 90 is 90 to 100."""

    disagree: int
    neither: int
    agree: int


@dataclass(frozen=True, slots=True)
class ClassReading:
    """The class that a group's score lies in."""

    score_class: str
    alike: Alike | None = None
    """From 5 to 9 answers, below the highest class only."""
    shares: Shares | None = None
    """From 25 answers."""
    kind: Literal["class"] = "class"


@dataclass(frozen=True, slots=True)
class ExactReading:
    """The score of a group that answers openly: ``points`` over ``answers``."""

    points: int
    """The sum of (answer - 1) x 25."""
    answers: int
    kind: Literal["exact"] = "exact"


@dataclass(frozen=True, slots=True)
class ModalReading:
    """What most of a group (60 %) say about a practice; none where they are mixed."""

    option: str | None
    kind: Literal["modal"] = "modal"


@dataclass(frozen=True, slots=True)
class CommonestReading:
    """The commonest first choice of purpose; none where two are level."""

    option: str | None
    kind: Literal["commonest"] = "commonest"


@dataclass(frozen=True, slots=True)
class AnsweredReading:
    """What a group that answers openly said about a practice or a purpose."""

    options: Mapping[str, int]
    kind: Literal["answered"] = "answered"


Reading = (
    ClassReading | ExactReading | ModalReading | CommonestReading | AnsweredReading
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What may be shown of one group's answers to one question."""

    group: Group
    item: str
    about: Group | None
    """The group whose answer is guessed, for a guess."""
    reading: Reading
    dont_know: DontKnow
    kind: Literal["item"] = "item"


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """The score on a theme of a group that answers openly."""

    group: Group
    theme: str
    points: int
    """The mean over the theme's items of the group's exact scores, in hundredths."""
    items: int
    """How many of the theme's items were answered."""
    kind: Literal["theme"] = "theme"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that is not shown: a group, or one question to it."""

    group: Group
    reason: Reason
    item: str | None = None
    about: Group | None = None
    dont_know: DontKnow | None = None


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many of a group were asked and answered: the one n of a release."""

    group: Group
    mode: GroupMode
    asked: int
    answered: int | None
    """Exact from the floor up and for open groups; none for "fewer than" the floor."""


@dataclass(frozen=True, slots=True)
class Cells:
    """All that may be shown of an audit's answers."""

    groups: tuple[GroupCount, ...]
    cells: tuple[Cell | ThemeCell, ...]
    withheld: tuple[Withheld, ...]
