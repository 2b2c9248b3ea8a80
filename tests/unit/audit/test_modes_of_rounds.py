"""Rounds: whether an audit of a team is its first, and what it comes after."""

from datetime import UTC, datetime

import pytest

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import Promise
from peeraudit.audit.rounds import mode_of, round_before
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.settings import CHECKOUT

READINESS, IN_POST = (
    load(CHECKOUT / "instruments" / name) for name in ("readiness", "role-adoption")
)


def other(state: State, mode: Mode = Mode.IN_POST, month: int = 3) -> Audit:
    closes = datetime(2026, month, 1, tzinfo=UTC)
    return Audit(
        f"{state}-{month}",
        Team("A trust", LocalWords("A team")),
        "digest",
        mode,
        Form.FULL,
        Promise(5, closes, ()),
        Facts(),
        state,
    )


@pytest.mark.parametrize(
    ("others", "mode"),
    [
        ((), Mode.IN_POST),
        ((other(State.DRAFT),), Mode.IN_POST),
        ((other(State.RELEASED, Mode.BEFORE_START),), Mode.IN_POST),
        ((other(State.OPEN),), Mode.RE_AUDIT),
        ((other(State.RELEASED, Mode.RE_AUDIT),), Mode.RE_AUDIT),
    ],
)
def test_an_audit_in_post_is_a_repeat_after_another_in_post(
    others: tuple[Audit, ...], mode: Mode
) -> None:
    assert mode_of(IN_POST, others) is mode
    assert mode_of(READINESS, others) is Mode.BEFORE_START


def test_the_round_before_is_the_last_that_was_asked() -> None:
    last = other(State.RELEASED, month=2)
    rounds = [other(State.RELEASED, month=1), last, other(State.DRAFT, month=3)]
    assert round_before(rounds) is last
    assert round_before([]) is None
