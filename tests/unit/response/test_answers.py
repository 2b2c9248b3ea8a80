"""A value from a form or a draft is an answer, a named way of not answering, or no."""

import pytest

from peeraudit.questionnaire.questions import Asked, questions
from peeraudit.response.answers import (
    Answer,
    Choice,
    Comment,
    InvalidAnswer,
    NotAnswered,
    Rating,
    offers,
    read_answer,
)
from tests.unit.factories import PW, make_asking, role_adoption

ASKED = {str(each.key): each for each in questions(make_asking(comments=True), PW)}
LONGEST = role_adoption().comments[0].longest


def asked(name: str) -> Asked:
    return ASKED[name]


@pytest.mark.parametrize(
    ("name", "value", "answer"),
    [
        ("SE4", "1", Rating(1)),
        ("SE4", "5", Rating(5)),
        ("SE4", " 4 ", Rating(4)),
        ("SE6", "2", Rating(2)),  # as said: turned round when it is counted
        ("SE4.other_staff", "3", Rating(3)),
        ("PR1", "must_never", Choice("must_never")),
        ("RCK", "f", Choice("f")),
        ("comment", " More time. ", Comment("More time.")),
        ("comment", "x" * LONGEST, Comment("x" * LONGEST)),
        ("comment", "dont_know", Comment("dont_know")),
        ("comment", "5", Comment("5")),
    ],
)
def test_a_value_is_read_as_its_question_asks(
    name: str, value: str, answer: Answer
) -> None:
    assert read_answer(asked(name), value) == answer
    assert offers(asked(name), value)


@pytest.mark.parametrize("name", ["SE4", "SE4.other_staff", "PR1", "RCK"])
def test_not_knowing_is_an_answer_and_leaving_out_is_not(name: str) -> None:
    assert read_answer(asked(name), "dont_know") is NotAnswered.DONT_KNOW
    assert read_answer(asked(name), "") is NotAnswered.SKIPPED
    assert read_answer(asked(name), "  \n") is NotAnswered.SKIPPED


def test_an_empty_comment_is_skipped() -> None:
    assert read_answer(asked("comment"), " \r\n ") is NotAnswered.SKIPPED


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SE4", "0"),
        ("SE4", "6"),
        ("SE4", "-1"),
        ("SE4", "1.0"),
        ("SE4", "01"),
        ("SE4", "+1"),
        ("SE4", "1 2"),
        ("SE4", "\u0663"),  # a three, in Arabic digits: int() would read it
        ("SE4", "part"),
        ("SE4", "DONT_KNOW"),
        ("SE4", "not_asked"),
        ("SE4", "skipped"),
        ("PR1", "1"),
        ("PR1", "Part"),
        ("PR1", "mixed"),
        ("RCK", "g"),
        ("RCK", "ab"),
        ("comment", "x" * (LONGEST + 1)),
    ],
)
def test_a_value_that_is_not_offered_is_refused(name: str, value: str) -> None:
    with pytest.raises(InvalidAnswer):
        read_answer(asked(name), value)
    assert not offers(asked(name), value)


def test_three_ways_of_not_answering_are_three_values() -> None:
    assert len({NotAnswered.SKIPPED, NotAnswered.DONT_KNOW, NotAnswered.NOT_ASKED}) == 3
