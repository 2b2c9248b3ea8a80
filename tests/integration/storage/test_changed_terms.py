"""Who can write the database, but not the keys, changes and reads nothing."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, select, text, update

from peeraudit.audit.audit import State
from peeraudit.instrument.frozen import Group
from peeraudit.operations.admit import admit
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_record import TermsChanged
from peeraudit.operations.read_report import read_release
from peeraudit.operations.submit_response import submit_response
from peeraudit.storage.tables import AuditRow, BoxRow, InstrumentRow
from tests.integration.storage.conftest import OpenAudit


def answer(audit: OpenAudit, people: int) -> None:
    """Let some peer workers answer."""
    for code in audit.codes[Group.PEER_WORKER][:people]:
        audit.save(code, {"SE4": "2"})
        submit_response(audit.installation, code, audit.word, at=audit.meanwhile)


def replaced(column: str, old: str, new: str) -> Callable[[Connection], None]:
    """Return a change of some words in a column of every audit."""

    def change(connection: Connection) -> None:
        field = getattr(AuditRow, column)
        before = connection.execute(select(field)).scalar_one()
        assert old in before
        values = {column: before.replace(old, new)}
        connection.execute(update(AuditRow).values(values))

    return change


def instrument_changed(connection: Connection) -> None:
    """Turn one item the other way round."""
    before = connection.execute(select(InstrumentRow.content)).scalar_one()
    after = before.replace('"reverse":true', '"reverse":false', 1)
    assert after != before
    connection.execute(update(InstrumentRow).values(content=after))


CHANGES = {
    "an open group": replaced("promise", "anonymous", "attributed"),
    "fewer asked": replaced("promise", '"asked":6', '"asked":4'),
    "another floor": replaced("promise", '"floor":5', '"floor":8'),
    "another promise": replaced("promise_words", "broad bands", "full"),
    "another fact": replaced("facts", "informal", "open_advert"),
    "another team": replaced("words", "Team 1", "Team 2"),
    "another item": instrument_changed,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_was_changed_after_the_launch_is_neither_answered_nor_released(
    change: Callable[[Connection], None], audit: OpenAudit
) -> None:
    answer(audit, 6)
    with audit.installation.database.transaction() as connection:
        change(connection)
    here = audit.installation
    fresh = Installation(here.database, here.web_keys, here.worker_keys)

    with pytest.raises((TermsChanged, ValueError)):
        close_audit(fresh, audit.id, at=audit.over)
    with pytest.raises((TermsChanged, ValueError)):
        admit(fresh, audit.codes[Group.MANAGER][0], at=audit.meanwhile)
    assert read_release(fresh, audit.id) is None
    with here.database.reading() as connection:
        assert len(connection.execute(select(BoxRow.id)).all()) == 6


def test_a_copied_box_counts_once(audit: OpenAudit) -> None:
    answer(audit, 4)
    with audit.installation.database.transaction() as connection:
        random = (
            "randomblob(16)"
            if connection.dialect.name == "sqlite"
            else "decode(md5(random()::text), 'hex')"
        )
        connection.execute(
            text(f"INSERT INTO box SELECT {random}, audit_id, sealed FROM box")  # noqa: S608
        )
    close_audit(audit.installation, audit.id, at=audit.over)
    release = read_release(audit.installation, audit.id)
    assert release is not None
    assert release.cells == ()
    assert audit.installation.audit(audit.id).state is State.RELEASED


def test_no_column_of_the_database_says_what_answers_are_sealed_to() -> None:
    keys = [name for name in vars(AuditRow) if "key" in name]
    assert keys == ["comments_key"]  # which the mark of the launch covers
