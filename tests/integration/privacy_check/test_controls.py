"""Each attack wins where something was weakened for it: else it would prove nothing."""

from collections.abc import Callable

import pytest

from peeraudit.operations.privacy_check.attacks import ATTACKS
from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.verdict import Outcome
from tests.integration.privacy_check import weak_keys, weak_storage, weak_website
from tests.integration.privacy_check.heist import Heist

Weaken = Callable[[Heist, pytest.MonkeyPatch], Scene]

WEAKNESSES: tuple[tuple[str, Weaken], ...] = (
    *weak_storage.WEAKNESSES,
    *weak_website.WEAKNESSES,
    *weak_keys.WEAKNESSES,
)

ATTACK = {attack.name: attack for attack in ATTACKS}


def test_each_attack_is_seen_to_win_somewhere() -> None:
    assert {name for name, _ in WEAKNESSES} == set(ATTACK)


@pytest.mark.parametrize(
    ("name", "weaken"),
    WEAKNESSES,
    ids=[f"{name}: {weaken.__name__}" for name, weaken in WEAKNESSES],
)
def test_an_attack_wins_against(
    name: str, weaken: Weaken, heist: Heist, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict = ATTACK[name].run(weaken(heist, monkeypatch))
    assert verdict.outcome is Outcome.WON, verdict.found


def test_a_look_up_shorter_than_the_step_is_hidden(
    heist: Heist, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = weak_website.a_look_up_that_takes_long(heist, monkeypatch, seconds=0.004)
    assert ATTACK["refusal-times"].run(scene).outcome is Outcome.HELD
