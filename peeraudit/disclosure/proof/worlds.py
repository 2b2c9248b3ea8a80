"""Every set of answers that so many people can give: a world is how many gave each."""

import numpy as np
from numpy.typing import NDArray

Worlds = NDArray[np.int32]
"""A row for each answer, a column for each world: how many people gave the answer."""


def every_world(people: int, answers: int) -> Worlds:
    """Return every way in which so many people can give so many answers."""
    rest = np.array([people], dtype=np.int32)
    given: list[Worlds] = []
    for _ in range(answers - 1):
        ways = rest + 1  # none of the rest gave this answer, or one did, ... or all
        before = np.repeat(np.arange(len(rest)), ways)
        first = np.repeat(np.cumsum(ways) - ways, ways)
        by = (np.arange(len(before)) - first).astype(np.int32)
        given = [*(each[before] for each in given), by]
        rest = rest[before] - by
    return np.stack([*given, rest])
