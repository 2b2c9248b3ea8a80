"""What each state of an audit allows, to the minute; and which facts it takes."""

from datetime import timedelta

import pytest

from peeraudit.audit.audit import State
from peeraudit.audit.facts import DONT_KNOW, Facts, Unknown, faults
from tests.unit.factories import CLOSES, altered, make_audit, readiness, role_adoption

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
NOT_OPEN = [state for state in State if state is not State.OPEN]


@pytest.mark.parametrize(
    ("after", "has_draft", "takes"),
    [
        (-MINUTE, False, True),
        (-MINUTE, True, True),
        (0 * MINUTE, False, False),  # at the closing minute itself
        (0 * MINUTE, True, True),
        (HOUR - MINUTE, False, False),
        (HOUR - MINUTE, True, True),
        (HOUR, True, False),
        (HOUR, False, False),
    ],
)
def test_answers_are_taken_until_the_minute_and_drafts_for_an_hour_more(
    after: timedelta, has_draft: bool, takes: bool
) -> None:
    audit = make_audit()
    assert audit.takes_answers(at=CLOSES + after, has_draft=has_draft) is takes


@pytest.mark.parametrize("state", NOT_OPEN)
@pytest.mark.parametrize("has_draft", [True, False])
def test_only_an_open_audit_takes_answers(state: State, has_draft: bool) -> None:
    audit = make_audit(state=state)
    assert not audit.takes_answers(at=CLOSES - HOUR, has_draft=has_draft)


@pytest.mark.parametrize(
    ("after", "may"), [(-HOUR, False), (HOUR - MINUTE, False), (HOUR, True)]
)
def test_an_audit_may_be_closed_when_no_draft_can_come_any_more(
    after: timedelta, may: bool
) -> None:
    assert make_audit().may_close(at=CLOSES + after) is may


@pytest.mark.parametrize("minutes", range(-90, 150, 10))
def test_there_is_no_moment_when_an_answer_could_come_after_closing(
    minutes: int,
) -> None:
    audit, at = make_audit(), CLOSES + minutes * MINUTE
    assert audit.may_close(at=at) is not audit.takes_answers(at=at, has_draft=True)


def test_a_closing_that_was_interrupted_may_go_on_but_none_begins_early() -> None:
    closing = make_audit(state=State.CLOSING)
    assert closing.may_close(at=CLOSES + 9 * HOUR)
    # Only whoever has changed the database can have made it close before its time.
    assert not closing.may_close(at=CLOSES)


@pytest.mark.parametrize(
    "state",
    [State.DRAFT, State.LAUNCHING, State.SCREENING, State.RELEASED],
)
def test_no_other_state_may_be_closed(state: State) -> None:
    assert not make_audit(state=state).may_close(at=CLOSES + 9 * HOUR)


def test_an_audit_in_another_state_is_otherwise_the_same() -> None:
    audit = make_audit()
    closing = audit.in_state(State.CLOSING)
    assert (audit.state, closing.state) == (State.OPEN, State.CLOSING)
    assert closing.in_state(State.OPEN) == audit


def test_a_fact_has_a_value_or_a_reason_why_not() -> None:
    facts = Facts({"route": "informal", "started": 9, "clinical": DONT_KNOW})
    assert facts.value("route") == "informal"
    assert facts.value("started") == 9
    assert facts.value("clinical") is Unknown.DONT_KNOW
    assert facts.value("finished") is Unknown.NOT_GIVEN


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"route": "informal", "clinical": 1, "started": 0},
        {"clinical": 5, "finished": 500},
        {"route": DONT_KNOW, "clinical": DONT_KNOW},
    ],
)
def test_facts_that_the_instrument_asks_so_are_right(
    facts: dict[str, str | int],
) -> None:
    assert list(faults(Facts(facts), role_adoption())) == []


@pytest.mark.parametrize(
    ("fact", "answer", "fault"),
    [
        ("weather", "fine", "weather: this instrument has no such fact"),
        (
            "route",
            "by_magic",
            "route: 'by_magic' should be one of open_advert, semi_formal, informal, or",
        ),
        ("route", 1, "route: 1 should be one of"),
        ("clinical", 0, "clinical: 0 should be a whole number from 1 to 5, or"),
        ("clinical", 6, "clinical: 6 should be a whole number from 1 to 5"),
        ("clinical", "4", "clinical: '4' should be a whole number"),
        ("clinical", True, "clinical: True should be a whole number"),
        ("started", -1, "started: -1 should be a whole number from 0 to 500"),
    ],
)
def test_a_fact_that_is_not_asked_so_is_named_with_what_would_be_right(
    fact: str, answer: str | int, fault: str
) -> None:
    (line,) = faults(Facts({fact: answer}), role_adoption())
    assert line.startswith(fault)


def test_a_number_without_a_largest_has_only_a_least() -> None:
    item = role_adoption().fact["started"].model_copy(update={"largest": None})
    instrument = altered(role_adoption(), facts=(item,))
    assert list(faults(Facts({"started": 10_000}), instrument)) == []
    (line,) = faults(Facts({"started": -1}), instrument)
    assert "of 0 or more" in line


def test_every_wrong_fact_is_named() -> None:
    wrong: dict[str, str | int] = {"route": "x", "clinical": 9, "weather": "fine"}
    facts = Facts({**wrong, "supervision": "none"})
    lines = list(faults(facts, readiness()))
    assert [line.partition(":")[0] for line in lines] == list(wrong)
