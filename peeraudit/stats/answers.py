"""How answers come in: scales, what is missing, and faults that say where they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Answers = Sequence[float | None] | Floats
"""One number a person; None or NaN where there is none (skipped, or "don't know")."""

Frequencies = Sequence[float] | Floats | NDArray[np.int64]
"""How many people chose each option, in order of the options."""

Table = Sequence[Answers] | Floats
"""People by items: a row a person, a column an item."""

Missing = Literal["pairwise", "listwise"]
"""Leave a person out of one item (pairwise), or out of all of them (listwise)."""


class BadInput(ValueError):
    """What came in is no set of answers; the message names the argument and place."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Answer options that are whole numbers one apart, from the least to the most."""

    low: int = 1
    high: int = 5

    def __post_init__(self) -> None:
        """Refuse a scale on which there is nothing to choose between."""
        if self.high <= self.low:
            raise BadInput(f"a scale from {self.low} to {self.high} has no two options")

    @property
    def options(self) -> int:
        """How many answers there are to choose from."""
        return self.high - self.low + 1

    @property
    def middle(self) -> float:
        """The point between both ends."""
        return (self.low + self.high) / 2

    @property
    def uniform_variance(self) -> float:
        """The variance of answers at random: (A^2 - 1) / 12, so 2 for five options."""
        return (self.options**2 - 1) / 12

    @property
    def points(self) -> Floats:
        """Every option, in order."""
        return np.arange(self.low, self.high + 1, dtype=np.float64)


FIVE_POINTS = Scale(1, 5)
ROWS_AND_COLUMNS = 2


def all_given(answers: Answers, *, name: str, scale: Scale | None = None) -> Floats:
    """Read one number a person, with NaN where there is none."""
    numbers = _numbers(answers, name)
    if numbers.ndim != 1:
        raise BadInput(f"{name} has to be one number a person, not {numbers.ndim}-fold")
    _check_bounds(numbers, name, scale)
    return numbers


def given(answers: Answers, *, name: str, scale: Scale | None = None) -> Floats:
    """Read one number a person, without those who gave none."""
    numbers = all_given(answers, name=name, scale=scale)
    kept: Floats = numbers[~np.isnan(numbers)]
    return kept


def people_by_items(answers: Table, *, name: str, scale: Scale | None = None) -> Floats:
    """Read a row a person and a column an item, with NaN where there is no answer."""
    if not isinstance(answers, np.ndarray):
        _check_rows(answers, name)
    numbers = _numbers(answers, name)
    if numbers.size == 0:
        return numbers.reshape(len(answers), -1) if len(answers) else np.empty((0, 0))
    if numbers.ndim != ROWS_AND_COLUMNS:
        raise BadInput(f"{name} has to be a row a person and a column an item")
    _check_bounds(numbers, name, scale)
    return numbers


def frequencies_of(frequencies: Frequencies, *, name: str) -> Floats:
    """Read how many people chose each option, in order of the options."""
    numbers = all_given([*frequencies], name=name)
    if len(numbers) <= 1:
        raise BadInput(f"{name} has to count at least two options, not {len(numbers)}")
    for place, number in enumerate(numbers):
        if not number >= 0 or number % 1:
            raise BadInput(f"{name}[{place}] is {number:g}: people are whole numbers")
    return numbers


def _numbers(answers: Answers | Table, name: str) -> Floats:
    """Return numbers; say which of them is none. Text that looks like one is none."""
    if not isinstance(answers, np.ndarray) or answers.dtype.kind not in "iufb":
        wrong = _first_wrong(answers, name)
        if wrong:
            raise BadInput(f"{wrong}, which is no number")
    try:
        numbers = np.array(answers, dtype=np.float64)
    except ValueError:
        raise BadInput(f"{name} has rows that differ in length") from None
    if np.isinf(numbers).any():
        raise BadInput(f"{_at(np.isinf(numbers), name)} is infinite")
    return numbers


def _first_wrong(value: object, name: str) -> str | None:
    """Name the first value that is no number, however deep it lies."""
    if value is None or isinstance(value, (int, float, np.number)):
        return None
    if isinstance(value, str) or not isinstance(value, (Sequence, np.ndarray)):
        return f"{name} is {value!r}"
    inside = (_first_wrong(each, f"{name}[{i}]") for i, each in enumerate(value))
    return next((wrong for wrong in inside if wrong), None)


def _check_rows(answers: Sequence[Answers], name: str) -> None:
    """Refuse rows that differ in length."""
    for person, row in enumerate(answers):
        if isinstance(row, str) or not isinstance(row, (Sequence, np.ndarray)):
            raise BadInput(f"{name}[{person}] is {row!r}, not a row of answers")
        if len(row) != len(answers[0]):
            raise BadInput(
                f"{name}[{person}] has {len(row)} answers, and {name}[0] has "
                f"{len(answers[0])}: None stands for an answer that is missing"
            )


def _check_bounds(numbers: Floats, name: str, scale: Scale | None) -> None:
    """Refuse an answer that the scale does not have."""
    if scale is None:
        return
    outside = (numbers < scale.low) | (numbers > scale.high)
    if outside.any():
        where = _at(outside, name)
        value = numbers[outside][0]
        raise BadInput(
            f"{where} is {value:g}: the scale runs from {scale.low} to {scale.high}"
        )


def _at(wrong: NDArray[np.bool_], name: str) -> str:
    """Name the first place that is wrong: answers[2] or answers[2][0]."""
    place = np.argwhere(wrong)[0]
    return name + "".join(f"[{each}]" for each in place)
