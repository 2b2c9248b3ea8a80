"""Rounds of one team: far apart, and told only where no one leaver can be read."""

from datetime import timedelta

import pytest

from peeraudit.consensus.findings import Status
from peeraudit.instrument.frozen import Group
from peeraudit.operations.create_audit import AuditFault
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.verify import verify
from tests.integration.storage.conftest import OPENS, OpenAudit, OpenOne

PW, MG = Group.PEER_WORKER, Group.MANAGER
TEAM = "One team"


def round_of(
    open_one: OpenOne, said: str, *, days: int = 0, changed: int | None = None
) -> OpenAudit:
    """A closed round in which all say the same."""
    opens = OPENS + timedelta(days=days)
    audit = open_one(5, 6, team=TEAM, opens=opens, changed=changed)
    for group in (MG, PW):
        for code in audit.codes[group]:
            audit.answer(code, {"SE4": said})
    audit.close()
    return audit


def test_two_rounds_within_90_days_are_refused(open_one: OpenOne) -> None:
    open_one(team=TEAM)
    with pytest.raises(WrongState, match="within 90 days"):
        open_one(team=TEAM, opens=OPENS + timedelta(days=89))
    open_one(team=TEAM, opens=OPENS + timedelta(days=90))


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Söuth team", "SÖUTH TEAM"),
        ("South team", " South  team "),
        ("South team", "\uff33outh team"),
        ("So\u0308uth", "S\xf6uth"),
        ("Straße", "STRASSE"),
    ],
)
def test_another_way_to_write_the_name_is_the_same_team(
    open_one: OpenOne, name: str, same: str
) -> None:
    open_one(team=name)
    with pytest.raises(WrongState, match="within 90 days"):
        open_one(team=same, opens=OPENS + timedelta(days=30))


def test_a_name_has_no_sign_without_a_shape(open_one: OpenOne) -> None:
    with pytest.raises(AuditFault, match="signs of text"):
        open_one(team="So\u200buth team")


@pytest.mark.parametrize(
    ("changed", "told"), [(None, False), (0, True), (1, False), (2, False), (3, True)]
)
def test_a_change_is_told_where_nobody_can_be_read_from_it(
    open_one: OpenOne, changed: int | None, *, told: bool
) -> None:
    first = round_of(open_one, "2")
    second = round_of(open_one, "4", days=120, changed=changed)
    assert first.release is not None
    assert second.release is not None
    assert first.release.earlier is None
    assert (second.release.earlier is not None) is told
    assert verify(second.release) == ()
    if second.release.earlier:
        assert second.release.earlier.release == first.release.hash
        assert {count.group for count in second.release.earlier.groups} == {MG, PW}


def test_a_rule_that_looks_at_change_sees_the_round_before(open_one: OpenOne) -> None:
    first = open_one(5, 6, team=TEAM)
    first.close()
    second = round_of(open_one, "4", days=120, changed=0)
    assert second.release is not None
    (told,) = (each for each in second.release.findings if each.rule == "S3")
    assert told.status is Status.NOT_ASKED  # other staff were not asked
