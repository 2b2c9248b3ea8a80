"""A view over several teams, of a group that none of them shows by itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from peeraudit.audit.promise import (
    POOLED_FROM_ANSWERS,
    POOLED_FROM_TEAMS,
    GroupMode,
    Promise,
)
from peeraudit.disclosure.cells import (
    Cell,
    Cells,
    ClassReading,
    GroupCount,
    Reason,
    Withheld,
)
from peeraudit.disclosure.classes import dont_know, refuse_unproved
from peeraudit.disclosure.disclose import read
from peeraudit.instrument.definition import SHARES_FROM, Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.tally.counts import Tallies, Tally

STEPS = (SHARES_FROM, 50, 100, 200, 400, 800)
"""Numbers of answers that a view tells, each as "at least": our judgement, but for the
first, from which more is told."""

TOO_LITTLE = (
    "a view needs at least {least} answers from {teams} teams or more, and no team may "
    "be more than half of it: these teams together are no view yet. Nothing is lost: "
    "add another team"
)
"""One sentence for every case: each by itself would tell how many answered."""

TELLS_CHOICE = (
    "of {asked} people in these teams, {missing} or more are told not to have answered "
    "in the reports of their own teams. A view of {least} answers would tell that some "
    "of them answered for it alone. Add another team"
)


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


@dataclass(frozen=True, slots=True)
class WaitingTeam:
    """The counts of a group in one team, and what is known of its numbers."""

    tallies: Tallies
    asked: int
    missing: int = 0
    """How many the team's own report tells not to have answered, at the least: its
    group is "fewer than" its floor. A view that counts more than the others would tell
    that some of them answered for it alone."""
    floor: int = POOLED_FROM_ANSWERS


def pool(teams: Sequence[WaitingTeam], group: Group, instrument: Instrument) -> Cells:
    """Return the cells of a group over several teams.

    Raises
    ------
    CannotPool
        If there are too few teams or answers, or one team is more than half. It does
        not say which: that would tell how many of a hidden group answered.
    """
    refuse_unproved(instrument.reading)
    least = max((POOLED_FROM_ANSWERS, *(each.floor for each in teams)))
    asked = sum(each.asked for each in teams)
    missing = sum(each.missing for each in teams)
    people = [each.tallies.answered[group] for each in teams]
    if missing and asked - missing < least:
        raise CannotPool(TELLS_CHOICE.format(asked=asked, missing=missing, least=least))
    if not _enough(people, least):
        raise CannotPool(TOO_LITTLE.format(teams=POOLED_FROM_TEAMS, least=least))
    at_least = _at_least(min(sum(people), asked - missing), least)
    adding = _Adding(group, sum(people), least, at_least, instrument)
    results = [
        adding.cell(same)
        for same in zip(*(_own(each.tallies) for each in teams), strict=True)
    ]
    return Cells(
        (GroupCount(group, GroupMode.POOLED_ONLY, asked, at_least),),
        tuple(each for each in results if isinstance(each, Cell)),
        tuple(each for each in results if isinstance(each, Withheld)),
    )


def _own(tallies: Tallies) -> list[Tally]:
    """Leave guesses out: they are about other people in each team."""
    return [each for each in tallies.tallies if each.key.about is None]


def _enough(numbers: Sequence[int], least: int) -> bool:
    """Say whether numbers of answers, one a team, may be added up."""
    return (
        sum(n > 0 for n in numbers) >= POOLED_FROM_TEAMS
        and sum(numbers) >= least
        and 2 * max(numbers) <= sum(numbers)
    )


def _at_least(people: int, least: int) -> int:
    """Round a number of answers down, so that it tells nobody's choice.

    >>> _at_least(24, 10), _at_least(25, 10), _at_least(140, 11)
    (10, 25, 100)
    """
    return max(step for step in (least, *STEPS) if step <= people)


@dataclass(frozen=True, slots=True)
class _Adding:
    """How questions are added up over teams: all of them by the same rules."""

    group: Group
    people: int
    least: int
    at_least: int
    instrument: Instrument

    def cell(self, same: Sequence[Tally]) -> Cell | Withheld:
        """Add up one question over the teams."""
        key = same[0].key
        counts = Counter[str]()
        for tally in same:
            counts.update(tally.counts)
        unsure = dont_know(sum(tally.dont_know for tally in same), self.people)
        if not _enough([tally.valid for tally in same], self.least):
            return Withheld(self.group, Reason.FEW_ANSWERS, key.item, None, unsure)
        together = Tally(self.group, key, counts, 0, self.people)
        reading = read(together, self.instrument)
        if isinstance(reading, ClassReading) and self.at_least < SHARES_FROM:
            # Shares would tell that more people answered than the view says.
            reading = replace(reading, shares=None)
        return Cell(self.group, key.item, None, reading, unsure)
