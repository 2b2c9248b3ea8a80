"""A team: who is asked under what, and what each person answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.attacker.catalogue import Question

UNSURE, SKIPPED = "dont_know", "skipped"
"""The answers that are none, beside an item's options."""

Person = Mapping[Question, str]
"""What one person answers; statements turned, so that high is good for the role."""
Says = Callable[[Question, int], str]
"""What the person of a number answers to a question."""


@dataclass(frozen=True)
class Team:
    """One team, and everything that decides what is published of it."""

    name: str
    people: Mapping[str, tuple[Person, ...]]
    asked: Mapping[str, int]
    modes: Mapping[str, str] = field(default_factory=dict)
    floor: int = 5
    form: str = "full"
    instrument: str = "role-adoption"
