"""Every set of answers that a group can give, written out, and what a cell tells.

A world is how many gave each answer. A member of the group knows the cell, how many
people there are, and the own answer; an outsider the same without the last. What either
can be certain of is what holds in every world that fits.

This is the proof once more, as plainly as can be. It shares nothing with the product's
but the form of its account.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator

from peeraudit.disclosure.proof.account import Account

World = tuple[int, ...]
Sides = tuple[str | None, ...]
"""The side that each answer is on; none for giving no answer, which is on no side."""
Cell = Callable[[World], Hashable | None]
"""What is told of a world; none where nothing is."""

OUTSIDER = None


def worlds(people: int, answers: int) -> Iterator[World]:
    """Yield every way in which so many people can give so many answers."""
    if answers == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in worlds(people - first, answers - 1):
            yield (first, *rest)


def written_out(people: int, sides: Sides, cell: Cell) -> Account:
    """Try every world, and count what a cell with an own answer leaves possible."""
    fitting: Counter[tuple[Hashable, int | None]] = Counter()
    possible: defaultdict[tuple[Hashable, int | None], set[str]] = defaultdict(set)
    for world in worlds(people, len(sides)):
        told = cell(world)
        if told is None:
            continue
        for own in (OUTSIDER, *(n for n, k in enumerate(world) if k)):
            fitting[told, own] += 1
            possible[told, own] |= _sides_of_others(world, own, sides)
    outside = [n for (_, own), n in fitting.items() if own is OUTSIDER]
    left = [len(possible[known]) for known in fitting]
    return Account(
        worlds=sum(outside),
        cells=len(outside),
        known=len(fitting),
        leaks=sum(n <= 1 for n in left),
        one_world=sum(n == 1 for n in fitting.values()),
        no_such_side=sum(1 < n < len(set(sides) - {None}) for n in left),
    )


def _sides_of_others(world: World, own: int | None, sides: Sides) -> set[str]:
    """Return the sides on which anyone but the knower is."""
    return {
        side
        for answer, (k, side) in enumerate(zip(world, sides, strict=True))
        if side is not None and k > (answer == own)
    }
