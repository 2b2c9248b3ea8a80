"""An instrument as far as it could be read, for checks of how its parts fit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.faults import Fault, instead
from peeraudit.instrument.source import HEAD, WORDING

Problems = Iterator[tuple[str, str]]
"""The field, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What could be read, and the names of what could not."""

    instrument: Instrument
    lost: frozenset[str]
    """What has faults of its own, so that nothing is said about what refers to it.

    Ids of entries, and dotted names of parts; ``facts.*`` stands for some of the facts.
    """
    files: Mapping[str, str]
    """The file of each statement, by id."""

    def has(self, *parts: str) -> bool:
        """Whether all these parts could be read."""
        return self.lost.isdisjoint(parts)

    def unknown(
        self, kind: str, name: str, known: Iterable[str], *parts: str
    ) -> Iterator[str]:
        """Yield that a name is not known, if the parts that tell could be read."""
        names = list(known)
        if name not in names and self.has(name, *parts):
            yield f"there is no {kind} {name}; {instead(name, names)}"

    def head(self, field: str, problem: str) -> Fault:
        """Return a fault of ``instrument.yaml``."""
        return Fault(HEAD, "", field, problem)

    def words(self, item: str, field: str, problem: str) -> Fault:
        """Return a fault of the wording."""
        return Fault(WORDING, item, field, problem)
