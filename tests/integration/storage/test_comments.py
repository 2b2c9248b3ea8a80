"""Comments: sealed for one reader, who takes words out, and gone after 14 days."""

import secrets
from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, update

from peeraudit.audit.audit import State
from peeraudit.audit.promise import SCREENING
from peeraudit.instrument.frozen import Group
from peeraudit.operations.create_audit import create_audit
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.list_audits import report_address
from peeraudit.operations.make_documents import make_documents
from peeraudit.operations.read_report import read_report
from peeraudit.operations.screening import (
    ShownOtherwise,
    WordsAdded,
    decide_comment,
    publish_comments,
    read_comments,
    release_unread,
)
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.verify import verify
from peeraudit.response.responses import Scope
from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.codes import fingerprint, new_code
from peeraudit.sealing.comments import open_comment
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import comments
from peeraudit.storage.tables import AuditRow, CommentRow
from tests.integration.storage.conftest import OpenAudit, OpenOne
from tests.integration.storage.plans import plan_for

PW, MG = Group.PEER_WORKER, Group.MANAGER
READER = "The trust's peer lead"
WRITTEN = {
    "On Mondays Kay runs the group alone.",
    "We need more time to talk.",
    "It is good to be asked, for once.",
}


@pytest.fixture
def audit(open_one: OpenOne) -> OpenAudit:
    """An audit that has closed, with three comments of eleven people."""
    audit = open_one(5, 6, comments_read_by=READER)
    answer(audit, 11)
    audit.close()
    return audit


def answer(audit: OpenAudit, people: int) -> None:
    """Let so many answer, the first three of them with a comment."""
    written = [*sorted(WRITTEN), *[""] * 8]
    codes = (*audit.codes[PW], *audit.codes[MG])[:people]
    for code, words in zip(codes, written, strict=False):
        audit.answer(code, {"SE4": "4", "comment": words})


def waiting_rows(audit: OpenAudit) -> int:
    with audit.installation.database.reading() as connection:
        return connection.execute(select(func.count(CommentRow.id))).scalar_one()


def state(audit: OpenAudit) -> State:
    return audit.installation.audit(audit.id).state


def decide_all(audit: OpenAudit, **left: str) -> None:
    """Keep every comment as it is, but for those that begin with a word of ``left``."""
    screening = read_comments(audit.installation, audit.reader)
    assert screening is not None
    for each in screening.waiting:
        words = left.get(each.comment.written.split()[0], each.comment.written)
        decide_comment(audit.installation, audit.reader, each.id, words)


def publish(audit: OpenAudit) -> None:
    """Publish what its reader has before them."""
    screening = read_comments(audit.installation, audit.reader)
    assert screening is not None
    publish_comments(audit.installation, audit.reader, screening.seen)


def test_the_release_waits_for_its_reader_and_nobody_sees_it(audit: OpenAudit) -> None:
    assert state(audit) is State.SCREENING
    address = report_address(audit.installation, audit.id) or ""
    found = read_report(audit.installation, address)
    assert found is not None
    assert found.release is None
    assert found.screen_until == audit.over + SCREENING
    assert list(make_documents(audit.installation)) == []
    assert not audit.installation.keys.holds(audit.id, KeyKind.ANSWERS)


def test_its_reader_reads_all_of_them(audit: OpenAudit) -> None:
    screening = read_comments(audit.installation, audit.reader)
    assert screening is not None
    assert {each.comment.written for each in screening.waiting} == WRITTEN
    assert screening.undecided == 3


def test_what_is_taken_out_is_marked_and_nothing_can_be_put_in(
    audit: OpenAudit,
) -> None:
    here, code = audit.installation, audit.reader
    screening = read_comments(here, code)
    assert screening is not None
    named = next(each for each in screening.waiting if "Kay" in each.comment.written)
    with pytest.raises(WordsAdded):
        decide_comment(here, code, named.id, "On Mondays Lee runs the group alone.")
    decide_all(audit, On="runs the group alone.", We="")
    publish(audit)
    assert audit.release is not None
    assert sorted(audit.release.comments) == [
        "It is good to be asked, for once.",
        "[…] runs the group alone.",
    ]
    assert verify(audit.release) == ()
    assert state(audit) is State.RELEASED
    assert waiting_rows(audit) == 0


def test_nothing_is_published_before_every_comment_was_read(audit: OpenAudit) -> None:
    with pytest.raises(WrongState, match="3 comments"):
        publish(audit)
    assert state(audit) is State.SCREENING


def test_publishing_twice_changes_nothing(audit: OpenAudit) -> None:
    decide_all(audit)
    publish(audit)
    first = audit.release
    with pytest.raises(WrongState):
        publish(audit)
    with pytest.raises(WrongState):
        release_unread(audit.installation, audit.id, at=audit.over + timedelta(days=1))
    assert audit.release == first


def test_nothing_is_published_but_what_its_reader_saw(audit: OpenAudit) -> None:
    decide_all(audit)
    here, code = audit.installation, audit.reader
    seen = read_comments(here, code)
    assert seen is not None
    named = next(each for each in seen.waiting if "Kay" in each.comment.written)
    decide_comment(here, code, named.id, "runs the group alone.")
    with pytest.raises(ShownOtherwise):
        publish_comments(here, code, seen.seen)
    assert state(audit) is State.SCREENING


def test_a_row_that_somebody_copies_is_one_comment(audit: OpenAudit) -> None:
    decide_all(audit)
    with audit.installation.database.transaction() as connection:
        rows = connection.execute(select(CommentRow.audit_id, CommentRow.sealed)).all()
        for row in rows:
            copy = {"id": secrets.token_bytes(16), **row._asdict()}
            connection.execute(insert(CommentRow).values(copy))
    publish(audit)
    assert audit.release is not None
    assert sorted(audit.release.comments) == sorted(WRITTEN)


def test_what_is_decided_after_it_was_published_is_refused(audit: OpenAudit) -> None:
    screening = read_comments(audit.installation, audit.reader)
    assert screening is not None
    decide_all(audit)
    publish(audit)
    for each in screening.waiting:
        with pytest.raises(WrongState):
            decide_comment(audit.installation, audit.reader, each.id, "")


def test_a_comment_is_put_back_only_where_it_was(audit: OpenAudit) -> None:
    with audit.installation.database.transaction() as connection:
        first = next(iter(comments.all_of(connection, audit.id)))
        assert comments.replace(connection, audit.id, first, b"sealed")
        assert not comments.replace(connection, "another", first, b"sealed")
        assert not comments.replace(connection, audit.id, b"another", b"sealed")


def test_the_worker_destroys_the_key_once_it_is_published(audit: OpenAudit) -> None:
    decide_all(audit)
    publish(audit)
    do_what_is_due(audit.installation, at=audit.over + timedelta(hours=2))
    assert not audit.installation.web_keys.holds(audit.id, KeyKind.COMMENTS)


def test_unread_comments_are_destroyed_after_14_days(audit: OpenAudit) -> None:
    here = audit.installation
    do_what_is_due(here, at=audit.over + SCREENING - timedelta(minutes=1))
    assert state(audit) is State.SCREENING
    do_what_is_due(here, at=audit.over + SCREENING)
    do_what_is_due(here, at=audit.over + SCREENING)
    assert state(audit) is State.RELEASED
    assert waiting_rows(audit) == 0
    assert not here.web_keys.holds(audit.id, KeyKind.COMMENTS)
    assert audit.release is not None
    assert audit.release.comments == ()
    assert verify(audit.release) == ()


def test_without_the_readers_code_nothing_opens(audit: OpenAudit) -> None:
    here = audit.installation
    key = here.web_keys.read(audit.id, KeyKind.COMMENTS)
    with here.database.reading() as connection:
        sealed = list(connection.execute(select(CommentRow.sealed)).scalars())
    assert len(sealed) == 3
    assert len({len(each) for each in sealed}) == 1
    for each in sealed:
        with pytest.raises(Unreadable):
            open_comment(each, code=new_code(), key=key)
        with pytest.raises(Unreadable):
            open_comment(each, code=audit.reader, key=b"k" * 32)
        assert open_comment(each, code=audit.reader, key=key)


def test_a_reader_put_in_by_who_writes_the_database_reads_nothing(
    audit: OpenAudit,
) -> None:
    code = new_code()
    with audit.installation.database.transaction() as connection:
        connection.execute(update(AuditRow).values(reader=fingerprint(code)))
    with pytest.raises(Unreadable):
        read_comments(audit.installation, code)


def test_fewer_than_ten_answers_show_no_comment(open_one: OpenOne) -> None:
    audit = open_one(5, 6, comments_read_by=READER)
    answer(audit, 9)  # six peer workers and three managers, who are not shown
    audit.close()
    assert state(audit) is State.RELEASED
    assert waiting_rows(audit) == 0
    assert audit.release is not None
    assert audit.release.comments == ()


def test_without_any_comment_the_release_does_not_wait(open_one: OpenOne) -> None:
    audit = open_one(5, 6, comments_read_by=READER)
    for code in (*audit.codes[PW], *audit.codes[MG]):
        audit.answer(code, {"SE4": "4"})
    audit.close()
    assert state(audit) is State.RELEASED


def test_a_comment_of_who_chose_only_pooled_is_destroyed(open_one: OpenOne) -> None:
    audit = open_one(5, 6, comments_read_by=READER, pooling=True)
    for number, code in enumerate((*audit.codes[PW], *audit.codes[MG])):
        scope = Scope.ONLY_POOLED if number == 0 else Scope.THIS_TEAM
        audit.answer(code, {"comment": f"Number {number}"}, scope)
    audit.close()
    screening = read_comments(audit.installation, audit.reader)
    assert screening is not None
    written = {each.comment.written for each in screening.waiting}
    assert len(written) == 10
    assert "Number 0" not in written


def test_a_code_that_nobody_takes_launches_nothing(open_one: OpenOne) -> None:
    here = open_one().installation
    draft = create_audit(here, plan_for({MG: 5}, comments_read_by=READER)).id
    with pytest.raises(WrongState, match="nobody takes it"):
        launch_audit(here, draft)
    assert here.audit(draft).state is State.DRAFT
