"""What a team will see, from headcounts alone: read before anybody is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from peeraudit.audit.outlook import Outlook, outlook
from peeraudit.audit.promise import FLOORS, GroupMode, GroupPromise
from peeraudit.audit.sight import Sight, is_shown, sight
from peeraudit.instrument.definition import FINE_FROM, SHARES_FROM, Form, Instrument
from peeraudit.instrument.frozen import Group

A_PAIR = 2
"""People of whom each could read the other from what both say together."""


class Detail(StrEnum):
    """How finely a group's view is shown."""

    BROAD = "broad"
    """Four classes of scores."""
    FINER = "finer"
    """Classes of ten points."""
    SHARES = "shares"
    """These, and how many disagree, neither, and agree, in bands."""
    OPEN = "open"
    """As it is: no anonymity is claimed."""


class Choice(StrEnum):
    """What is left to a group that is too small to be shown and stay unknown."""

    ATTRIBUTED = "attributed"
    JOINT_SHEET = "joint_sheet"
    POOLED_ONLY = "pooled_only"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Step:
    """How finely a group is shown from ``least`` answers up."""

    least: int
    detail: Detail


@dataclass(frozen=True, slots=True)
class GroupPreview:
    """What will be seen of one group."""

    group: Group
    asked: int
    mode: GroupMode
    steps: tuple[Step, ...]
    """From few answers to many, as far as this group reaches; none: never shown."""
    choices: tuple[Choice, ...]
    """What to choose instead, for a group that will never be shown."""


@dataclass(frozen=True, slots=True)
class GapPreview:
    """Two groups that can be compared, and on how many themes."""

    one: Group
    other: Group
    themes: int


@dataclass(frozen=True, slots=True)
class GuessPreview:
    """Who guesses whom, and on how many statements it can be told who is right."""

    by: Group
    of: Group
    statements: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What the report can say if everyone answers."""

    floor: int
    groups: tuple[GroupPreview, ...]
    not_asked: tuple[Group, ...]
    gaps: tuple[GapPreview, ...]
    guesses: tuple[GuessPreview, ...]
    purposes: tuple[Group, ...]
    """The groups whose main reason for the role can be set beside the others'."""
    practices: int
    """How many practices there are on which it can be told whether groups agree."""
    practices_asked: int
    outlook: Outlook


def preview(
    instrument: Instrument,
    groups: tuple[GroupPromise, ...],
    floor: int,
    form: Form = Form.FULL,
) -> Preview:
    """Say what a team of so many people will see.

    ``groups`` are asked in ``form``; anonymous ones are shown from ``floor`` answers.

    Raises
    ------
    ValueError
        If the floor is none of those on offer.
    """
    if floor not in FLOORS:
        raise ValueError(f"the floor is one of {', '.join(map(str, FLOORS))}")
    # In the instrument's order, and none that it does not ask.
    known = tuple(
        each for group in instrument.groups for each in groups if each.group is group
    )
    seen = sight(instrument, form, known, floor)
    asked = tuple(each.group for each in known)
    return Preview(
        floor,
        tuple(_of(each, floor) for each in known),
        tuple(group for group in instrument.groups if group not in asked),
        tuple(_gaps(seen, asked)),
        tuple(_guesses(seen)),
        tuple(group for group in asked if _tells_purpose(seen, group)),
        len(seen.covered),
        len(seen.practices),
        outlook(seen),
    )


def _of(group: GroupPromise, floor: int) -> GroupPreview:
    """Say what will be seen of a group."""
    shown = is_shown(group, floor)
    return GroupPreview(
        group.group,
        group.asked,
        group.mode,
        tuple(_steps(group, floor)) if shown else (),
        () if shown else tuple(choices(group, floor)),
    )


def _steps(group: GroupPromise, floor: int) -> Iterator[Step]:
    """Yield how finely a group is shown, by how many of it answer."""
    if group.mode.is_open:
        yield Step(1, Detail.OPEN)
        return
    steps = {floor: Detail.BROAD, max(floor, FINE_FROM): Detail.FINER}
    steps[max(floor, SHARES_FROM)] = Detail.SHARES
    for least, detail in steps.items():
        if least <= group.asked:
            yield Step(least, detail)


def choices(group: GroupPromise, floor: int) -> Iterator[Choice]:
    """Yield what a group can choose that is too small to be shown, or for pooling.

    More than two who answer one by one and openly would be read from each other with
    no gain over one sheet that they fill in together.
    """
    small = group.asked < floor
    if small and group.asked <= A_PAIR:
        yield Choice.ATTRIBUTED
    if small and group.asked >= A_PAIR:
        yield Choice.JOINT_SHEET
    if group.mode is not GroupMode.POOLED_ONLY:
        yield Choice.POOLED_ONLY
    yield Choice.GUIDE


def _gaps(seen: Sight, groups: tuple[Group, ...]) -> Iterator[GapPreview]:
    """Yield each two groups that can be compared on any theme."""
    for one, other in combinations(groups, 2):
        themes = sum(
            seen.tells_gap(one, other, theme) for theme in seen.instrument.themes
        )
        if themes:
            yield GapPreview(one, other, themes)


def _guesses(seen: Sight) -> Iterator[GuessPreview]:
    """Yield who guesses whom, where both are shown."""
    for by, of in seen.instrument.guesses.items():
        statements = sum(
            seen.tells_guess(by, of, item.id) and seen.tells(of, item.id)
            for item in seen.instrument.items
        )
        if statements:
            yield GuessPreview(by, of, statements)


def _tells_purpose(seen: Sight, group: Group) -> bool:
    """Say whether it will be told what a group sees as the main reason."""
    return any(seen.tells(group, item.id) for item in seen.instrument.purposes)
