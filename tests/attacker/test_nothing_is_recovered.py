"""Whoever reads page, chart, CSV and JSON together learns nothing of anybody.

Everything that fits what is published is tried, for somebody from outside and for every
member of every group, managers among them.
"""

from dataclasses import dataclass
from random import Random

import pytest

from tests.attacker.attack import OUTSIDER, Attack
from tests.attacker.catalogue import Question
from tests.attacker.elsewise import elsewise
from tests.attacker.publish import Published, publish
from tests.attacker.reading import attack
from tests.attacker.recover import column, everyone, recovered, sides_of, world_of
from tests.attacker.team import Team
from tests.attacker.teams import adversarial, random_team
from tests.attacker.worlds import others

SEEDS = range(16)
TEAMS = {each.name: each for each in (*adversarial(), *map(random_team, SEEDS))}


@dataclass(frozen=True)
class Attacked:
    """A team, what is published of it, and what the attacker makes of that."""

    team: Team
    published: Published
    attack: Attack
    elsewise: tuple[Team, Team]
    """Other teams that the attacker cannot tell from it."""


@pytest.fixture(scope="module", params=TEAMS)
def attacked(request: pytest.FixtureRequest) -> Attacked:
    team = TEAMS[request.param]
    published = publish(team)
    found = attack(published)
    chance = Random(team.name)  # noqa: S311  # a team is no secret
    return Attacked(team, published, found, elsewise(team, found, chance))


def test_nobody_is_certain_of_anything(attacked: Attacked) -> None:
    knowers = everyone(attacked.team, attacked.attack.catalogue)
    certain = [each for one in knowers for each in recovered(attacked.attack, one)]
    assert certain == []


def test_what_the_attacker_has_read_is_true(attacked: Attacked) -> None:
    for question, claims in attacked.attack.told.items():
        people = attacked.team.people[question.group]
        world = world_of(question, people, attacked.attack.catalogue)
        assert [claim for claim in claims if not claim.fits(world)] == [], question
    for group, numbers in attacked.attack.numbers.items():
        assert len(attacked.team.people[group]) in numbers


def test_scores_on_themes_and_gaps_add_nothing_to_classes(attacked: Attacked) -> None:
    assert attacked.attack.unexplained == frozenset()
    assert attacked.attack.joined(OUTSIDER) == {}


def test_of_other_teams_the_same_would_have_been_published(attacked: Attacked) -> None:
    for other in map(publish, attacked.elsewise):
        assert other.release == attacked.published.release
        assert other.page == attacked.published.page
        assert other.table == attacked.published.table


def test_in_those_teams_the_others_are_on_other_sides(attacked: Attacked) -> None:
    catalogue = attacked.attack.catalogue
    for question in catalogue.questions:
        if question.group in catalogue.banded:
            sides = [
                _sides(each, question, attacked.attack) for each in attacked.elsewise
            ]
            assert len(set().union(*sides)) > 1, question


def _sides(team: Team, question: Question, found: Attack) -> set[int]:
    """The sides on which anyone of a group is, but for the first person."""
    first, *_ = people = team.people[question.group]
    world = world_of(question, people, found.catalogue)
    own = column(first[question], found.catalogue.options(question.item))
    statement = found.catalogue.is_statement(question.item)
    return set(sides_of(others(world, own), statement=statement)[0].nonzero()[0])
