"""From tallies to cells, under a promise: the one door out of what people said."""

from collections.abc import Iterator
from fractions import Fraction

from peeraudit.audit.promise import GroupMode, GroupPromise, Promise
from peeraudit.disclosure import classes
from peeraudit.disclosure.cells import (
    AnsweredReading,
    Cell,
    Cells,
    ExactReading,
    GroupCount,
    Reading,
    Reason,
    ThemeCell,
    Withheld,
)
from peeraudit.instrument.definition import (
    AgreementItem,
    Instrument,
    PracticeItem,
    Question,
)
from peeraudit.tally.counts import Tallies, Tally

HUNDREDTHS = 100
"""A theme cell holds hundredths of a point, rounded half up."""


def disclose(tallies: Tallies, promise: Promise, instrument: Instrument) -> Cells:
    """Turn an audit's tallies into cells, and say what is withheld and why.

    Raises
    ------
    UnprovedClasses
        If the instrument's classes are finer than those that are proved safe.
    """
    classes.refuse_unproved(instrument.reading)
    shown: list[Cell | ThemeCell] = []
    withheld: list[Withheld] = []
    for each in promise.groups:
        mine = [tally for tally in tallies.tallies if tally.group is each.group]
        answered = tallies.answered.get(each.group, 0)
        if reason := _group_reason(each, answered, promise.floor):
            withheld.append(Withheld(each.group, reason))
        elif each.mode.is_open:
            shown += _open_cells(mine, instrument)
        else:
            results = [_cell(tally, promise.floor, instrument) for tally in mine]
            shown += [each for each in results if isinstance(each, Cell)]
            withheld += [each for each in results if isinstance(each, Withheld)]
    counts = tuple(
        _group_count(each, tallies.answered.get(each.group, 0), promise.floor)
        for each in promise.groups
    )
    return Cells(counts, tuple(shown), tuple(withheld))


def _group_reason(promise: GroupPromise, answered: int, floor: int) -> Reason | None:
    """Say why a whole group is withheld, if it is."""
    if promise.mode is GroupMode.POOLED_ONLY:
        return Reason.PROMISE
    if promise.mode.is_open:
        return None if answered else Reason.NOBODY
    return Reason.FEW_PEOPLE if answered < floor else None


def _group_count(promise: GroupPromise, answered: int, floor: int) -> GroupCount:
    """Say how many answered, as exactly as may be said."""
    exact = promise.mode.is_open or answered >= floor
    return GroupCount(
        promise.group, promise.mode, promise.asked, answered if exact else None
    )


def _cell(tally: Tally, floor: int, instrument: Instrument) -> Cell | Withheld:
    """Return the cell of an anonymous group at the floor, or why there is none."""
    unsure = classes.dont_know(tally.dont_know, tally.people)
    item, about = tally.key.item, tally.key.about
    if tally.valid < floor:
        return Withheld(tally.group, Reason.FEW_ANSWERS, item, about, unsure)
    reading = read(tally, instrument)
    return Cell(tally.group, item, about, reading, unsure)


def read(tally: Tally, instrument: Instrument) -> Reading:
    """Read a tally as coarsely as its kind and number of answers ask."""
    item = instrument.questions[tally.key.item]
    if isinstance(item, AgreementItem):
        return classes.class_reading(tally.counts, instrument.reading)
    if isinstance(item, PracticeItem):
        return classes.modal_reading(tally.counts)
    return classes.commonest_reading(tally.counts)


def _open_cells(
    tallies: list[Tally], instrument: Instrument
) -> Iterator[Cell | ThemeCell]:
    """Yield the cells of an open group: themes, and what any rule names."""
    for tally in tallies:
        item = instrument.questions[tally.key.item]
        statement = isinstance(item, AgreementItem)
        if tally.valid and not (statement and item.id not in instrument.named_by_rules):
            yield Cell(
                tally.group,
                item.id,
                tally.key.about,
                _exact(tally, item),
                classes.dont_know(tally.dont_know, tally.people),
            )
    if instrument.reading.theme_scores:
        for theme in instrument.themes:
            yield from _theme_cell(tallies, theme, instrument)


def _exact(tally: Tally, item: Question) -> Reading:
    """Read the tally of an open group as it is."""
    if isinstance(item, AgreementItem):
        return ExactReading(classes.points(tally.counts), tally.valid)
    return AnsweredReading(dict(tally.counts))


def _theme_cell(
    tallies: list[Tally], theme: str, instrument: Instrument
) -> Iterator[ThemeCell]:
    """Yield an open group's mean over a theme, where at least half is answered."""
    own = [
        tally
        for tally in tallies
        if tally.key.about is None
        and isinstance(item := instrument.questions[tally.key.item], AgreementItem)
        and item.theme == theme
    ]
    scores = [
        Fraction(classes.points(tally.counts), tally.valid)
        for tally in own
        if tally.valid
    ]
    if scores and 2 * len(scores) >= len(own):
        mean = sum(scores, Fraction()) / len(scores)
        points = int(mean * HUNDREDTHS + Fraction(1, 2))
        yield ThemeCell(own[0].group, theme, points, len(scores))
