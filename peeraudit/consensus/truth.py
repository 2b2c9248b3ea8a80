"""Three-valued logic: a condition holds, does not hold, or cannot be told, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from peeraudit.consensus.evidence import Missing
from peeraudit.instrument.frozen import Group

Truth = bool | Missing


@dataclass(frozen=True, slots=True)
class Basis:
    """One thing that a finding rests on: a cell, theme, fact, practice, or finding."""

    kind: str
    id: str
    group: Group | None = None
    about: Group | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a condition holds, what that rests on, and the largest gap it saw."""

    truth: Truth
    rests_on: tuple[Basis, ...]
    gap: int | None = None


def every(outcomes: Sequence[Outcome]) -> Outcome:
    """All of these: false where any is, else unknown where any is."""
    truths = [each.truth for each in outcomes]
    if False in truths:
        return _joined([each for each in outcomes if each.truth is False], truth=False)
    return _joined(outcomes, truth=_unknown(truths) or True)


def some(outcomes: Sequence[Outcome]) -> Outcome:
    """At least one of these: true where any is, else unknown where any is."""
    truths = [each.truth for each in outcomes]
    if True in truths:
        return _joined([each for each in outcomes if each.truth is True], truth=True)
    return _joined(outcomes, truth=_unknown(truths) or False)


def _unknown(truths: Sequence[Truth]) -> Missing | None:
    """Return why a whole is unknown: not asked only where nothing else is missing."""
    missing = [each for each in truths if isinstance(each, Missing)]
    if not missing:
        return None
    unasked = all(each is Missing.NOT_ASKED for each in missing)
    return Missing.NOT_ASKED if unasked else Missing.NOT_ENOUGH


def _joined(outcomes: Sequence[Outcome], *, truth: Truth) -> Outcome:
    """Put what several outcomes rest on together, each thing once."""
    rests_on = dict.fromkeys(basis for each in outcomes for basis in each.rests_on)
    gaps = [each.gap for each in outcomes if each.gap is not None]
    return Outcome(truth, tuple(rests_on), max(gaps, default=None))
