"""Nothing that is published depends on what a hidden group says, or how many say it.

No reading is needed to see it: with any other answers, every byte is the same.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from peeraudit.disclosure import disclose
from tests.attacker.publish import Published, options, publish
from tests.attacker.team import SKIPPED, UNSURE, Person, Team
from tests.attacker.teams import (
    GROUPS,
    MG,
    PW,
    ST,
    SU,
    at_the_edges,
    complementary,
    dissenter,
    team,
)

FLOORS = (5, 8, 10, 11)


def hidden_by_number(floor: int) -> Team:
    """A team in which peer workers, whom most rules read, are one below the floor."""
    sizes = {MG: floor, PW: floor - 1, ST: floor + 1, SU: floor}
    return team(f"below {floor}", sizes, complementary, floor=floor)


def hidden_by_promise() -> Team:
    sizes = {MG: 1, PW: 12, ST: 7, SU: 5}
    modes = {MG: "attributed", PW: "pooled_only"}
    return team("only over teams", sizes, at_the_edges, modes=modes)


def all_hidden() -> Team:
    return team("nobody shown", dict.fromkeys(GROUPS, 4), dissenter)


TEAMS = {
    each.name: each
    for each in (*map(hidden_by_number, FLOORS), hidden_by_promise(), all_hidden())
}
every_team = pytest.mark.parametrize("name", TEAMS)


def hidden_groups(of: Published) -> set[str]:
    withheld = json.loads(of.release)["withheld"]
    return {each["group"] for each in withheld if each["item"] is None}


def with_other_answers(of: Team, hidden: set[str], *, times: int) -> Iterator[Team]:
    """The same team, its hidden groups as many as they can be, and saying anything."""
    for number in range(times):
        chance = Random(f"{of.name} {number}")  # noqa: S311  # a team is no secret
        people = dict(of.people)
        for group in hidden:
            members = of.people[group]
            fixed = of.modes.get(group) == "pooled_only"
            n = len(members) if fixed else chance.randrange(of.floor)
            people[group] = tuple(_anyone(members[0], chance) for _ in range(n))
        yield replace(of, people=people, asked={**of.asked})


def _anyone(like: Person, chance: Random) -> Person:
    """Somebody who is asked the same and says anything."""
    return {
        question: chance.choice((*options(question.item), UNSURE, SKIPPED))
        for question in like
    }


@every_team
def test_every_byte_is_the_same_whatever_they_say(name: str) -> None:
    was = publish(TEAMS[name])
    for other in with_other_answers(TEAMS[name], hidden_groups(was), times=6):
        would_be = publish(other)
        assert other != TEAMS[name]
        assert would_be.release == was.release
        assert would_be.page == was.page
        assert would_be.table == was.table


def test_the_paper_is_the_same_whatever_they_say() -> None:
    was = publish(all_hidden())
    (other,) = with_other_answers(all_hidden(), set(GROUPS), times=1)
    assert publish(other).paper == was.paper


@every_team
def test_a_release_holds_nothing_of_them_but_why(name: str) -> None:
    was = publish(TEAMS[name])
    hidden = hidden_groups(was)
    release = json.loads(was.release)
    assert hidden
    assert hidden & set(told_of(release)) == set()
    reasons = [each for each in release["withheld"] if each["group"] in hidden]
    assert len(reasons) == len(hidden)


def told_of(release: dict[str, Any]) -> Iterator[str]:
    """Every group of which a release tells anything that was said."""
    derived = release["derived"]
    said = (*release["cells"], *derived["themes"], *derived["purposes"])
    yield from (each["group"] for each in said)
    yield from (each[end] for each in derived["gaps"] for end in ("higher", "lower"))
    for practice in derived["practice"]["practices"]:
        yield from practice["says"]


@pytest.mark.parametrize("floor", FLOORS)
def test_their_number_is_no_more_than_fewer_than_the_floor(floor: int) -> None:
    was = publish(hidden_by_number(floor))
    numbers = {g["group"]: g["answered"] for g in json.loads(was.release)["groups"]}
    assert numbers[PW] is None
    assert f"Fewer than {floor}" in was.page
    rows = [
        line for line in was.table.decode().splitlines() if line.startswith('"Peer')
    ]
    assert rows
    assert all(f'"fewer than {floor}"' in line for line in rows)


def test_a_group_that_is_let_through_is_seen_in_other_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    below = hidden_by_number(5)
    (other,) = with_other_answers(below, {PW}, times=1)
    assert publish(other).release == publish(below).release
    monkeypatch.setattr(disclose, "_group_reason", lambda *_: None)
    assert publish(other).release != publish(below).release
