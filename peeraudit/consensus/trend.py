"""What has changed since the round before, as far as classes can tell it.

Everything is computed from the cells of both rounds that a release carries: it may
carry only those of groups of which nobody who came or left can be read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from peeraudit.consensus.evidence import Evidence, Missing, Score, mean
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group

NOTABLE_CHANGE = "notable_change"
"""The threshold of an instrument from which a change is worth telling."""

USUAL_CHANGE = 15
"""In points, where an instrument has no such threshold (our judgement)."""


class Direction(StrEnum):
    """Which way something has gone."""

    HIGHER = "higher"
    LOWER = "lower"
    UNTOLD = "no change that can be told"


@dataclass(frozen=True, slots=True)
class Change:
    """A group's score on a theme in both rounds, over the same statements."""

    group: Group
    theme: str
    then: Score
    now: Score
    items: int
    """How many statements both rounds show."""
    direction: Direction


def notable_change(instrument: Instrument) -> int:
    """Return from how many points on a change is told."""
    return instrument.reading.thresholds.get(NOTABLE_CHANGE, USUAL_CHANGE)


def changes(evidence: Evidence) -> Iterator[Change]:
    """Yield the change of every theme and group that both rounds can show."""
    for group in compared(evidence):
        for theme in evidence.instrument.themes:
            change = theme_change(evidence, group, theme)
            if change is not None:
                yield change


def compared(evidence: Evidence) -> tuple[Group, ...]:
    """Return the groups of which both rounds show anything, in the usual order."""
    if evidence.earlier is None:
        return ()
    then = {cell.group for cell in evidence.earlier.cells.cells}
    now = {cell.group for cell in evidence.cells.cells}
    return tuple(group for group in evidence.groups if group in then & now)


def theme_change(evidence: Evidence, group: Group, theme: str) -> Change | None:
    """Return a group's change on a theme, over at least half of what both asked."""
    earlier = evidence.earlier
    if earlier is None or not evidence.instrument.reading.theme_scores:
        return None
    asked = both_asked(evidence, earlier, group, theme)
    whole = _whole_theme(evidence, earlier, group, theme)
    pairs = whole or list(_pairs(evidence, earlier, group, asked))
    if not pairs or (not whole and 2 * len(pairs) < len(asked)):
        return None
    return Change(
        group,
        theme,
        _over(then for then, _ in pairs),
        _over(now for _, now in pairs),
        len(asked) if whole else len(pairs),
        direction(pairs, notable_change(evidence.instrument)),
    )


def statement_change(
    evidence: Evidence, group: Group, item: str, about: Group | None = None
) -> Direction | None:
    """Return which way a group's score on one statement has gone, if both show it."""
    if evidence.earlier is None:
        return None
    then = evidence.earlier.score(group, item, about)
    now = evidence.score(group, item, about)
    if isinstance(then, Missing) or isinstance(now, Missing):
        return None
    return direction([(then, now)], notable_change(evidence.instrument))


def direction(pairs: list[tuple[Score, Score]], least: int) -> Direction:
    """Say which way the mean of these scores has gone, then and now.

    A class hides where in it a score lies, by its width. The widths of all the classes
    are combined as the GUM combines what is rounded (JCGM 100:2008, 4.3.7, 5.1.2 and
    6.3.1: rectangular distributions, coverage factor 2). A change is told only where it
    is larger than that, and at least ``least`` points. Squares keep it exact.
    """
    change = mean(now.value - then.value for then, now in pairs)
    widths = sum((score.high - score.low) ** 2 for pair in pairs for score in pair)
    # Each has a variance of a twelfth of its square; the factor 2 is squared too.
    hidden = widths / (3 * len(pairs) ** 2)
    if abs(change) < least or change**2 <= hidden:
        return Direction.UNTOLD
    return Direction.HIGHER if change > 0 else Direction.LOWER


def both_asked(
    evidence: Evidence, earlier: Evidence, group: Group, theme: str
) -> tuple[str, ...]:
    """Return the statements of a theme that a group was asked in both rounds."""
    then = earlier.theme_items(group, theme)
    return tuple(item for item in evidence.theme_items(group, theme) if item in then)


def _whole_theme(
    evidence: Evidence, earlier: Evidence, group: Group, theme: str
) -> list[tuple[Score, Score]]:
    """Return the exact theme scores of an open group, if it answered the same twice.

    A theme cell does not say which of its statements were answered: only where it was
    all of them are the two surely over the same.
    """
    asked = evidence.theme_items(group, theme)
    if asked != earlier.theme_items(group, theme) or not (
        evidence.tells_whole(group, theme) and earlier.tells_whole(group, theme)
    ):
        return []
    then, now = earlier.theme(group, theme), evidence.theme(group, theme)
    if isinstance(then, Missing) or isinstance(now, Missing):
        return []
    return [(then, now)]


def _pairs(
    evidence: Evidence, earlier: Evidence, group: Group, items: Iterable[str]
) -> Iterator[tuple[Score, Score]]:
    """Yield what a group's score on each statement was then and is now."""
    for item in items:
        then, now = earlier.score(group, item), evidence.score(group, item)
        if isinstance(then, Score) and isinstance(now, Score):
            yield then, now


def _over(scores: Iterable[Score]) -> Score:
    """Return the mean of scores, with the mean of their ends."""
    listed = list(scores)
    return Score(
        mean(each.value for each in listed),
        mean(each.low for each in listed),
        mean(each.high for each in listed),
    )
