"""How sure one can be of a finding: a word for the fewest answers that it rests on."""

from collections.abc import Iterable, Iterator

from peeraudit.consensus.evidence import Evidence
from peeraudit.consensus.truth import Basis
from peeraudit.disclosure.cells import Cell
from peeraudit.instrument.frozen import Group


def confidence(rests_on: Iterable[Basis], evidence: Evidence) -> str | None:
    """Return the instrument's word; none where only facts decide."""
    least = min(_answers(rests_on, evidence), default=None)
    if least is None:
        return None
    words = sorted(evidence.instrument.reading.confidence, key=lambda each: each.least)
    fitting = [each.id for each in words if each.least <= least]
    return fitting[-1] if fitting else words[0].id


def _answers(rests_on: Iterable[Basis], evidence: Evidence) -> Iterator[int]:
    """Yield the numbers of answers that a finding rests on, as far as they are told.

    A group's number, and less where a statement is told as coarsely as few answers are;
    for what a group said in the round before, as in that round.
    """
    for basis in rests_on:
        told = evidence.earlier if basis.kind == "earlier" else evidence
        if told is not None:
            yield from _answers_to(basis, told)


def _answers_to(basis: Basis, evidence: Evidence) -> Iterator[int]:
    """Yield the numbers of answers behind one thing, in the audit that tells it."""
    numbers = {count.group: count.answered for count in evidence.cells.groups}
    for group in _groups(basis, evidence):
        if (answered := numbers.get(group)) is not None:
            yield answered
    for cell in _cells(basis, evidence):
        if (most := evidence.most_answers(cell)) is not None:
            yield most


def _groups(basis: Basis, evidence: Evidence) -> tuple[Group, ...]:
    """Return whose answers a finding rests on."""
    if basis.kind == "practices" or (basis.kind == "practice" and not basis.group):
        return evidence.instrument.reading.practice_groups
    if basis.kind == "group" or basis.group is None:
        return ()
    return (basis.group,)


def _cells(basis: Basis, evidence: Evidence) -> Iterator[Cell]:
    """Yield the statements that a finding rests on."""
    if basis.group is None or basis.kind not in {"cell", "earlier", "theme"}:
        return
    items = (
        evidence.theme_items(basis.group, basis.id)
        if basis.kind == "theme"
        else (basis.id,)
    )
    for item in items:
        cell = evidence.find(basis.group, item, basis.about)
        if isinstance(cell, Cell):
            yield cell
