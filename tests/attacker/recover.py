"""What anyone who reads everything can be certain of, though it was to stay unknown.

*Recovered* means: in every set of answers that fits all that is published and one
member's own answers, all others of a shown group who answer are on one side of an item,
or none of them answers, or none knows; or a group below the floor has one sum, or one
number of people.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tests.attacker.attack import OUTSIDER, Attack, Knower, Known, fitting
from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.learned import SIDES
from tests.attacker.team import SKIPPED, UNSURE, Person, Team
from tests.attacker.worlds import (
    BESIDE,
    Mask,
    Worlds,
    options_of,
    others,
    people,
    unsure,
)


@dataclass(frozen=True)
class Recovered:
    """Something that somebody is certain of."""

    who: str
    where: Question
    what: str


def everyone(team: Team, catalogue: Catalogue) -> Iterator[Knower]:
    """Yield who may try: somebody from outside, and every member of every group.

    A manager is a member too; the roster that managers have tells how many were asked,
    which is published anyway.
    """
    yield OUTSIDER
    for group, members in team.people.items():
        for number, person in enumerate(members):
            name = f"{group} {number}"
            yield Knower(name, group, columns(person, catalogue))


def columns(person: Person, catalogue: Catalogue) -> dict[Question, int]:
    """Return the columns of a person's answers in a world."""
    return {
        question: column(said, catalogue.options(question.item))
        for question, said in person.items()
    }


def column(said: str, options: tuple[str, ...]) -> int:
    """Return the column of an answer."""
    return (*options, UNSURE, SKIPPED).index(said)


def world_of(
    question: Question, people: Sequence[Person], catalogue: Catalogue
) -> Worlds:
    """Return the world in which people answer as they do, by itself."""
    options = catalogue.options(question.item)
    gave = Counter(column(person[question], options) for person in people)
    columns_of = range(len(options) + BESIDE)
    return np.array([[gave[each] for each in columns_of]], dtype=np.int16)


def recovered(attack: Attack, knower: Knower) -> Iterator[Recovered]:
    """Yield everything that somebody is certain of, and must not be."""
    catalogue, joined = attack.catalogue, attack.joined(knower)
    for question in catalogue.questions:
        # Of other groups a member knows what an outsider does, if nothing joins them.
        if knower.group not in {"", question.group} and not attack.joining:
            continue
        known = attack.known(question, knower, joined.get(question, frozenset()))
        statement = catalogue.is_statement(question.item)
        if question.group in catalogue.banded:
            certain = certain_of_shown(known, statement=statement)
        elif question.group in catalogue.hidden:
            floor = catalogue.floor
            certain = certain_of_hidden(known, floor=floor, statement=statement)
        else:
            continue
        yield from (Recovered(knower.name, question, each) for each in certain)


def sides_of(told: Worlds, *, statement: bool) -> Mask:
    """Return on which sides anyone is, a row for each world."""
    steps = options_of(told)
    sides = SIDES if statement else tuple((each,) for each in range(steps.shape[1]))
    return np.column_stack([steps[:, list(side)].any(axis=1) for side in sides])


@lru_cache(maxsize=8192)
def certain_of_shown(known: Known, *, statement: bool) -> tuple[str, ...]:
    """Return what is certain of all others of a group that is shown."""
    rest = others(fitting(known), known.own)
    seen = sides_of(rest, statement=statement).any(axis=0)
    certain = []
    if seen.sum() == 1:
        certain.append(f"all others who answer are on side {seen.argmax()}")
    if not seen.any():
        certain.append("nobody else answers")
    if (unsure(rest) == people(rest)).all():
        certain.append("all others do not know")
    return tuple(certain)


@lru_cache(maxsize=8192)
def certain_of_hidden(known: Known, *, floor: int, statement: bool) -> tuple[str, ...]:
    """Return what is certain of a group that is withheld.

    Of a group for a view over teams it is told how many answered, from the floor up.
    """
    if known.own is not None and known.numbers[-1] == 1:
        return ()  # There is nobody else.
    fits = fitting(known)
    steps = options_of(others(fits, known.own))
    added_up = steps @ np.arange(steps.shape[1]) if statement else steps
    how_many = np.unique(people(fits))
    certain = []
    if len(np.unique(added_up, axis=0)) == 1:
        certain.append("it has one sum")
    if len(how_many) == 1 and how_many[0] < floor:
        certain.append("it has one number of people")
    return tuple(certain)
