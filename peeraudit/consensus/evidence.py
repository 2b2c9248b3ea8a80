"""Everything a rule may look at: cells and facts, and why anything else is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from peeraudit.audit.facts import Facts
from peeraudit.disclosure.cells import (
    AnsweredReading,
    Cell,
    Cells,
    ClassReading,
    CommonestReading,
    ExactReading,
    ModalReading,
    ThemeCell,
)
from peeraudit.disclosure.disclose import HUNDREDTHS
from peeraudit.instrument.definition import (
    FINE_FROM,
    SHARES_FROM,
    AgreementItem,
    Instrument,
    ScoreClass,
)
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys


class Missing(StrEnum):
    """Why something cannot be said."""

    NOT_ENOUGH = "not enough answers"
    NOT_ASKED = "not asked"


MIXED = "mixed"
"""A practice on which no answer has most of a group, or purposes that are level."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score that counts as ``value`` and lies from ``low`` to ``high``."""

    value: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class Evidence:
    """The cells of one audit and its facts, as rules look things up in them."""

    asking: Asking
    facts: Facts
    cells: Cells
    earlier: "Evidence | None" = None
    """The audit of the same team before this one, where there is one."""

    @property
    def instrument(self) -> Instrument:
        """What was asked."""
        return self.asking.instrument

    @cached_property
    def _cell(self) -> Mapping[tuple[Group, QuestionKey], Cell]:
        """The cells by group and question."""
        return {
            (cell.group, QuestionKey(cell.item, cell.about)): cell
            for cell in self.cells.cells
            if isinstance(cell, Cell)
        }

    @cached_property
    def _asked(self) -> Mapping[Group, frozenset[QuestionKey]]:
        """What each group was asked."""
        return {
            group: frozenset(keys(self.asking, group)) for group in self.asking.groups
        }

    @cached_property
    def _coarse(self) -> Mapping[str, ScoreClass]:
        """The classes for few answers, by id."""
        return {each.id: each for each in self.instrument.reading.coarse_classes}

    @cached_property
    def _fine(self) -> Mapping[str, ScoreClass]:
        """The classes for more answers, by id; some have the id of a coarse one."""
        return {each.id: each for each in self.instrument.reading.fine_classes}

    def _is_coarse(self, reading: ClassReading) -> bool:
        """Say whether a class is of few answers, which alone are called alike."""
        return reading.alike is not None or reading.score_class not in self._fine

    def most_answers(self, cell: Cell) -> int | None:
        """Return how many answers a statement has at most, by how finely it is told."""
        match cell.reading:
            case ClassReading() as reading if self._is_coarse(reading):
                return FINE_FROM - 1
            case ClassReading(shares=None):
                return SHARES_FROM - 1
            case _:
                return None

    def find(
        self, group: Group, item: str, about: Group | None = None
    ) -> Cell | Missing:
        """Return a cell, or why there is none."""
        key = QuestionKey(item, about)
        if key not in self._asked.get(group, ()):
            return Missing.NOT_ASKED
        return self._cell.get((group, key), Missing.NOT_ENOUGH)

    def score(
        self, group: Group, item: str, about: Group | None = None
    ) -> Score | Missing:
        """Return what a group's score on a statement counts as."""
        cell = self.find(group, item, about)
        if isinstance(cell, Missing):
            return cell
        match cell.reading:
            case ClassReading(score_class=name) as reading:
                found = (self._coarse if self._is_coarse(reading) else self._fine)[name]
                return Score(
                    Fraction(found.value), Fraction(found.low), Fraction(found.high)
                )
            case ExactReading(points=points, answers=answers):
                exact = Fraction(points, answers)
                return Score(exact, exact, exact)
            case _:
                raise TypeError(f"{item} is no statement")

    def option(self, group: Group, item: str) -> str | Missing:
        """Return what most of a group say of a practice or purpose, or mixed."""
        cell = self.find(group, item)
        if isinstance(cell, Missing):
            return cell
        match cell.reading:
            case ModalReading(option=option) | CommonestReading(option=option):
                return option or MIXED
            case AnsweredReading(options=options):
                return _most(options) or MIXED
            case _:
                raise TypeError(f"{item} is a statement")

    @cached_property
    def _theme_cell(self) -> Mapping[tuple[Group, str], ThemeCell]:
        """The theme cells of groups that answer openly."""
        return {
            (cell.group, cell.theme): cell
            for cell in self.cells.cells
            if isinstance(cell, ThemeCell)
        }

    def theme(self, group: Group, theme: str) -> Score | Missing:
        """Return a group's mean over a theme, where at least half of it is shown."""
        if not self.instrument.reading.theme_scores:
            return Missing.NOT_ASKED
        if cell := self._theme_cell.get((group, theme)):
            exact = Fraction(cell.points, HUNDREDTHS)
            return Score(exact, exact, exact)
        asked = self.theme_items(group, theme)
        scores = [
            score
            for item in asked
            if isinstance(score := self.score(group, item), Score)
        ]
        if not asked:
            return Missing.NOT_ASKED
        if not scores or 2 * len(scores) < len(asked):
            return Missing.NOT_ENOUGH
        return Score(
            mean(each.value for each in scores),
            mean(each.low for each in scores),
            mean(each.high for each in scores),
        )

    def theme_support(self, group: Group, theme: str) -> int:
        """Return how many statements a group's theme score rests on."""
        if cell := self._theme_cell.get((group, theme)):
            return cell.items
        return sum(
            isinstance(self.score(group, item), Score)
            for item in self.theme_items(group, theme)
        )

    def tells_whole(self, group: Group, theme: str) -> bool:
        """Say whether an open group answered all that a theme asks it."""
        cell = self._theme_cell.get((group, theme))
        return cell is not None and cell.items == len(self.theme_items(group, theme))

    def theme_items(self, group: Group, theme: str) -> tuple[str, ...]:
        """Return the statements of a theme that a group was asked about itself."""
        return tuple(
            item.id
            for item in self.instrument.items
            if item.theme == theme
            and QuestionKey(item.id) in self._asked.get(group, ())
        )

    def parallel_items(self, one: Group, other: Group, theme: str) -> tuple[str, ...]:
        """Return the statements of a theme that two groups were asked alike."""
        return tuple(
            item
            for item in self.theme_items(one, theme)
            if item in self.theme_items(other, theme)
            and not {one, other} & set(self._statement(item).not_parallel_for)
        )

    def _statement(self, item: str) -> AgreementItem:
        """Return a statement by its id."""
        found = self.instrument.questions[item]
        if not isinstance(found, AgreementItem):
            raise TypeError(f"{item} is no statement")
        return found

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that were asked, in the instrument's order."""
        return tuple(g for g in self.instrument.groups if g in self.asking.groups)


def mean(numbers: Iterable[Fraction]) -> Fraction:
    """Return the exact mean of at least one number."""
    listed = list(numbers)
    return sum(listed, Fraction()) / len(listed)


def _most(options: Mapping[str, int]) -> str | None:
    """Return the option that 60 % or more of an open group gave."""
    n = sum(options.values())
    return next((each for each, k in options.items() if 10 * k >= 6 * n), None)
