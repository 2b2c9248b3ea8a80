"""A view over several teams, of a group that none of them shows by itself."""

from collections import Counter
from collections.abc import Sequence

from peeraudit.audit.promise import (
    POOLED_FROM_ANSWERS,
    POOLED_FROM_TEAMS,
    GroupMode,
    Promise,
)
from peeraudit.disclosure.cells import Cell, Cells, GroupCount, Reason, Withheld
from peeraudit.disclosure.classes import dont_know, refuse_unproved
from peeraudit.disclosure.disclose import read
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.tally.counts import Tallies, Tally


class CannotPool(ValueError):
    """Teams that no view over teams may stand on."""


def open_to_pooling(promise: Promise, cells: Cells) -> tuple[Group, ...]:
    """Return the groups that have no cell of their own, by numbers and promise alone.

    A question that too few of a group answered is no such thing: the group has cells.
    """
    if not promise.pooling:
        return ()
    whole = (each for each in cells.withheld if each.item is None)
    pooled = {Reason.FEW_PEOPLE, Reason.PROMISE}
    return tuple(each.group for each in whole if each.reason in pooled)


def pool(
    teams: Sequence[Tallies],
    group: Group,
    instrument: Instrument,
    *,
    asked: int,
    floor: int = POOLED_FROM_ANSWERS,
) -> Cells:
    """Return the cells of a group over several teams.

    Parameters
    ----------
    teams
        The counts of the group, one for each team.
    asked
        How many of the group were asked, over all these teams.
    floor
        The highest floor that any of the teams was promised; ten at the least.

    Raises
    ------
    CannotPool
        If there are too few teams or answers, or one team is more than half. It does
        not say which: that would tell how many of a hidden group answered.
    """
    refuse_unproved(instrument.reading)
    least = max(floor, POOLED_FROM_ANSWERS)
    people = [each.answered[group] for each in teams]
    if problem := _problem(people, least):
        raise CannotPool(problem)
    results = [
        _cell(same, group, sum(people), least, instrument)
        for same in zip(*(_own(each) for each in teams), strict=True)
    ]
    return Cells(
        (GroupCount(group, GroupMode.POOLED_ONLY, asked, sum(people)),),
        tuple(each for each in results if isinstance(each, Cell)),
        tuple(each for each in results if isinstance(each, Withheld)),
    )


def _own(tallies: Tallies) -> list[Tally]:
    """Leave guesses out: they are about other people in each team."""
    return [each for each in tallies.tallies if each.key.about is None]


def _problem(numbers: Sequence[int], least: int) -> str:
    """Say what keeps numbers of answers, one a team, from being pooled."""
    if sum(n > 0 for n in numbers) < POOLED_FROM_TEAMS:
        return f"a view over teams needs answers from {POOLED_FROM_TEAMS} teams"
    if sum(numbers) < least:
        return f"a view over these teams needs {least} answers, and has fewer"
    if 2 * max(numbers) > sum(numbers):
        return "one team would be more than half of the view: add another team"
    return ""


def _cell(
    same: Sequence[Tally], group: Group, people: int, least: int, instrument: Instrument
) -> Cell | Withheld:
    """Add up one question over the teams; each question keeps to the same rules."""
    item = same[0].key.item
    counts = Counter[str]()
    for tally in same:
        counts.update(tally.counts)
    unsure = dont_know(sum(tally.dont_know for tally in same), people)
    if _problem([tally.valid for tally in same], least):
        return Withheld(group, Reason.FEW_ANSWERS, item, None, unsure)
    pooled = Tally(group, same[0].key, counts, 0, people)
    return Cell(group, item, None, read(pooled, instrument), unsure)
