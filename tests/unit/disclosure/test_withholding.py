"""What is withheld depends on numbers and the promise, never on the answers."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from peeraudit.audit.promise import FLOORS, GroupMode, Promise
from peeraudit.disclosure.cells import Cell, Cells
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.frozen import Group
from peeraudit.tally.counts import Tallies, Tally
from tests.unit.factories import PW, ST, make_promise, read_question, role_adoption

QUESTIONS = {
    "PW SE4": ("1", "2", "3", "4", "5"),
    "PW PR1": ("part", "not_part", "must_never"),
    "ST SE4 of PW": ("1", "2", "3", "4", "5"),
    "ST RCK": ("a", "b", "c"),
}
"""What can be answered, by question."""
PEOPLE = st.fixed_dictionaries({PW: st.integers(0, 26), ST: st.integers(0, 26)})

Numbers = Mapping[str, int]
"""How many gave an answer, by question."""


@st.composite
def promises(draw: st.DrawFn) -> Promise:
    modes = {group: draw(st.sampled_from(GroupMode)) for group in (PW, ST)}
    floor = draw(st.sampled_from(sorted(FLOORS)))
    return make_promise({PW: 4, ST: 4}, floor=floor, modes=modes)


@st.composite
def how_many(draw: st.DrawFn, people: Mapping[Group, int]) -> Numbers:
    return {
        question: draw(st.integers(0, people[read_question(question)[0]]))
        for question in QUESTIONS
    }


@st.composite
def answers(draw: st.DrawFn, people: Mapping[Group, int], of: Numbers) -> Tallies:
    """Draw what people answered, given that so many did."""
    tallies = []
    for question, valid in of.items():
        group, key = read_question(question)
        options = QUESTIONS[question]
        cuts = [draw(st.integers(0, valid)) for _ in options[1:]]
        ends = [0, *sorted(cuts), valid]
        counts = {
            option: high - low
            for option, low, high in zip(options, ends, ends[1:], strict=False)
            if high > low
        }
        unsure = draw(st.integers(0, people[group] - valid))
        tallies.append(Tally(group, key, counts, unsure, people[group]))
    return Tallies(people, tuple(tallies))


def outline(told: Cells) -> object:
    """What is shown and what is withheld, without what it says."""
    return (
        told.groups,
        [
            (each.group, each.item, each.about)
            if isinstance(each, Cell)
            else (each.group, each.theme, each.items)
            for each in told.cells
        ],
        [(each.group, each.item, each.about, each.reason) for each in told.withheld],
    )


@given(st.data(), PEOPLE, promises())
def test_other_answers_of_as_many_people_show_and_withhold_the_same(
    data: st.DataObject, people: dict[Group, int], promise: Promise
) -> None:
    asked = data.draw(how_many(people))
    first, second = (
        outline(disclose(tallies, promise, role_adoption()))
        for tallies in data.draw(st.tuples(*[answers(people, asked)] * 2))
    )
    assert first == second


@given(st.data(), PEOPLE, st.sampled_from(sorted(FLOORS)))
def test_an_anonymous_answer_is_shown_only_among_as_many_as_the_floor(
    data: st.DataObject, people: dict[Group, int], floor: int
) -> None:
    asked = data.draw(how_many(people))
    promise = make_promise({PW: 26, ST: 26}, floor=floor)
    told = disclose(data.draw(answers(people, asked)), promise, role_adoption())
    assert len(told.cells) == sum(valid >= floor for valid in asked.values())
    assert all(people[each.group] >= floor for each in told.cells)
