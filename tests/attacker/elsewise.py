"""Other teams of which the same would be published, made from the worlds that fit.

They test the attacker: where it has read everything that is told, a team made of any
worlds that fit shows the same, to the last byte. And they are what protects people: in
them others are on other sides, and a group below the floor says anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from tests.attacker.attack import Attack, Knower, fitting
from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.recover import columns, sides_of
from tests.attacker.team import SKIPPED, UNSURE, Person, Team
from tests.attacker.worlds import others

World = Sequence[int]
People = tuple[Person, ...]


def elsewise(team: Team, attack: Attack, chance: Random) -> tuple[Team, Team]:
    """Return two other teams in which every question to every group is answered anew.

    The first person of each group that is shown answers as before. Between them, the
    two teams have the others of every group on different sides of every question.
    """
    people = {
        group: _other_people(group, members, attack, chance)
        for group, members in team.people.items()
    }
    one, other = (
        replace(team, people={group: pair[number] for group, pair in people.items()})
        for number in (0, 1)
    )
    return one, other


def _other_people(
    group: str, members: People, attack: Attack, chance: Random
) -> tuple[People, People]:
    """Return two other ways in which a group can have answered."""
    if group in attack.catalogue.hidden:
        return _anyone(group, attack, chance), _anyone(group, attack, chance)
    if group in attack.catalogue.open:
        return members, members
    first = Knower(f"{group} 0", group, columns(members[0], attack.catalogue))
    worlds = {
        question: _unlike(attack, question, first, chance)
        for question in attack.catalogue.questions
        if question.group == group
    }
    one, other = (
        _people(
            {question: pair[number] for question, pair in worlds.items()},
            first,
            attack.catalogue,
            chance,
        )
        for number in (0, 1)
    )
    return one, other


def _unlike(
    attack: Attack, question: Question, knower: Knower, chance: Random
) -> tuple[World, World]:
    """Return two worlds that fit in which others are on sides as unlike as can be."""
    known = attack.known(question, knower, frozenset())
    fits = fitting(known)
    statement = attack.catalogue.is_statement(question.item)
    seen = sides_of(others(fits, known.own), statement=statement)
    how_many = seen.sum(axis=1)
    one = chance.choice(np.flatnonzero(how_many == how_many.max()))
    # In the other, somebody is on a side where nobody is in the one, if that can be.
    news = np.flatnonzero((seen & ~seen[one]).any(axis=1))
    other = chance.choice(news) if len(news) else chance.randrange(len(fits))
    return tuple(fits[one]), tuple(fits[other])


def _people(
    worlds: Mapping[Question, World],
    first: Knower,
    catalogue: Catalogue,
    chance: Random,
) -> People:
    """Return people who answer as in these worlds, the first of them as before."""
    said: dict[Question, list[str]] = {}
    for question, world in worlds.items():
        offered = (*catalogue.options(question.item), UNSURE, SKIPPED)
        own = first.answers[question]
        rest = [column for column, n in enumerate(world) for _ in range(n)]
        rest.remove(own)
        chance.shuffle(rest)
        said[question] = [offered[column] for column in (own, *rest)]
    answers = zip(*said.values(), strict=True)
    return tuple(dict(zip(said, each, strict=True)) for each in answers)


def _anyone(group: str, attack: Attack, chance: Random) -> People:
    """Return any people of a hidden group: as many as fit, saying what they like."""
    catalogue = attack.catalogue
    asked = [each for each in catalogue.questions if each.group == group]
    return tuple(
        {
            each: chance.choice((*catalogue.options(each.item), UNSURE, SKIPPED))
            for each in asked
        }
        for _ in range(chance.choice(attack.numbers[group]))
    )
