"""Who misreads whom: what a group thinks another would say, beside what it does say.

States are named after Scheff 1967 as in Seltzer and Mitrook 2009, per item and
direction: a team can be wrong about one thing and right about the next (the paper,
p.7 and 12).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from peeraudit.consensus.evidence import Evidence, Missing, Score
from peeraudit.instrument.frozen import Group


class State(StrEnum):
    """How what is thought lies beside what is so."""

    TRUE_CONSENSUS = "true consensus"
    """They agree, and the group knows it."""
    TRUE_DISSENSUS = "true dissensus"
    """They differ, and the group knows it."""
    FALSE_CONSENSUS = "false consensus"
    """They differ, and the group thinks that they agree: a blind spot."""
    FALSE_CONFLICT = "false conflict"
    """They agree, and the group thinks that they differ."""
    UNCERTAIN = "uncertain"
    """Not enough to say."""


class Distance(StrEnum):
    """Whether two scores are the same, different, or neither for sure."""

    SAME = "same"
    HIGHER = "higher"
    LOWER = "lower"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """What ``by`` thinks ``of`` would say about one item, and what state that is."""

    item: str
    by: Group
    of: Group
    state: State


def blind_spots(
    evidence: Evidence, others: Evidence | None = None
) -> Iterator[BlindSpot]:
    """Yield a state for every guess that was asked.

    Parameters
    ----------
    evidence
        What those who guess say.
    others
        What those who are guessed say, where that is told elsewhere: in a view over
        several teams.
    """
    others, instrument = others or evidence, evidence.instrument
    for item in instrument.items:
        for by, of in instrument.guesses.items():
            guessed = evidence.find(by, item.id, of), others.find(of, item.id)
            if item.guess and Missing.NOT_ASKED not in guessed:
                found = state(evidence, item.id, by, of, others)
                yield BlindSpot(item.id, by, of, found)


def state(
    evidence: Evidence,
    item: str,
    by: Group,
    of: Group,
    others: Evidence | None = None,
) -> State:
    """Set the gap that is beside the gap that is thought to be."""
    own = evidence.score(by, item)
    guess = evidence.score(by, item, of)
    actual = (others or evidence).score(of, item)
    if (
        isinstance(own, Missing)
        or isinstance(guess, Missing)
        or isinstance(actual, Missing)
    ):
        return State.UNCERTAIN
    real = _distance(evidence, own, actual)
    thought = _distance(evidence, own, guess)
    if Distance.UNCERTAIN in (real, thought):
        return State.UNCERTAIN
    if real is Distance.SAME:
        same = thought is Distance.SAME
        return State.TRUE_CONSENSUS if same else State.FALSE_CONFLICT
    # To expect a difference the wrong way round is a blind spot too.
    return State.TRUE_DISSENSUS if real is thought else State.FALSE_CONSENSUS


def _distance(evidence: Evidence, own: Score, other: Score) -> Distance:
    """Compare two scores: the same within 10 points, different from 20."""
    gap: Fraction = own.value - other.value
    if abs(gap) <= evidence.instrument.threshold("blind_same"):
        return Distance.SAME
    if abs(gap) < evidence.instrument.threshold("blind_different"):
        return Distance.UNCERTAIN
    return Distance.HIGHER if gap > 0 else Distance.LOWER
