"""Who misreads whom: four states, and the errors that stand beside them."""

import pytest

from peeraudit.stats.blind_spots import State, coorientation, naive_guesses, state

HIGH, LOW, MIDDLE = [5, 4, 5, 4, 5, 4], [1, 2, 1, 2, 1, 2], [3, 3, 3, 3, 3, 3]
MANY = 4
"""Times as many people, where it takes more to be sure that there is no gap."""


@pytest.mark.parametrize(
    ("own", "guesses", "others", "expected"),
    [
        (HIGH, HIGH, HIGH, State.TRUE_CONSENSUS),
        (HIGH, LOW, LOW, State.TRUE_DISSENSUS),
        (HIGH, HIGH, LOW, State.FALSE_CONSENSUS),
        (MIDDLE, HIGH, LOW, State.FALSE_CONSENSUS),
        (HIGH, LOW, HIGH, State.FALSE_CONFLICT),
    ],
)
def test_a_group_stands_in_one_of_four_states(
    own: list[int], guesses: list[int], others: list[int], expected: State
) -> None:
    found = state(own=own * MANY, guesses=guesses * MANY, others=others * MANY)
    assert found is expected


def test_two_people_do_not_tell_that_there_is_no_gap() -> None:
    assert state(own=[3, 3], guesses=[3, 3], others=[3, 3]) is State.UNCERTAIN


def test_without_guesses_or_others_nothing_is_said() -> None:
    assert state(own=HIGH, guesses=[None] * 6, others=LOW) is State.UNCERTAIN
    assert state(own=HIGH, guesses=HIGH, others=[]) is State.UNCERTAIN


def test_no_bias_may_hide_that_every_guess_is_wrong() -> None:
    found = coorientation(
        own_first=[3, 3, 3, 3],
        own_second=[3, 3],
        first_about_second=[1, 5, 1, 5],
        second_about_first=[None, 3],
    )
    assert found.first.accuracy_bias == 0
    assert found.first.accuracy_error == 2
    assert found.second.congruency == 0


def test_a_guess_is_held_against_knowing_nothing() -> None:
    found = naive_guesses(own=[5, 5], guesses=[4, 5], others=[2, 1])
    assert found.like_us == 3.5
    assert found.middle == 1.5
    assert found.projects
    told = naive_guesses(own=[5, 5], guesses=[2, 1], others=[2, 1])
    assert told.projects is False
    unasked = naive_guesses(own=[5], guesses=[], others=[])
    assert unasked.middle is unasked.like_us is unasked.projects is None
