"""Who writes rows of the database, but has no key, reads and isolates nobody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from peeraudit.audit.audit import State
from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import Cell, ExactReading
from peeraudit.instrument.frozen import Group
from peeraudit.operations import make_outcome as making
from peeraudit.operations.admit import Refusal, admit
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import create_audit
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.launch_record import TermsChanged
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.submit_response import submit_response
from peeraudit.sealing.codes import fingerprint, new_code
from peeraudit.sealing.keys import KeyKind, KeyLost
from peeraudit.storage.tables import AuditRow, BoxRow, CodeRow
from tests.integration.storage.conftest import OpenAudit, OpenOne
from tests.integration.storage.plans import plan_for

NOT_ANONYMOUS = 'peer_worker","asked":4,"mode":"attributed"'
PW, MG = Group.PEER_WORKER, Group.MANAGER


def test_a_code_that_is_moved_to_an_open_group_opens_nothing(open_one: OpenOne) -> None:
    audit = open_one(peer_workers=3, peer_mode=GroupMode.JOINT_SHEET)
    code = audit.codes[MG][0]
    audit.save(code, {"SE4": "1"})
    with audit.installation.database.transaction() as connection:
        mine = CodeRow.fingerprint == fingerprint(code)
        connection.execute(update(CodeRow).where(mine).values(group=PW))
    submitted = submit_response(
        audit.installation, code, audit.word, at=audit.meanwhile
    )
    assert submitted is Refusal.UNKNOWN


def test_a_code_that_nobody_issued_opens_nothing(audit: OpenAudit) -> None:
    made_up = new_code()
    with audit.installation.database.transaction() as connection:
        seal = connection.execute(select(CodeRow.seal)).scalars().first()
        row = {"fingerprint": fingerprint(made_up), "audit_id": audit.id, "group": PW}
        connection.execute(insert(CodeRow).values(**row, seal=seal))
    found = admit(audit.installation, made_up, at=audit.meanwhile)
    assert found is Refusal.UNKNOWN


def test_a_spent_code_that_is_put_back_counts_once(audit: OpenAudit) -> None:
    mine, *others = audit.codes[PW]
    with audit.installation.database.reading() as connection:
        query = select(CodeRow.__table__).where(
            CodeRow.fingerprint == fingerprint(mine)
        )
        row = dict(connection.execute(query).mappings().one())
    for again in range(4):
        audit.answer(mine, {"SE4": "5"})
        if again < 3:
            with audit.installation.database.transaction() as connection:
                connection.execute(insert(CodeRow).values(row))
                # A receipt tells that it was spent; who writes the database takes it.
                connection.exec_driver_sql("DELETE FROM receipt")
    audit.answer(others[0], {"SE4": "1"})
    audit.close()
    assert audit.release is not None
    count = {each.group: each.answered for each in audit.release.groups}[PW]
    assert count is None  # two people, whatever the number of boxes


def test_closing_opens_one_set_of_boxes_only(
    audit: OpenAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release that is made to fail tells of these boxes, and of no others ever."""
    for step, code in enumerate(audit.codes[PW], 1):
        audit.answer(code, {"SE4": str(min(step, 5))})
    database = audit.installation.database
    with database.reading() as connection:
        boxes = connection.execute(select(BoxRow.__table__)).mappings().all()

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("a trigger of somebody else's")

    with monkeypatch.context() as patched:
        patched.setattr("peeraudit.storage.releases.add", fails)
        with pytest.raises(RuntimeError):
            audit.close()
    with database.transaction() as connection:
        connection.execute(delete(BoxRow).where(BoxRow.id == boxes[0]["id"]))
    with pytest.raises(TermsChanged, match="other boxes"):
        audit.close()
    with database.transaction() as connection:
        connection.execute(insert(BoxRow).values(dict(boxes[0])))
    audit.close()
    assert audit.release is not None
    assert not audit.installation.keys.holds(audit.id, KeyKind.INBOX)


def test_nothing_is_computed_before_the_boxes_are_held_to(
    audit: OpenAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []

    def counting(*_: object) -> None:
        held.append(audit.installation.keys.holds(audit.id, KeyKind.INBOX))
        raise RuntimeError

    monkeypatch.setattr(making, "count", counting)
    with pytest.raises(RuntimeError):
        audit.close()
    assert held == [True]


@pytest.mark.parametrize("state", [State.CLOSING, State.RELEASED])
def test_no_row_makes_an_audit_close_before_its_time(
    audit: OpenAudit, state: State
) -> None:
    audit.answer(audit.codes[PW][0], {"SE4": "1"})
    with audit.installation.database.transaction() as connection:
        connection.execute(update(AuditRow).values(state=state))
    if state is State.CLOSING:
        with pytest.raises(Exception, match="can be closed from"):
            close_audit(audit.installation, audit.id, at=audit.meanwhile)
    assert audit.release is None


def test_a_closing_time_moved_forward_closes_nothing(audit: OpenAudit) -> None:
    with audit.installation.database.transaction() as connection:
        before = connection.execute(select(AuditRow.promise)).scalar_one()
        sooner = before.replace("2026-03-20", "2026-03-02")
        connection.execute(update(AuditRow).values(promise=sooner))
    with pytest.raises(TermsChanged):
        close_audit(audit.installation, audit.id, at=audit.meanwhile)
    state = audit.installation.audit(audit.id).state
    assert state is State.OPEN


@pytest.mark.parametrize(
    ("column", "old", "new"),
    [
        ("promise", 'peer_worker","asked":4,"mode":"anonymous"', NOT_ANONYMOUS),
        ("promise_words", "broad bands", "full"),
        ("promise", '"comments_read_by":"A reader"', '"comments_read_by":"Me"'),
    ],
)
def test_what_was_changed_before_it_opened_is_not_opened(
    installation: Installation, column: str, old: str, new: str
) -> None:
    plan = plan_for({MG: 5, PW: 4}, comments_read_by="A reader")
    audit = create_audit(installation, plan).id
    launch_audit(installation, audit, hand_over=lambda _: None)
    field = getattr(AuditRow, column)
    with installation.database.transaction() as connection:
        before = connection.execute(select(field)).scalar_one()
        assert old in before
        connection.execute(update(AuditRow).values({column: before.replace(old, new)}))
    with pytest.raises(TermsChanged):
        open_audit(installation, audit, at=datetime(2026, 3, 2, tzinfo=UTC))
    assert installation.audit(audit).state is State.LAUNCHING


def test_another_readers_key_is_not_opened(installation: Installation) -> None:
    plan = plan_for({MG: 5, PW: 6}, comments_read_by="A reader")
    audit = create_audit(installation, plan).id
    launch_audit(installation, audit, hand_over=lambda _: None)
    with installation.database.transaction() as connection:
        connection.execute(update(AuditRow).values(comments_key=b"m" * 32))
    with pytest.raises(TermsChanged):
        open_audit(installation, audit, at=datetime(2026, 3, 2, tzinfo=UTC))


def test_an_audit_opened_again_after_its_release_takes_nothing(
    audit: OpenAudit,
) -> None:
    code = audit.codes[PW][0]
    with audit.installation.database.reading() as connection:
        query = select(CodeRow.__table__).where(
            CodeRow.fingerprint == fingerprint(code)
        )
        row = dict(connection.execute(query).mappings().one())
    assert admit(audit.installation, code, at=audit.meanwhile)  # now held in memory
    audit.close()
    with audit.installation.database.transaction() as connection:
        connection.execute(insert(CodeRow).values(row))
        connection.execute(update(AuditRow).values(state=State.OPEN))
    with pytest.raises(KeyLost):
        submit_response(audit.installation, code, audit.word, at=audit.meanwhile)


def test_the_website_launches_once_the_worker_has_run(
    installation: Installation,
) -> None:
    website = replace(installation, worker_keys=None)
    with pytest.raises(KeyLost):
        create_audit(website, plan_for({MG: 5, PW: 6}))
    assert installation.seal_key == website.seal_key
    audit = create_audit(website, plan_for({MG: 5, PW: 6})).id
    launch_audit(website, audit)
    opens = datetime(2026, 3, 2, tzinfo=UTC)
    assert open_audit(installation, audit, at=opens).opened_at == opens


def test_opening_again_after_a_crash_keeps_a_record_that_fits(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit = create_audit(installation, plan_for({MG: 5, PW: 6})).id
    launch_audit(installation, audit)
    opens = datetime(2026, 3, 2, tzinfo=UTC)

    def dies(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("peeraudit.storage.audits.open_for_answers", dies)
        with pytest.raises(RuntimeError):
            open_audit(installation, audit, at=opens)
    open_audit(installation, audit, at=opens + timedelta(minutes=5))
    over = installation.audit(audit).promise.last_submission
    close_audit(installation, audit, at=over)
    assert installation.audit(audit).state is State.RELEASED


def test_an_attributed_manager_is_exact_and_nobody_else(
    installation: Installation,
) -> None:
    """The control: where an open group is promised, its exact answer does show."""
    plan = plan_for({MG: 1, PW: 6}, modes={MG: GroupMode.ATTRIBUTED})
    audit = OpenAudit.opened(installation, plan)
    audit.answer(audit.codes[MG][0], {"SE4": "1"})
    for code in audit.codes[PW]:
        audit.answer(code, {"SE4": "1"})
    audit.close()
    assert audit.release is not None
    exact = {
        cell.group
        for cell in audit.release.cells
        if isinstance(cell, Cell) and isinstance(cell.reading, ExactReading)
    }
    assert exact == {MG}
