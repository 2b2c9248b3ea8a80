"""Puts everything that is published together, and tries every world that fits it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.claims import Claim, MeanAmong, MeanFrom, SumAmong
from tests.attacker.explained import is_explained
from tests.attacker.joined import means, packed, possible, sums, unpacked
from tests.attacker.learned import Fact, GapTold, Number, ThemeTold, Told, Total
from tests.attacker.worlds import Worlds, worlds

Claims = frozenset[Claim]
Added = Iterator[tuple[Question, Claim]]
NOTHING: Claims = frozenset()


class NothingFits(AssertionError):
    """What is published cannot be so: the attacker has misread it."""


@dataclass(frozen=True)
class Knower:
    """Somebody who reads what is published, and knows their own answers."""

    name: str
    group: str = ""
    answers: Mapping[Question, int] = field(default_factory=dict)
    """The columns of the answers that this member gave."""

    def own(self, question: Question) -> int | None:
        """Return the own answer to a question, if it was asked of the own group."""
        return self.answers[question] if self.group == question.group else None


OUTSIDER = Knower("an outsider")


@dataclass(frozen=True)
class Known:
    """All that somebody knows of the answers to one question."""

    numbers: tuple[int, ...]
    """How many people there can be."""
    options: int
    claims: Claims
    own: int | None = None


def fitting(known: Known) -> Worlds:
    """Return the worlds that fit what is known, the knower in them."""
    found = _told_of(known.numbers, known.options, known.claims)
    if known.own is not None:
        found = found[found[:, known.own] > 0]
    if not len(found):
        raise NothingFits(str(known))
    return found


@lru_cache(maxsize=256)
def _told_of(numbers: tuple[int, ...], options: int, claims: Claims) -> Worlds:
    """Return the worlds that fit what everyone is told."""
    found = worlds(numbers, options)
    for claim in claims:
        found = found[claim.fits(found)]
    return found


@dataclass(frozen=True)
class Attack:
    """All that is published of a team, read and put together."""

    catalogue: Catalogue
    facts: frozenset[Fact]

    @cached_property
    def told(self) -> Mapping[Question, Claims]:
        """Everything that is told of each question."""
        found: dict[Question, set[Claim]] = {}
        for each in self.facts:
            if isinstance(each, Told):
                found.setdefault(each.question, set()).add(each.claim)
        return {question: frozenset(claims) for question, claims in found.items()}

    @cached_property
    def numbers(self) -> Mapping[str, tuple[int, ...]]:
        """How many of each group can have answered."""
        can_be: dict[str, set[int]] = {}
        for each in self.facts:
            if isinstance(each, Number):
                below = range(min(each.asked, self.catalogue.floor - 1) + 1)
                told = set(below) if each.answered is None else {each.answered}
                can_be[each.group] = can_be.get(each.group, told) & told
        return {group: tuple(sorted(numbers)) for group, numbers in can_be.items()}

    @cached_property
    def unexplained(self) -> frozenset[Fact]:
        """Numbers of anonymous groups that do not follow from the classes told."""
        return frozenset(
            each
            for each in self.facts
            if isinstance(each, ThemeTold | GapTold)
            and getattr(each, "group", "") not in self.catalogue.open
            and not is_explained(each, self.told, self.catalogue)
        )

    def known(self, question: Question, knower: Knower, joined: Claims) -> Known:
        """Return all that somebody knows of a question."""
        return Known(
            self.numbers[question.group],
            len(self.catalogue.options(question.item)),
            self.told.get(question, NOTHING) | joined,
            knower.own(question),
        )

    @cached_property
    def joining(self) -> tuple[ThemeTold | Total, ...]:
        """Numbers over several items or groups that say more than classes do."""
        themes = (each for each in self.unexplained if isinstance(each, ThemeTold))
        totals = (each for each in self.facts if isinstance(each, Total))
        return (*(each for each in themes if each.part == "score"), *totals)

    def joined(self, knower: Knower) -> Mapping[Question, Claims]:
        """Return what numbers over several items or groups add."""
        found: dict[Question, set[Claim]] = {}
        for each in self.joining:
            for question, claim in self._added(each, knower):
                found.setdefault(question, set()).add(claim)
        return {question: frozenset(claims) for question, claims in found.items()}

    def _added(self, number: ThemeTold | Total, knower: Knower) -> Added:
        """Return what one such number adds to what is told of single questions."""
        if isinstance(number, Total):
            return self._from_total(number, knower)
        return self._from_theme(number, knower)

    def _from_theme(self, score: ThemeTold, knower: Knower) -> Added:
        """Yield what a score on a theme adds that is no function of the classes."""
        questions = [
            question
            for question in self.catalogue.theme_questions(score.group, score.theme)
            if any(isinstance(c, MeanFrom) for c in self.told.get(question, NOTHING))
        ]
        parts = [means(self._fitting(each, knower)) for each in questions]
        low, high = score.value - score.within, score.value + score.within
        kept = possible(parts, len(parts) * low, len(parts) * high)
        for question, values in zip(questions, kept, strict=True):
            yield question, MeanAmong(frozenset(values))

    def _from_total(self, total: Total, knower: Knower) -> Added:
        """Yield what a number over all groups adds."""
        questions = [
            each
            for each in self.catalogue.questions
            if each.item == total.item and not each.about
        ]
        parts = [sums(self._fitting(each, knower)) for each in questions]
        low, high = (
            packed(total.answers * end, total.answers)
            for end in (total.low, total.high)
        )
        kept = possible(parts, low, high)
        for question, values in zip(questions, kept, strict=True):
            yield question, SumAmong(frozenset(unpacked(values)))

    def _fitting(self, question: Question, knower: Knower) -> Worlds:
        """Return the worlds of a question by itself that fit."""
        return fitting(self.known(question, knower, NOTHING))
