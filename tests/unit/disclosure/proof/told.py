"""What the product itself tells of a world, asked one world at a time."""

from collections.abc import Callable, Hashable
from functools import cache

from peeraudit.disclosure.cells import ClassReading
from peeraudit.disclosure.classes import (
    class_reading,
    commonest_reading,
    dont_know,
    modal_reading,
)
from peeraudit.instrument.definition import PROVED_EDGES, Reading, ScoreClass
from tests.unit.disclosure.worlds import Cell, World

Told = Callable[[World], Hashable]


def proved_classes(name: str) -> tuple[ScoreClass, ...]:
    """The finest classes that any instrument may have."""
    begin = sorted(PROVED_EDGES[name])
    return tuple(
        ScoreClass(id=f"{low} to {high}", low=low, high=high, value=low)
        for low, high in zip(begin, [*begin[1:], 100], strict=True)
    )


FINEST = Reading(
    thresholds={},
    coarse_classes=proved_classes("coarse_classes"),
    fine_classes=proved_classes("fine_classes"),
    confidence=(),
    theme_scores=False,
    practice_groups=(),
    practice_groups_needed=0,
    most_priorities=0,
)
"""How an instrument reads answers that cuts as finely as is allowed."""


@cache
def statement(steps: World) -> ClassReading:
    """What is told of how many gave each answer from 1 to 5."""
    return class_reading({str(n): k for n, k in enumerate(steps, 1) if k}, FINEST)


def practice(options: World) -> Hashable:
    """What is told of how many chose each option of a practice."""
    return modal_reading(by_option(options)).option


def purpose(options: World) -> Hashable:
    """What is told of how many chose each purpose."""
    return commonest_reading(by_option(options)).option


def by_option(options: World) -> dict[str, int]:
    """Counts as a tally has them: an option that nobody chose is not there."""
    return {str(option): k for option, k in enumerate(options) if k}


def among_silent(told: Told, floor: int) -> Cell:
    """Tell from the floor up, where some do not know and some have skipped."""

    def cell(world: World) -> Hashable | None:
        *answers, unsure, _skipped = world
        if sum(answers) < floor:
            return None
        return told(tuple(answers)), dont_know(unsure, sum(world))

    return cell


def withheld(floor: int) -> Cell:
    """Tell how many do not know, where fewer answered than the floor."""

    def cell(world: World) -> Hashable | None:
        answered, _skipped, unsure = world
        return dont_know(unsure, sum(world)) if answered < floor else None

    return cell
