"""The PDF tells nothing that the page does not; it takes seconds, so few are made."""

from functools import cache
from random import Random

import pytest

from tests.attacker.attack import OUTSIDER, Attack, fitting
from tests.attacker.catalogue import Question
from tests.attacker.elsewise import elsewise
from tests.attacker.publish import Published, publish
from tests.attacker.reading import READERS, attack
from tests.attacker.recover import everyone, recovered
from tests.attacker.teams import MG, PW, ST, SU, at_the_edges, one_is_unsure, team

TEAMS = {
    each.name: each
    for each in (
        team("in bands of every kind", {MG: 5, PW: 12, ST: 4, SU: 25}, at_the_edges),
        team(
            "under every promise",
            {MG: 1, PW: 1, ST: 5, SU: 7},
            one_is_unsure,
            asked={MG: 1, PW: 3, ST: 6, SU: 7},
            modes={MG: "attributed", PW: "joint_sheet", SU: "pooled_only"},
        ),
    )
}
every_team = pytest.mark.parametrize("name", TEAMS)


@cache
def published(name: str) -> Published:
    return publish(TEAMS[name])


@cache
def attacked(name: str) -> Attack:
    return attack(published(name), *READERS)


@every_team
def test_with_the_paper_too_nobody_is_certain_of_anything(name: str) -> None:
    knowers = everyone(TEAMS[name], attacked(name).catalogue)
    certain = [each for one in knowers for each in recovered(attacked(name), one)]
    assert certain == []
    assert attacked(name).unexplained == frozenset()


@every_team
def test_of_another_team_the_same_would_have_been_printed(name: str) -> None:
    chance = Random(name)  # noqa: S311  # a team is no secret
    other, _ = elsewise(TEAMS[name], attacked(name), chance)
    assert other != TEAMS[name]
    assert publish(other).paper == published(name).paper


@every_team
@pytest.mark.parametrize("channel", READERS)
def test_each_reading_teaches_all_that_is_told_of_a_statement(
    name: str, channel: str
) -> None:
    whole, alone = attacked(name), attack(published(name), channel)
    assert alone.numbers == whole.numbers
    for question in whole.catalogue.questions:
        if question in few_answered(whole):
            continue  # That half of a group do not know is not on page and paper.
        statement = whole.catalogue.is_statement(question.item) and not question.about
        if statement and question.group in whole.catalogue.banded:
            by_itself, together = (
                fitting(each.known(question, OUTSIDER, frozenset()))
                for each in (alone, whole)
            )
            assert len(by_itself) == len(together), question


def few_answered(found: Attack) -> set[Question]:
    """The questions of shown groups that too few answered."""
    return {
        Question(each["group"], each["item"], each["about"] or "")
        for each in found.catalogue.release["withheld"]
        if each["item"]
    }
