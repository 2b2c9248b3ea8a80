"""The audit before the start asks what can be asked then, in words that look ahead."""

import re

import pytest

from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from tests.unit.instrument.breaking import INSTRUMENTS

AHEAD = re.compile(
    r"\b(will|would|could|agrees?|about what|has been told|have been told|"
    r"know what)\b"
)
LOOKS_BACK = re.compile(r"\b(was|were|did|had|got|used to|started|joined|hired)\b")


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return load(INSTRUMENTS / "readiness")


@pytest.fixture(scope="module")
def in_post() -> Instrument:
    return load(INSTRUMENTS / "role-adoption")


def test_it_is_for_before_the_start(instrument: Instrument) -> None:
    assert instrument.modes == (Mode.BEFORE_START,)
    assert instrument.forms == (Form.FULL,)


def test_the_rules_are_those_before_the_start(instrument: Instrument) -> None:
    assert list(instrument.rule) == [f"R{number:02}" for number in range(1, 13)]


def test_what_the_rules_need_is_asked(instrument: Instrument) -> None:
    assert Group.PERSON_USING_SERVICE in instrument.questions["RC6"].groups
    assert Group.OTHER_STAFF in instrument.questions["SE7"].groups
    assert Group.OTHER_STAFF in instrument.questions["SE8"].groups


def test_statements_keep_their_meaning_so_that_rounds_can_be_compared(
    instrument: Instrument, in_post: Instrument
) -> None:
    later = {item.id: item for item in in_post.items}
    for item in instrument.items:
        assert item.theme == later[item.id].theme
        assert item.reverse == later[item.id].reverse
        assert set(item.groups) <= set(later[item.id].groups)


def test_statements_look_ahead(instrument: Instrument) -> None:
    for item, wordings in instrument.wording.items.items():
        for group, wording in wordings.items():
            assert AHEAD.search(wording), (item, group)
            conditional = wording.startswith("If I")
            assert conditional or not LOOKS_BACK.search(wording), (item, group)


def test_practices_are_the_same_as_in_post(
    instrument: Instrument, in_post: Instrument
) -> None:
    assert instrument.wording.practices == in_post.wording.practices
    assert list(instrument.practices) == [
        practice.model_copy(update={"core": False}) for practice in in_post.practices
    ]


def test_facts_are_those_in_post_but_for_those_of_people_who_started(
    instrument: Instrument, in_post: Instrument
) -> None:
    only_later = {"started", "finished", "in_post_two_months"}
    assert [fact for fact in in_post.facts if fact.id not in only_later] == list(
        instrument.facts
    )


def test_some_future_statements_are_guessed(instrument: Instrument) -> None:
    guessed = [item.id for item in instrument.items if item.guess]
    assert guessed == ["SE4", "SE5", "DP3", "SP4"]
