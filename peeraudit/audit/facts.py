"""The set-up facts of a team: what is so, whoever is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peeraudit.instrument.definition import FactItem, Instrument

DONT_KNOW = "dont_know"
"""How "I do not know yet" is written: an answer, unlike leaving a fact out."""


class Unknown(StrEnum):
    """Why a fact has no value."""

    DONT_KNOW = "dont_know"
    NOT_GIVEN = "not_given"


@dataclass(frozen=True, slots=True)
class Facts:
    """Options and whole numbers by fact, or :data:`DONT_KNOW`."""

    answers: Mapping[str, str | int] = field(default_factory=dict)

    def value(self, fact: str) -> str | int | Unknown:
        """Return what is known of a fact, or why nothing is."""
        answer = self.answers.get(fact, Unknown.NOT_GIVEN)
        return Unknown.DONT_KNOW if answer == DONT_KNOW else answer


def faults(facts: Facts, instrument: Instrument) -> Iterator[str]:
    """Yield one line for each fact that the instrument does not ask so."""
    for name, answer in facts.answers.items():
        item = instrument.fact.get(name)
        if item is None:
            yield f"{name}: this instrument has no such fact"
        elif answer != DONT_KNOW and (wrong := _wrong(item, answer)):
            yield f"{name}: {wrong}, or {DONT_KNOW}"


def _wrong(item: FactItem, answer: str | int) -> str:
    """Say what would be right for ``item``, or nothing where ``answer`` is."""
    if not item.is_number:
        right = answer in item.options
        return "" if right else f"{answer!r} should be one of {', '.join(item.options)}"
    low, high = item.smallest or 0, item.largest
    right = (
        isinstance(answer, int)
        and not isinstance(answer, bool)
        and low <= answer
        and (high is None or answer <= high)
    )
    bounds = f"from {low} to {high}" if high is not None else f"of {low} or more"
    return "" if right else f"{answer!r} should be a whole number {bounds}"
