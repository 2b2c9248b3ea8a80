"""Every set of answers that a group can give, and what a cell tells of the others.

A world is how many gave each answer, "I do not know" last. A member of the group knows
the cell, how many answered, and the own answer; an outsider the same without the last.
What either can be certain of is what holds in every world that fits.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator

World = tuple[int, ...]
Sides = tuple[str | None, ...]
"""The side that each answer is on; none for "I do not know", which is on no side."""
Cell = Callable[[World], Hashable | None]
"""What is told of a world; none where nothing is."""

OUTSIDER = None
DISAGREE, NEITHER, AGREE, UNSURE = "disagree", "neither", "agree", None
STATEMENT = (DISAGREE, DISAGREE, NEITHER, AGREE, AGREE, UNSURE)


def worlds(people: int, answers: int) -> Iterator[World]:
    """Yield every way in which so many people can give so many answers."""
    if answers == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in worlds(people - first, answers - 1):
            yield (first, *rest)


def certainties(
    people: int, sides: Sides, cell: Cell
) -> list[tuple[Hashable, int | None, str]]:
    """Return each cell and own answer from which the side of all others is certain.

    It is where no two worlds that fit have others on different sides: when all others
    who answered are on one side, and when nobody else can have answered at all.
    """
    seen: defaultdict[tuple[Hashable, int | None], set[str]] = defaultdict(set)
    for world in worlds(people, len(sides)):
        told = cell(world)
        if told is None:
            continue
        for own in (OUTSIDER, *(n for n, k in enumerate(world) if k)):
            seen[told, own] |= _sides_of_others(world, own, sides)
    return [
        (told, own, "".join(others))
        for (told, own), others in seen.items()
        if len(others) < 2
    ]


def _sides_of_others(world: World, own: int | None, sides: Sides) -> set[str]:
    """Return the sides on which anyone but the knower is."""
    return {
        side
        for answer, (k, side) in enumerate(zip(world, sides, strict=True))
        if side is not None and k > (answer == own)
    }
