"""A whole response: read, packed for sealing, and never longer than its box."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.instrument.definition import CommentItem
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.pages import Questionnaire, questionnaire
from peeraudit.questionnaire.questions import DONT_KNOW, QuestionKey
from peeraudit.response.answers import Choice, InvalidAnswer, NotAnswered, Rating
from peeraudit.response.responses import (
    Draft,
    Scope,
    Sheet,
    longest,
    pack,
    read_response,
    unpack,
)
from peeraudit.sealing.marks import mark
from tests.unit.factories import PW, ST, make_asking

TOKEN = mark(b"key", "token", "a code").hex()
FORMS = {group: questionnaire(make_asking(comments=True), group) for group in Group}


def test_a_response_holds_an_answer_for_all_that_was_asked() -> None:
    told = read_response(
        FORMS[PW], Draft({"SE4": "4", "PR1": "part", "SE5": "dont_know"})
    )
    assert told.group is PW
    assert len(told.answers) == len(FORMS[PW].asked)
    assert told.answer(QuestionKey("SE4")) == Rating(4)
    assert told.answer(QuestionKey("PR1")) == Choice("part")
    assert told.answer(QuestionKey("SE5")) is NotAnswered.DONT_KNOW
    assert told.answer(QuestionKey("SE6")) is NotAnswered.SKIPPED


def test_what_was_not_asked_has_no_answer_even_where_a_value_is_sent() -> None:
    told = read_response(FORMS[PW], Draft({"SE4.peer_worker": "5", "FT1.manager": "1"}))
    assert told.answer(QuestionKey("SE4", PW)) is NotAnswered.NOT_ASKED
    assert {type(answer) for answer in told.answers.values()} == {NotAnswered}


def test_a_guess_is_not_the_answer_of_its_own_group() -> None:
    told = read_response(FORMS[ST], Draft({"SE4": "5", "SE4.peer_worker": "1"}))
    assert told.answer(QuestionKey("SE4")) == Rating(5)
    assert told.answer(QuestionKey("SE4", PW)) == Rating(1)


def test_one_wrong_value_refuses_the_whole_response() -> None:
    with pytest.raises(InvalidAnswer):
        read_response(FORMS[PW], Draft({"SE4": "4", "SE5": "7"}))


@pytest.mark.parametrize("scope", [None, *Scope])
@pytest.mark.parametrize("group", Group)
def test_what_is_packed_is_unpacked(group: Group, scope: Scope | None) -> None:
    values = {"SE4": "4", "comment": 'Ünïcode \U0001f600 " \\ \n'}
    sheet = Sheet(group, Draft(values, scope), TOKEN)
    again = unpack(pack(sheet))
    assert again == sheet
    # Whoever submits is held to one group and one scope: names alone are none.
    assert again.group is group
    assert again.draft.scope is scope


def test_a_draft_has_no_token_as_no_code_is_spent_on_it() -> None:
    assert unpack(pack(Sheet(PW, Draft({"SE4": "4"})))).token == ""


def test_what_nobody_chose_counts_for_this_team() -> None:
    assert read_response(FORMS[PW], Draft()).scope is Scope.THIS_TEAM
    chosen = Draft({}, Scope.ONLY_POOLED)
    assert read_response(FORMS[PW], chosen).scope is Scope.ONLY_POOLED


def test_nothing_is_packed_but_group_scope_and_values() -> None:
    assert json.loads(pack(Sheet(PW, Draft({"SE4": "4"}, Scope.ONLY_POOLED), "t"))) == {
        "group": "peer_worker",
        "scope": "only_pooled",
        "token": "t",
        "values": {"SE4": "4"},
    }


MOST = next(
    asked.item.longest
    for asked in FORMS[PW].asked.values()
    if isinstance(asked.item, CommentItem)
)
"""Characters in a comment."""
COMMENTS = st.one_of(
    st.text(max_size=40),
    st.text('\U0001f600\x00"é ', min_size=MOST, max_size=MOST),
)


@st.composite
def filled_in(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, str]]:
    """Draw a form, and values that its pages could have sent."""
    form = FORMS[draw(st.sampled_from(Group))]
    turn = draw(st.integers(0, 60))
    values = {}
    for number, (name, asked) in enumerate(form.asked.items()):
        choices = ("", DONT_KNOW, *asked.options)
        values[name] = choices[(turn * number + turn) % len(choices)]
    return form, {**values, "comment": draw(COMMENTS).strip()}


@given(filled_in(), st.sampled_from([None, *Scope]))
def test_no_response_is_longer_than_its_box(
    given_answers: tuple[Questionnaire, dict[str, str]], scope: Scope | None
) -> None:
    form, values = given_answers
    read_response(form, Draft(values))
    assert len(pack(Sheet(form.group, Draft(values, scope), TOKEN))) <= longest(form)


@pytest.mark.parametrize("group", Group)
def test_a_box_is_no_longer_than_the_longest_response(group: Group) -> None:
    form = FORMS[group]
    values = {
        name: max((DONT_KNOW, *asked.options), key=len)
        for name, asked in form.asked.items()
    }
    # a character outside the basic plane takes twelve bytes in JSON
    values["comment"] = "\U0001f600" * MOST
    read_response(form, Draft(values))
    packed = pack(Sheet(group, Draft(values, Scope.ONLY_POOLED), TOKEN))
    assert len(packed) == longest(form)


def test_without_comments_a_box_is_small() -> None:
    assert longest(questionnaire(make_asking(), PW)) < 4_000
