"""Counts that wait for a view over teams: the same again, and of one length."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.instrument.definition import Form
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import QuestionKey, keys
from peeraudit.sealing.boxes import new_pair, seal
from peeraudit.tally.counts import Tallies, Tally
from peeraudit.tally.packed import longest, options, pack, unpack
from tests.unit.factories import PW, ST, make_asking, make_tally, role_adoption

CORE = make_asking(form=Form.CORE)
GROUPS = st.sampled_from(Group)


def drawn(group: Group, people: int, random: Random) -> Tallies:
    """Counts of so many people, who answer, skip, or do not know, as it comes."""
    tallies = []
    for key in keys(CORE, group):
        cuts = sorted(random.randint(0, people) for _ in range(2))
        unsure, valid = cuts[0], cuts[1] - cuts[0]
        counts: dict[str, int] = {}
        for _ in range(valid):
            option = random.choice(options(CORE.instrument, key))
            counts[option] = counts.get(option, 0) + 1
        tallies.append(Tally(group, key, counts, unsure, people))
    return Tallies({group: people}, tuple(tallies))


@given(GROUPS, st.integers(0, 40), st.randoms(use_true_random=False))
def test_counts_that_are_packed_are_unpacked_the_same(
    group: Group, people: int, random: Random
) -> None:
    tallies = drawn(group, people, random)
    assert unpack(pack(tallies, group), group) == tallies


@given(GROUPS, st.integers(0, 40), st.data(), st.randoms(use_true_random=False))
def test_no_counts_are_longer_than_their_box(
    group: Group, asked: int, data: st.DataObject, random: Random
) -> None:
    answered = data.draw(st.integers(0, asked))
    packed = pack(drawn(group, answered, random), group)
    assert len(packed) <= longest(CORE, group, asked)


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("people", [1, 9, 10, 99, 100])
def test_everybody_saying_the_same_fits_and_so_does_everybody_saying_another(
    group: Group, people: int
) -> None:
    for number in range(6):
        counts = {}
        for key in keys(CORE, group):
            offered = options(CORE.instrument, key)
            counts[key] = {offered[number % len(offered)]: people}
        same = [Tally(group, key, each, 0, people) for key, each in counts.items()]
        packed = pack(Tallies({group: people}, tuple(same)), group)
        assert len(packed) <= longest(CORE, group, people)
    unsure = tuple(Tally(group, key, {}, people, people) for key in keys(CORE, group))
    packed = pack(Tallies({group: people}, unsure), group)
    assert len(packed) <= longest(CORE, group, people)


def test_as_many_signs_as_numbers_of_two_places_need_fit() -> None:
    asking = make_asking()
    spread = tuple(
        Tally(PW, key, dict.fromkeys(options(asking.instrument, key), 10), 10, 90)
        for key in keys(asking, PW)
    )
    packed = pack(Tallies({PW: 90}, spread), PW)
    # every number in it has two places, as the number of those asked: nothing to spare
    assert len(packed) == longest(asking, PW, 90)


@given(st.randoms(use_true_random=False))
def test_every_box_has_one_length_whatever_was_said_and_by_how_many(
    random: Random,
) -> None:
    public, length = new_pair().public, longest(CORE, PW, 30)
    boxes = {
        len(seal(public, pack(drawn(PW, people, random), PW), length))
        for people in (0, 1, 9, 10, 30)
    }
    assert len(boxes) == 1


def test_guesses_are_told_from_what_a_group_says_itself() -> None:
    own, guess = make_tally("PW SE4", {"2": 3}), make_tally("PW SE4 of ST", {"5": 3})
    packed = pack(Tallies({PW: 3}, (own, guess)), PW)
    assert unpack(packed, PW).tallies == (own, guess)


def test_no_other_group_is_packed() -> None:
    tallies = (make_tally("PW SE4", {"2": 3}), make_tally("ST SE4", {"5": 7}))
    packed = pack(Tallies({PW: 3, ST: 7}, tallies), PW)
    assert unpack(packed, PW) == Tallies({PW: 3}, tallies[:1])
    assert "7" not in packed.decode()


def test_nothing_is_packed_but_counts() -> None:
    tally = make_tally("PW SE4", {"2": 2, "5": 1}, dont_know=1, people=6)
    assert json.loads(pack(Tallies({PW: 6}, (tally,)), PW)) == {
        "people": 6,
        "tallies": [["SE4", None, {"2": 2, "5": 1}, 1]],
    }


@pytest.mark.parametrize(
    ("item", "counted"),
    [
        ("SE4", ("1", "2", "3", "4", "5")),
        ("PR1", ("part", "not_part", "must_never")),
        ("RCK", ("a", "b", "c", "d", "e", "f")),
    ],
)
def test_everything_that_can_be_counted_is_known(
    item: str, counted: tuple[str, ...]
) -> None:
    assert options(role_adoption(), QuestionKey(item)) == counted
