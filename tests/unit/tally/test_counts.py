"""Counts: reverse items turned, and nothing counted that is no answer."""

import pytest

from peeraudit.disclosure.classes import points
from peeraudit.instrument.definition import Form
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.pages import questionnaire
from peeraudit.questionnaire.questions import QuestionKey, keys
from peeraudit.response.responses import Draft, Response, read_response
from peeraudit.tally.counts import Tallies, Tally, count
from tests.unit.factories import MG, PW, ST, SU, make_asking, role_adoption

ASKING = make_asking()
FORMS = {group: questionnaire(ASKING, group) for group in Group}


def say(group: Group, **values: str) -> Response:
    """One person's answers; everything else is skipped."""
    return read_response(FORMS[group], Draft(values))


def tally_of(
    *responses: Response, item: str, group: Group = PW, about: Group | None = None
) -> Tally:
    found = [
        tally
        for tally in count(responses, ASKING).tallies
        if (tally.group, tally.key) == (group, QuestionKey(item, about))
    ]
    assert len(found) == 1
    return found[0]


def test_answers_are_counted_by_step() -> None:
    said = [say(PW, SE4=step) for step in ("1", "4", "4", "5")]
    tally = tally_of(*said, item="SE4")
    assert tally.counts == {"1": 1, "4": 2, "5": 1}
    assert (tally.valid, tally.people) == (4, 4)


@pytest.mark.parametrize(
    ("said", "counted"), [("1", "5"), ("2", "4"), ("3", "3"), ("4", "2"), ("5", "1")]
)
def test_a_reverse_statement_is_turned_round(said: str, counted: str) -> None:
    reverse = {item.id for item in role_adoption().items if item.reverse}
    assert "SE6" in reverse
    assert "SE5" not in reverse
    assert tally_of(say(PW, SE6=said), item="SE6").counts == {counted: 1}
    assert tally_of(say(PW, SE5=said), item="SE5").counts == {said: 1}


def test_a_guess_about_a_reverse_statement_is_turned_round_too() -> None:
    guess = read_response(FORMS[ST], Draft({"BD3.peer_worker": "5"}))
    assert tally_of(guess, item="BD3", group=ST, about=PW).counts == {"1": 1}


def test_not_knowing_and_skipping_leave_the_mean_alone() -> None:
    said = [say(PW, SE4="5"), say(PW, SE4="dont_know"), say(PW)]
    tally = tally_of(*said, item="SE4")
    assert tally.counts == {"5": 1}
    assert (tally.valid, tally.dont_know, tally.people) == (1, 1, 3)


def test_not_knowing_is_not_counted_as_skipping() -> None:
    assert tally_of(say(PW), item="SE4").dont_know == 0
    assert tally_of(say(PW, SE4="dont_know"), item="SE4").dont_know == 1


def test_practices_and_purposes_are_counted_by_option() -> None:
    said = [say(PW, PR1="part", RCK="a"), say(PW, PR1="must_never", RCK="dont_know")]
    assert tally_of(*said, item="PR1").counts == {"part": 1, "must_never": 1}
    assert tally_of(*said, item="RCK").counts == {"a": 1}
    assert tally_of(*said, item="RCK").dont_know == 1


def test_groups_are_counted_apart() -> None:
    said = [say(PW, SE4="1"), say(ST, SE4="5"), say(ST, SE4="5")]
    assert tally_of(*said, item="SE4", group=PW).counts == {"1": 1}
    assert tally_of(*said, item="SE4", group=ST).counts == {"5": 2}
    assert count(said, ASKING).answered == {MG: 0, PW: 1, ST: 2, SU: 0}


def test_a_guess_is_counted_apart_from_what_the_group_says_itself() -> None:
    said = read_response(FORMS[ST], Draft({"SE4": "5", "SE4.peer_worker": "2"}))
    assert tally_of(said, item="SE4", group=ST).counts == {"5": 1}
    assert tally_of(said, item="SE4", group=ST, about=PW).counts == {"2": 1}


def test_an_empty_response_counts_as_a_person() -> None:
    told = count([say(PW)], ASKING)
    assert told.answered[PW] == 1
    assert {tally.people for tally in told.tallies if tally.group is PW} == {1}


def test_everything_asked_has_a_tally_and_nothing_else() -> None:
    asking = make_asking(form=Form.CORE, groups=(PW, ST), comments=True)
    told = count([], asking)
    assert [(tally.group, tally.key) for tally in told.tallies] == [
        (group, key) for group in (PW, ST) for key in keys(asking, group)
    ]
    assert told.answered == {PW: 0, ST: 0}


def test_a_comment_is_in_no_tally() -> None:
    asking = make_asking(comments=True)
    form = questionnaire(asking, PW)
    told = count([read_response(form, Draft({"comment": "More time."}))], asking)
    assert "comment" not in {tally.key.item for tally in told.tallies}


def score(tally: Tally) -> float:
    return points(tally.counts) / tally.valid


def test_a_person_more_or_less_moves_a_score_by_no_more_than_their_share() -> None:
    for others in (("1", "2", "3", "4"), ("5", "5", "5", "5"), ("1", "1", "5", "5")):
        without = tally_of(*(say(PW, SE4=step) for step in others), item="SE4")
        for step in ("1", "2", "3", "4", "5", "dont_know", ""):
            everyone = [say(PW, SE4=each) for each in (*others, step)]
            moved = abs(score(tally_of(*everyone, item="SE4")) - score(without))
            # one of five: at most a fifth of the whole scale
            assert moved <= 100 / 5


def test_the_order_of_the_boxes_does_not_matter() -> None:
    pairs = [("1", "part"), ("3", "not_part"), ("5", "part")]
    said = [say(PW, SE4=step, PR1=option) for step, option in pairs]
    assert in_plain_values(count(said, ASKING)) == in_plain_values(
        count(said[::-1], ASKING)
    )


def in_plain_values(told: Tallies) -> object:
    return [(str(each.key), dict(each.counts), each.dont_know) for each in told.tallies]
