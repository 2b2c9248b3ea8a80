"""How many a view over teams says have answered: it tells nobody's choice."""

import pytest

from peeraudit.disclosure.cells import Cell, Cells, ClassReading
from peeraudit.disclosure.pooling import CannotPool, WaitingTeam, pool
from peeraudit.tally.counts import Tallies
from tests.unit.factories import PW, make_tally, role_adoption


def say(answered: int) -> Tallies:
    """One team in which so many said the same."""
    return Tallies({PW: answered}, (make_tally("PW SE4", {"2": answered}),))


def pooled(*numbers: int) -> Cells:
    """A view over teams of which everybody answered."""
    return pool([WaitingTeam(say(n), n) for n in numbers], PW, role_adoption())


@pytest.mark.parametrize(
    ("numbers", "told"), [((9, 8, 7), 10), ((9, 8, 8), 25), ((20, 20, 9), 25)]
)
def test_a_view_tells_how_many_answered_no_more_exactly_than_where_more_is_told(
    numbers: tuple[int, ...], told: int
) -> None:
    assert pooled(*numbers).groups[0].answered == told


def waiting(*of_teams: tuple[int, int, int]) -> list[WaitingTeam]:
    """Teams by how many answered, were asked, and are told to be missing."""
    return [
        WaitingTeam(say(answered), asked, missing)
        for answered, asked, missing in of_teams
    ]


def test_a_view_does_not_tell_that_somebody_answered_for_it_alone() -> None:
    # The first team tells that fewer than 5 of its 5 answered: all 5 did, for a view.
    teams = waiting((5, 5, 1), (3, 3, 0), (2, 2, 0))
    with pytest.raises(CannotPool, match="answered for it alone"):
        pool(teams, PW, role_adoption())
    teams = waiting((5, 5, 1), (3, 3, 0), (2, 3, 0))
    assert pool(teams, PW, role_adoption()).groups[0].answered == 10


def test_nothing_is_told_that_only_more_answers_allow_than_the_view_tells() -> None:
    # 25 of 25 answered, and one of them is told not to have
    teams = waiting((9, 9, 1), (8, 8, 0), (8, 8, 0))
    cells = pool(teams, PW, role_adoption())
    assert cells.groups[0].answered == 10
    (cell,) = cells.cells
    assert isinstance(cell, Cell)
    assert cell.reading == ClassReading("20_to_29")
