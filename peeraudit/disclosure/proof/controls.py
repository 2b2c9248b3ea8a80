"""Ways of telling that are known to give people away: the same proof must find it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from peeraudit.disclosure.classes import POINTS_PER_STEP
from peeraudit.disclosure.proof import readings
from peeraudit.disclosure.proof.account import total
from peeraudit.disclosure.proof.readings import Numbers, people_in, together
from peeraudit.disclosure.proof.shipped import (
    FIVE_STEPS,
    STATEMENT,
    TIERS,
    Kind,
    Read,
    Row,
    practice,
    purpose,
)
from peeraudit.disclosure.proof.worlds import Worlds
from peeraudit.instrument.definition import SHARES_FROM

POINTS = POINTS_PER_STEP * np.arange(5)
NOTABLE = 20
"""Points from which a gap between groups counts, in the shipped instruments."""
MANAGER = 75
"""What a manager who agrees, and answers openly, is shown to have scored."""


@dataclass(frozen=True, slots=True)
class Control:
    """A way of telling that must be seen to give people away."""

    name: str
    answers: range
    kind: Kind


def to_the_nearest_five(worlds: Worlds) -> Numbers:
    """Tell the score to the nearest five points."""
    return np.round(POINTS @ worlds / people_in(worlds) / 5).astype(np.int64)


def mean_and_deviation(worlds: Worlds) -> Numbers:
    """Tell mean and standard deviation to one decimal."""
    people, sums, squares = people_in(worlds), POINTS @ worlds, POINTS**2 @ worlds
    deviation = np.sqrt((squares - sums**2 / people) / (people - 1))
    tenths = (np.round(10 * each) for each in (sums / people, deviation))
    return together(*(each.astype(np.int64) for each in tenths))


def and_how_many_agree(worlds: Worlds) -> Numbers:
    """Tell how many agree, beside what is told anyway."""
    return together(readings.statement(worlds), worlds[3] + worlds[4])


def and_alike(worlds: Worlds) -> Numbers:
    """Tell whether answers are alike, whatever their class and number."""
    return together(readings.statement(worlds), readings.spread_or_alike(worlds))


def with_a_band_for_everyone(worlds: Worlds) -> Numbers:
    """Tell shares with a band of its own for all of a hundred percent."""
    found = readings.class_of(worlds, readings.FINE)
    return together(found, readings.shares(worlds, readings.BANDS + 1))


def and_whether_the_class_stays(worlds: Worlds) -> Numbers:
    """Tell whether the class is the same whoever is left out."""
    return together(readings.statement(worlds), _stays(worlds, _coarse_class))


def and_whether_the_gap_stays(worlds: Worlds) -> Numbers:
    """Tell of a gap to an open score, and whether it stays whoever is left out."""
    return together(readings.statement(worlds), _gap(worlds), _stays(worlds, _gap))


def _coarse_class(worlds: Worlds) -> Numbers:
    """Number the class that is told of few answers."""
    return readings.class_of(worlds, readings.COARSE)


def _gap(worlds: Worlds) -> Numbers:
    """Say whether the score is notably far from the manager's."""
    people = people_in(worlds)
    far = np.abs(POINTS @ worlds - MANAGER * people) >= NOTABLE * people
    return np.asarray(far, dtype=np.int64)


def _stays(worlds: Worlds, read: Read) -> Numbers:
    """Say whether the same is read whoever is left out."""
    stays = np.ones(worlds.shape[1], dtype=np.int64)
    for step, people in enumerate(worlds):
        one = (np.arange(len(worlds)) == step)[:, None]
        stays &= (read(worlds - one) == read(worlds)) | (people == 0)
    return stays


def _statement(name: str, answers: range, read: Read) -> Control:
    return Control(name, answers, Kind(name, FIVE_STEPS, read))


FEW = TIERS[0]
TEN = range(10, 11)
LEAST_IN_SHARES = range(SHARES_FROM, SHARES_FROM + 1)
CONTROLS = (
    _statement("the score to the nearest 5 points", FEW, to_the_nearest_five),
    _statement("mean and standard deviation to one decimal", FEW, mean_and_deviation),
    _statement("the cell, and how many agree", FEW, and_how_many_agree),
    _statement('"alike" in the highest class too', FEW, and_alike),
    _statement('"alike" beside a ten-point class', TEN, and_alike),
    _statement("a band for 100 %", LEAST_IN_SHARES, with_a_band_for_everyone),
    _statement("the cell, and if its class stays", FEW, and_whether_the_class_stays),
    _statement("the cell, and if a gap stays", FEW, and_whether_the_gap_stays),
    *(
        Control(f"a floor of {n}: {kind.name}", range(n, n + 1), kind)
        for n, kind in (
            (3, STATEMENT),
            (4, STATEMENT),
            (3, practice(3)),
            (4, practice(3)),
            (3, purpose(6)),
            (4, purpose(2)),
        )
    ),
)


def controls() -> Iterator[Row]:
    """Yield a row for each control."""
    for each in CONTROLS:
        kind, answers = each.kind, each.answers
        span = f"{answers[0]} to {answers[-1]}" if len(answers) > 1 else f"{answers[0]}"
        accounts = (kind.account(kind.known(n)) for n in answers)
        yield Row(each.name, None, span, total(accounts))
