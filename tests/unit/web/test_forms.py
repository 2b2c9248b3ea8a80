"""What a page of questions sends, and what of it is an answer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.instrument.definition import CommentItem, Form, Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.pages import Page, Questionnaire, questionnaire
from peeraudit.questionnaire.questions import Asked, Asking, QuestionKey
from peeraudit.settings import CHECKOUT
from peeraudit.web.forms import faults_of, read_page

ITEM = CommentItem(id="say", groups=(Group.MANAGER,), longest=20)
COMMENT = Asked(QuestionKey("say"), ITEM, "Anything else?", {})


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return load(Path(CHECKOUT / "instruments" / "role-adoption"))


@pytest.fixture(scope="module")
def asked(instrument: Instrument) -> Questionnaire:
    groups, words = frozenset(Group), LocalWords("x")
    who = Asking(instrument, Form.CORE, groups, comments=frozenset(), words=words)
    return questionnaire(who, Group.PEER_WORKER)


def test_what_is_not_sent_is_not_changed() -> None:
    assert read_page({"RC1": "4"}) == {"RC1": "4"}


def test_what_is_cleared_is_empty_whatever_else_was_sent() -> None:
    sent = read_page({"RC1": "4", "RC6": "2", "clear": "RC1 SE4.other_staff"})
    assert sent["RC1"] == sent["SE4.other_staff"] == ""
    assert sent["RC6"] == "2"


def test_every_option_is_an_answer(asked: Questionnaire) -> None:
    for name, question in asked.asked.items():
        for value in (*question.options, "dont_know", ""):
            assert faults_of(asked, {name: value}) == {}


@given(value=st.text())
def test_nothing_else_is(asked: Questionnaire, value: str) -> None:
    offered = {"1", "2", "3", "4", "5", "dont_know", ""}
    fault = faults_of(asked, {"RC1": value})
    assert bool(fault) == (value.strip() not in offered)


def test_what_nobody_asked_is_no_fault(asked: Questionnaire) -> None:
    assert faults_of(asked, {"csrf_token": "x", "RC99": "9", "then": "save"}) == {}


def test_a_comment_has_a_length() -> None:
    page = Questionnaire(Group.MANAGER, (Page("say-1", "Say", (COMMENT,)),))
    assert faults_of(page, {"say": "x" * 20}) == {}
    fault = faults_of(page, {"say": "x" * 21})
    assert fault == {"say": "Use 20 characters or fewer: there are 21 now"}


def test_the_end_of_a_line_is_one_character_as_people_count() -> None:
    assert read_page({"say": "One\r\n\r\ntwo \r\n"}) == {"say": "One\n\ntwo"}
