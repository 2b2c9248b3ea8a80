"""Computes scores on themes, and gaps, from classes alone: such numbers add nothing."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor

from tests.attacker.catalogue import Catalogue, Question, ScoreClass
from tests.attacker.claims import Claim, MeanFrom
from tests.attacker.learned import GapTold, ThemeTold

Claims = Mapping[Question, frozenset[Claim]]


def is_explained(
    number: ThemeTold | GapTold, told: Claims, catalogue: Catalogue
) -> bool:
    """Say whether a number follows from the classes that are told anyway."""
    match number:
        case GapTold():
            gaps = [
                one.value - other.value
                for one, other in _pairs(number, told, catalogue)
            ]
            return bool(gaps) and number.value == nearest(_mean(gaps))
        case ThemeTold(group, theme, part, value, within):
            questions = catalogue.theme_questions(group, theme)
            ends = {"score": "value"}.get(part, part)
            parts = [getattr(c, ends) for c in _classes(questions, told, catalogue)]
            # Places in a picture are rounded; numbers in words are as they are.
            near = within if within < Fraction(1, 20) else 0
            return bool(parts) and abs(value - nearest(_mean(parts))) <= near


def nearest(number: Fraction) -> int:
    """Round half up."""
    return floor(number + Fraction(1, 2))


def _mean(numbers: list[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0)) / len(numbers)


def _classes(
    questions: tuple[Question, ...], told: Claims, catalogue: Catalogue
) -> Iterator[ScoreClass]:
    """Yield the classes of those questions that are shown."""
    for question in questions:
        if found := _class(question, told, catalogue):
            yield found


def _class(question: Question, told: Claims, catalogue: Catalogue) -> ScoreClass | None:
    """Return the class, or the exact score of an open group, that is told."""
    known = {**catalogue.classes("fine"), **catalogue.classes("coarse")}
    for claim in told.get(question, frozenset()):
        if isinstance(claim, MeanFrom):
            if claim.low == claim.high:
                return ScoreClass(claim.low, claim.low, claim.low)
            if found := known.get((claim.low, claim.high)):
                return found
    return None


def _pairs(
    gap: GapTold, told: Claims, catalogue: Catalogue
) -> Iterator[tuple[ScoreClass, ScoreClass]]:
    """Yield the classes of both groups, for what both were asked alike."""
    for question in catalogue.theme_questions(gap.higher, gap.theme):
        unlike = catalogue.items[question.item]["not_parallel_for"]
        if not {gap.higher, gap.lower} & set(unlike):
            one = _class(question, told, catalogue)
            other = _class(Question(gap.lower, question.item), told, catalogue)
            if one and other:
                yield one, other
