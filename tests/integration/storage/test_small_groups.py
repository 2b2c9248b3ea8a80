"""Groups that are too small to be shown: joint sheets, choices, and sealed counts."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from peeraudit.audit.audit import State
from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import Cell, ExactReading, Reason
from peeraudit.instrument.frozen import Group
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.drafts import DraftProblem
from peeraudit.operations.kept_counts import kept_until, open_counts, pooling_key
from peeraudit.operations.submit_response import submit_response
from peeraudit.response.responses import Scope
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage.tables import PooledTallyRow
from tests.integration.storage.conftest import OpenAudit, OpenOne

PW, MG = Group.PEER_WORKER, Group.MANAGER


def answered(audit: OpenAudit, group: Group = PW) -> int | None:
    """How many of a group the release says have answered."""
    assert audit.release is not None
    (count,) = (each for each in audit.release.groups if each.group is group)
    return count.answered


def kept_tallies(audit: OpenAudit) -> dict[Group, bytes]:
    """The sealed counts that are kept of an audit."""
    with audit.installation.database.reading() as connection:
        query = select(PooledTallyRow.group, PooledTallyRow.sealed).where(
            PooledTallyRow.audit_id == audit.id
        )
        return {Group(group): box for group, box in connection.execute(query)}


def opened(audit: OpenAudit, group: Group = PW) -> dict[str, int]:
    """What the worker's key finds in the counts of one question."""
    sealed = kept_tallies(audit)[group]
    tallies = open_counts(audit.installation, audit.id, group, sealed).tallies
    (told,) = (
        each
        for each in tallies.tallies
        if each.key.item == "SE4" and each.key.about is None
    )
    return dict(told.counts)


def test_a_joint_sheet_is_one_code_and_one_view(open_one: OpenOne) -> None:
    audit = open_one(peer_workers=3, peer_mode=GroupMode.JOINT_SHEET)
    (code,) = audit.codes[PW]
    audit.answer(code, {"SE4": "2", "PR1": "part"})
    audit.close()
    assert answered(audit) == 1
    assert audit.release is not None
    shown = {
        cell.item: cell.reading
        for cell in audit.release.cells
        if isinstance(cell, Cell) and cell.group is PW
    }
    assert shown["SE4"] == ExactReading(25, 1)
    assert kept_tallies(audit) == {}


def test_a_joint_sheet_that_nobody_filled_in_shows_nothing(open_one: OpenOne) -> None:
    audit = open_one(peer_workers=3, peer_mode=GroupMode.JOINT_SHEET)
    audit.close()
    assert audit.release is not None
    reasons = {each.group: each.reason for each in audit.release.withheld}
    assert reasons[PW] is Reason.NOBODY


def test_nobody_submits_without_having_chosen(open_one: OpenOne) -> None:
    audit = open_one(peer_workers=4, pooling=True)
    code = audit.codes[PW][0]
    audit.save(code, {"SE4": "2"})
    here, at = audit.installation, audit.meanwhile
    submitted = submit_response(here, code, audit.word, at=at)
    assert submitted is DraftProblem.NOT_CHOSEN
    audit.answer(code, {}, Scope.THIS_TEAM)


def test_who_chose_only_pooled_counts_as_not_answered_here(open_one: OpenOne) -> None:
    audit = open_one(peer_workers=6, pooling=True)
    *here, elsewhere = audit.codes[PW]
    for code in here:
        audit.answer(code, {"SE4": "4"}, Scope.THIS_TEAM)
    audit.answer(elsewhere, {"SE4": "1"}, Scope.ONLY_POOLED)
    audit.close()
    assert answered(audit) == 5
    # The group is shown here, so what was only to be pooled is destroyed.
    assert PW not in kept_tallies(audit)
    assert not audit.installation.keys.holds(pooling_key(audit.id, PW), KeyKind.POOLING)


def test_where_a_group_is_not_shown_everyone_of_it_waits_to_be_pooled(
    open_one: OpenOne,
) -> None:
    audit = open_one(peer_workers=4, pooling=True)
    for code, said in zip(audit.codes[PW], "1245", strict=True):
        scope = Scope.ONLY_POOLED if said == "1" else Scope.THIS_TEAM
        audit.answer(code, {"SE4": said}, scope)
    audit.close()
    assert answered(audit) is None
    assert opened(audit) == {"1": 1, "2": 1, "4": 1, "5": 1}


def test_one_short_of_the_floor_here_is_withheld_and_pooled_whole(
    open_one: OpenOne,
) -> None:
    audit = open_one(peer_workers=5, pooling=True)
    *here, elsewhere = audit.codes[PW]
    for code in here:
        audit.answer(code, {"SE4": "4"}, Scope.THIS_TEAM)
    audit.answer(elsewhere, {"SE4": "1"}, Scope.ONLY_POOLED)
    audit.close()
    assert answered(audit) is None
    assert opened(audit) == {"1": 1, "4": 4}


@pytest.mark.parametrize("people", [0, 3])
def test_the_size_of_what_is_kept_does_not_tell_how_many_answered(
    open_one: OpenOne, people: int
) -> None:
    audit, empty = (open_one(peer_workers=4, pooling=True) for _ in range(2))
    for code in audit.codes[PW][:people]:
        audit.answer(code, {"SE4": "5", "PR1": "part"}, Scope.THIS_TEAM)
    audit.close()
    empty.close()
    assert len(kept_tallies(audit)[PW]) == len(kept_tallies(empty)[PW])


def test_without_pooling_nothing_is_kept(open_one: OpenOne) -> None:
    audit = open_one(peer_workers=4)
    audit.answer(audit.codes[PW][0], {"SE4": "5"})
    audit.close()
    assert kept_tallies(audit) == {}


def test_a_group_that_is_only_pooled_is_never_shown_here(open_one: OpenOne) -> None:
    audit = open_one(peer_workers=9, peer_mode=GroupMode.POOLED_ONLY, pooling=True)
    for code in audit.codes[PW]:
        audit.answer(code, {"SE4": "3"})
    audit.close()
    assert audit.release is not None
    assert not [cell for cell in audit.release.cells if cell.group is PW]
    assert opened(audit) == {"3": 9}


def test_what_nobody_pools_is_destroyed_after_two_years(open_one: OpenOne) -> None:
    audit = open_one(peer_workers=4, pooling=True)
    audit.answer(audit.codes[PW][0], {"SE4": "5"}, Scope.THIS_TEAM)
    audit.close()
    here, name = audit.installation, pooling_key(audit.id, PW)
    until = kept_until(audit.over)
    do_what_is_due(here, at=until - timedelta(minutes=1))
    assert PW in kept_tallies(audit)
    assert here.keys.holds(name, KeyKind.POOLING)
    do_what_is_due(here, at=until)
    assert kept_tallies(audit) == {}
    assert not here.keys.holds(name, KeyKind.POOLING)
    assert here.audit(audit.id).state is State.RELEASED
