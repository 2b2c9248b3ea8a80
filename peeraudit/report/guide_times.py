"""How long each part of the meeting takes, in an hour and in an hour and a half."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.instrument.definition import Instrument
from peeraudit.report.table import Table, row

LENGTHS = (60, 90)
"""Minutes of a meeting: what a team can spare, and what does it well."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the meeting, and its minutes in the shorter and the longer one."""

    name: str
    minutes: tuple[int, int]
    is_there: bool = True
    """Whether the instrument has anything for it."""


def times(instrument: Instrument) -> Table:
    """Share out the time; what an instrument does not have leaves its time to others.

    The minutes are our judgement.
    """
    parts = [
        Part("Welcome and ground rules", (5, 5)),
        Part("Opening round", (10, 15), bool(instrument.purposes)),
        Part("The practices, one by one", (20, 30), bool(instrument.practices)),
        Part("Themes: one in 60 minutes, two in 90", (15, 25), bool(instrument.themes)),
        Part("What we agreed, and what comes next", (10, 15)),
    ]
    return Table(
        "How long each part takes",
        ("Part", *(f"In {length} minutes" for length in LENGTHS)),
        tuple(row(name, *map(_minutes, shares)) for name, shares in _shared(parts)),
    )


def _shared(parts: list[Part]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each part that is there; the longest takes the time that others leave."""
    there = [part for part in parts if part.is_there]
    longest = max(there, key=lambda part: part.minutes)
    spare = [part.minutes for part in parts if not part.is_there]
    for part in there:
        more = spare if part is longest else []
        yield part.name, tuple(map(sum, zip(part.minutes, *more, strict=True)))


def _minutes(number: int) -> str:
    """Return a time in words."""
    return f"{number} minutes"
