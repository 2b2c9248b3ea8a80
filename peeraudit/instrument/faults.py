"""What is wrong with an instrument: every fault, by file, item and field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

_MOST_NAMED = 12
"""More names than this would bury a fault in its own line."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, and what would be right."""

    file: str
    """The file's name inside the instrument's folder."""
    item: str
    """The id of the item, rule or fact, or empty where the fault is the file's."""
    field: str
    problem: str

    def __str__(self) -> str:
        """Say it in one line."""
        place = ", ".join(part for part in (self.file, self.item, self.field) if part)
        return f"{place}: {self.problem}"


class InstrumentFaults(Exception):
    """An instrument cannot be used as it is; holds every fault that was found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults, and say them one a line."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def instead(name: object, known: Iterable[str]) -> str:
    """Say which of the known names was probably meant, or which there are."""
    names = sorted(known)
    alike = get_close_matches(str(name), names, n=1)
    if alike:
        return f"did you mean {alike[0]}?"
    if not names:
        return "there is none"
    if len(names) > _MOST_NAMED:
        return f"there are {len(names)}, from {names[0]} to {names[-1]}"
    return f"use {', '.join(names)}"


def twice(names: Iterable[str]) -> Iterator[str]:
    """Yield that a name stands in a list more than once."""
    names = list(names)
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield f"{name} is named twice"
