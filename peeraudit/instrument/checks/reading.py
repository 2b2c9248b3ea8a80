"""Whether scores can be read: thresholds that are needed, and classes without holes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from peeraudit.instrument.checks.draft import Draft, Problems
from peeraudit.instrument.definition import PROVED_EDGES, ScoreClass
from peeraudit.instrument.faults import Fault, twice

TOP = 100
"""Scores run from 0 to this, and so do shares in percent."""
EDGES = ("low", "clear_yes", "strong")
"""Where classes begin, so that a rule reads a class as exactly as a score."""
RISING = (
    EDGES,
    ("severe", "low"),
    ("gap_none", "gap_clear"),
    ("notable_gap", "large_gap"),
    ("blind_same", "blind_different"),
)
"""Thresholds that every instrument has, each row from low to high."""


def reading(draft: Draft) -> Iterator[Fault]:
    """Yield what makes scores impossible to read, or to read exactly."""
    if not draft.has("reading"):
        return
    for field, problem in (
        *_thresholds(draft),
        *_needed_thresholds(draft),
        *_classes("coarse_classes", draft),
        *_classes("fine_classes", draft),
        *_confidence(draft),
    ):
        yield draft.head(f"reading.{field}", problem)


def _thresholds(draft: Draft) -> Problems:
    """Yield thresholds that are out of range or in the wrong order."""
    given = draft.instrument.reading.thresholds
    for name, value in given.items():
        if not 0 <= value <= TOP:
            yield f"thresholds.{name}", f"{value} should be from 0 to {TOP}"
    for lower, higher in (pair for row in RISING for pair in pairwise(row)):
        if given.get(lower, 0) > given.get(higher, TOP):
            yield f"thresholds.{lower}", f"should not be above {higher}"


def _needed_thresholds(draft: Draft) -> Problems:
    """Yield thresholds that are missing."""
    given = draft.instrument.reading.thresholds
    for name in {name for row in RISING for name in row}:
        field = f"thresholds.{name}"
        known = draft.has("reading.thresholds", f"reading.{field}")
        if name not in given and known:
            yield field, "is missing: every instrument has this threshold"


def _classes(field: str, draft: Draft) -> Problems:
    """Yield why classes do not tell every score, or not as exactly as rules need."""
    if not draft.has(f"reading.{field}"):
        return
    classes = getattr(draft.instrument.reading, field)
    wrong = (*_cover(classes), *twice(one.id for one in classes))
    for problem in wrong or _finer(classes, PROVED_EDGES[field]):
        yield field, problem
    thresholds = draft.instrument.reading.thresholds
    for name in EDGES:
        if name in thresholds and thresholds[name] not in edges(classes):
            yield (
                field,
                f"should have a class that begins at {name}, {thresholds[name]}",
            )


def edges(classes: Sequence[ScoreClass]) -> frozenset[int]:
    """Return the scores at which classes begin."""
    return frozenset(one.low for one in classes)


def _finer(classes: Sequence[ScoreClass], proved: frozenset[int]) -> Iterator[str]:
    """Yield that classes are finer than those that give nobody away."""
    if finer := sorted(edges(classes) - proved):
        places = ", ".join(map(str, finer))
        yield f"no class may begin at {places}: so fine, it would give people away"


def _cover(classes: Sequence[ScoreClass]) -> Iterator[str]:
    """Yield holes, overlaps and values outside their class."""
    ends = [0, *(one.high for one in classes)]
    for one, end in zip(classes, ends, strict=False):
        if one.low > end:
            yield f"{one.id} leaves a hole from {end} to {one.low}"
        if one.low < end:
            yield f"{one.id} overlaps the class before it, from {one.low} to {end}"
        if not one.low <= one.value <= one.high or one.low == one.high:
            yield f"{one.id} should count as a value from {one.low} to {one.high}"
    if ends[-1] != TOP:
        yield f"the last class should end at {TOP}, not at {ends[-1]}"


def _confidence(draft: Draft) -> Problems:
    """Yield words for confidence that are not in order, or none at all."""
    words = draft.instrument.reading.confidence
    if not words and draft.has("reading.confidence"):
        yield "confidence", "there should be at least one word"
    least = [word.least for word in words]
    if least != sorted(set(least)):
        yield "confidence", "'least' should rise from word to word"
