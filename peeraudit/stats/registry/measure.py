"""What the registry says of a measure: its call, its reading, its source."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from types import MappingProxyType

OUR_JUDGEMENT = "our judgement"


class Subject(Enum):
    """What measures are about, in the order in which they are told."""

    SCORES = "From answers to scores"
    WITHIN = "Within a group"
    BETWEEN = "Between two groups"
    SURENESS = "How sure a gap is"
    MANY = "Many comparisons at once"
    BLIND_SPOTS = "Who misreads whom"
    RANKS = "Ranks"
    CODING = "Free text coded to categories"
    TEAMS = "Over many teams"


class Readers(Enum):
    """Whom a measure is for."""

    EVERYONE = "everyone"
    ANALYSTS = "analysts"
    WARNED = "analysts, with a warning"


@dataclass(frozen=True, slots=True)
class CutOffs:
    """Words for ranges of a value; an edge belongs to the range below or above it."""

    labels: tuple[str, ...]
    edges: tuple[float, ...]
    source: str
    edge_belongs: str = "below"
    of_size: bool = False

    def label(self, value: float) -> str:
        """Return the word for a value; where only size counts, whatever its sign."""
        size = abs(value) if self.of_size else value
        place = bisect_left if self.edge_belongs == "below" else bisect_right
        return self.labels[place(self.edges, size)]

    def ranges(self) -> tuple[tuple[str, str], ...]:
        """Return each range in words, with its label, from the lowest up."""
        upper, lower = (
            ("up to {}", "above {}")
            if self.edge_belongs == "below"
            else ("below {}", "{} and more")
        )
        edges = [f"{edge:g}" for edge in self.edges]
        first, last = upper.format(edges[0]), lower.format(edges[-1])
        between = [
            f"{lower.format(low)}, {upper.format(high)}"
            for low, high in pairwise(edges)
        ]
        return tuple(zip([first, *between, last], self.labels, strict=True))


@dataclass(frozen=True, slots=True)
class Example:
    """A call that anyone can make again: arguments by place, then by name.

    They go `through` another function first, where the measure reads its result.
    """

    by_place: tuple[object, ...] = ()
    by_name: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    through: Callable[..., object] | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its function, how to read it, its cut-offs, and where it is from.

    `part` names the part of the result that is meant, where a function gives several.
    """

    name: str
    title: str
    subject: Subject
    function: Callable[..., object]
    reading: str
    source: str
    example: Example
    readers: Readers = Readers.ANALYSTS
    cut_offs: CutOffs | None = None
    warning: str = ""
    part: str = ""

    @property
    def call(self) -> str:
        """Where to import the function from, as one name."""
        return f"{self.function.__module__}.{self.function.__qualname__}"

    def worked(self) -> object:
        """Return what the example comes to."""
        example = self.example
        if example.through:
            return self.function(example.through(*example.by_place, **example.by_name))
        return self.function(*example.by_place, **example.by_name)
