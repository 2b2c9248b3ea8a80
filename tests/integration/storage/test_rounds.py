"""Rounds of one team: far apart, and told only where no one leaver can be read."""

from datetime import timedelta

import pytest

from peeraudit.audit.retention import NOTICE, Keeping
from peeraudit.audit.rounds import APART
from peeraudit.consensus.findings import Status
from peeraudit.instrument.frozen import Group
from peeraudit.operations.create_audit import AuditFault, create_audit
from peeraudit.operations.erase_what_is_over import erase_what_is_over
from peeraudit.operations.read_report import read_release
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.verify import verify
from peeraudit.sealing.keys import KeyKind, KeyLost
from peeraudit.storage import keeping
from tests.integration.storage.conftest import CLOSES, OPENS, OpenAudit, OpenOne
from tests.integration.storage.plans import plan_for

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


def without_the_second(audit: OpenAudit) -> None:
    """Let a round be erased that somebody asked to erase."""
    here = audit.installation
    long_ago, due = audit.over, audit.closes + APART
    with here.database.transaction() as connection:
        keeping.keep(connection, audit.id, Keeping(due, "", noticed_at=long_ago))
    erase_what_is_over(here, at=due + NOTICE)


def test_no_round_is_compared_with_one_before_the_last_that_was_erased(
    open_one: OpenOne,
) -> None:
    first = round_of(open_one, "2")
    second = round_of(open_one, "4", days=120, changed=1)
    opens = OPENS + timedelta(days=240)
    third = open_one(5, 6, team=TEAM, opens=opens, changed=0)
    without_the_second(second)
    # It waits until the report is out that tells of a change since then.
    assert second.release is not None
    third.close()
    assert third.release is not None
    assert third.release.earlier is not None
    assert third.release.earlier.release == second.release.hash
    without_the_second(second)
    assert [read_release(first.installation, each.id) for each in (first, second)] == [
        first.release,
        None,
    ]


def test_a_draft_says_anew_who_joined_once_the_last_round_was_erased(
    open_one: OpenOne,
) -> None:
    round_of(open_one, "2")
    second = round_of(open_one, "4", days=120, changed=1)
    here, group = second.installation, {MG: 5, PW: 6}
    closes = CLOSES + timedelta(days=240)
    draft = create_audit(here, plan_for(group, team=TEAM, closes=closes, changed=0)).id
    without_the_second(second)
    assert second.release is None
    assert {each.changed for each in here.audit(draft).promise.groups} == {None}


def test_no_round_is_compared_with_one_before_the_last_that_has_no_report(
    open_one: OpenOne,
) -> None:
    round_of(open_one, "2")
    second = open_one(5, 6, team=TEAM, opens=OPENS + timedelta(days=120), changed=1)
    second.installation.keys.destroy(second.id, KeyKind.ANSWERS)
    with pytest.raises(KeyLost):
        second.close()
    third = round_of(open_one, "4", days=240, changed=0)
    assert third.release is not None
    assert third.release.earlier is None
