"""The whole check on a healthy installation, with people who answer on the website."""

from dataclasses import replace

import pytest

from peeraudit.operations.privacy_check.attack import attack
from peeraudit.operations.privacy_check.attacks import ATTACKS
from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.seeded import Website, seeded_scene
from peeraudit.operations.privacy_check.verdict import Outcome
from peeraudit.storage.mail import ADDRESSES
from tests.integration.privacy_check.heist import Heist
from tests.journeys.site import Site, instrument, served

ROUNDS = 40

LIMITS = {"join-by-time", "order-by-place"}
"""What is not promised: that nobody sees who answered when, while an audit is open."""


def test_every_attack_is_tried_on_a_seeded_audit_and_none_wins(site: Site) -> None:
    now = site.clock.now
    with served(site):
        scene = seeded_scene(
            site.installation, instrument(), Website(site.url), at=now, rounds=ROUNDS
        )
    lines = list(attack(scene))
    told = {line.name: line.verdict.outcome for line in lines}
    assert {name for name, outcome in told.items() if outcome is Outcome.LIMIT} == (
        LIMITS
    )
    others = [line for line in lines if line.name not in LIMITS]
    assert [str(line) for line in others if line.verdict.outcome != "held"] == []
    refuse_secrets("\n".join(map(str, lines)), scene)


def refuse_secrets(told: str, scene: Scene) -> None:
    """What was found is told without the thing itself."""
    for person in scene.everybody:
        for secret in (person.code, person.word, person.session):
            assert secret
            assert secret not in told


@pytest.mark.parametrize("name", ["join-by-time", "keys-copied", "old-backup"])
def test_what_was_not_looked_at_is_not_claimed(name: str, heist: Heist) -> None:
    heist.submit(2)
    heist.close()
    (one,) = (each for each in ATTACKS if each.name == name)
    scene = heist.scene()
    blind = tuple(replace(look, files=()) for look in scene.looks)
    told = one.run(replace(scene, looks=blind)).found
    assert told != one.run(scene).found
    assert "not looked at" in told or "no row or log" in told


@pytest.mark.parametrize("name", ["rows-left", "keys-left"])
def test_the_mail_that_the_report_is_out_may_wait_with_its_key(
    name: str, heist: Heist
) -> None:
    (one,) = (each for each in ATTACKS if each.name == name)
    with heist.installation.database.transaction() as connection:
        ADDRESSES.add(connection, heist.audit, [b"sealed"])
    heist.close()
    assert one.run(heist.scene()).outcome is Outcome.HELD
