"""The record of what managers did, as it is kept."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from peeraudit.account.record import Act, Entry, done_by
from peeraudit.account.roles import Account
from peeraudit.operations.installation import Installation
from peeraudit.operations.read_record import note_last_entry, read_record
from peeraudit.operations.record_act import record_act
from peeraudit.storage import record

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
LEAD = Account("a1", "lead@trust.example", "A lead")
THREE = (
    done_by(LEAD, Act.ADDED_TEAM, AT, team="t1", about="Pier team"),
    done_by(LEAD, Act.BEGAN_AUDIT, AT, team="t1", audit="b2"),
    done_by(LEAD, Act.LAUNCHED, AT, team="t1", audit="b2"),
)


@pytest.fixture
def filled(installation: Installation) -> Installation:
    """An installation with three entries, of which the worker saw the last."""
    for entry in THREE:
        write(installation, entry)
    note_last_entry(installation)
    return installation


def write(installation: Installation, entry: Entry) -> None:
    """Write an entry in a transaction of its own."""
    with installation.database.transaction() as connection:
        record_act(installation, connection, entry)


def meddle(installation: Installation, statement: str) -> int:
    """Change the database behind our back; return where the record says so."""
    with installation.database.transaction() as connection:
        connection.execute(text(statement))
    return read_record(installation).changed_at


def test_entries_stand_behind_each_other_the_last_first(filled: Installation) -> None:
    found = read_record(filled)
    assert found.entries == tuple(reversed(THREE))
    assert found.changed_at == 0


def test_codes_are_told_once_a_day(installation: Installation) -> None:
    made = done_by(LEAD, Act.MADE_CODES, AT, team="t1", audit="b2")
    for _ in range(3):
        write(installation, made)
    assert read_record(installation).entries == (made,)


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE record SET \"by\" = 'Nobody' WHERE number = 2", 2),
        ("UPDATE record SET day = '2020-01-01' WHERE number = 1", 1),
        ("UPDATE record SET act = 'made_up' WHERE number = 3", 3),
        ("DELETE FROM record WHERE number = 2", 2),
        ("DELETE FROM record WHERE number = 1", 1),
        ("UPDATE record SET number = 4 WHERE number = 3", 3),
        (
            'INSERT INTO record SELECT 4, act, account_id, "by", team_id, audit_id, '
            "about, seal, day FROM record WHERE number = 3",
            4,
        ),
    ],
)
def test_what_was_changed_put_in_or_taken_out_shows(
    filled: Installation, statement: str, number: int
) -> None:
    assert meddle(filled, statement) == number


@pytest.mark.parametrize("kept", [0, 2])
def test_an_end_that_was_cut_off_shows(filled: Installation, kept: int) -> None:
    cut = f"DELETE FROM record WHERE number > {kept}"  # noqa: S608
    assert meddle(filled, cut) == kept + 1
    # Neither the worker's next look nor another entry in that place hides it.
    note_last_entry(filled)
    for _ in THREE:
        write(filled, done_by(LEAD, Act.REMINDED, AT, team="t1", audit="b2"))
    note_last_entry(filled)
    assert read_record(filled).changed_at


def test_the_oldest_go_and_the_rest_is_still_whole(filled: Installation) -> None:
    later = done_by(LEAD, Act.REMINDED, datetime(2032, 12, 2, 9, tzinfo=UTC))
    write(filled, later)
    note_last_entry(filled)
    with filled.changing_accounts() as rows:
        assert record.forget_before(rows, date(2032, 1, 1)) == 3
        assert record.forget_before(rows, date(2032, 1, 1)) == 0
    write(filled, later)
    found = read_record(filled)
    assert found.entries == (later, later)
    assert found.changed_at == 0


@pytest.mark.parametrize(("day", "gone"), [(date(2032, 1, 1), 3), (date.max, 4)])
def test_the_entry_that_the_worker_saw_last_may_go_by_right(
    filled: Installation, day: date, gone: int
) -> None:
    later = done_by(LEAD, Act.REMINDED, datetime(2032, 12, 2, 9, tzinfo=UTC))
    for _ in range(2):
        write(filled, later)
    with filled.changing_accounts() as rows:
        assert record.forget_before(rows, day) == gone
    assert read_record(filled).changed_at == 0
    note_last_entry(filled)
    assert meddle(filled, "DELETE FROM record WHERE number = 5")


def test_nobody_else_can_say_that_the_oldest_went_by_right(
    filled: Installation,
) -> None:
    meddle(filled, "INSERT INTO setting VALUES ('record erased to', '1:aa:bb')")
    assert meddle(filled, "DELETE FROM record WHERE number = 1") == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET day = '2020-01-01' WHERE number = 3",
        "UPDATE record SET day = '2020-01-01' WHERE number <= 2",
        "DELETE FROM record WHERE number = 2",
    ],
)
def test_nobody_has_entries_erased_by_making_them_look_old(
    filled: Installation, statement: str
) -> None:
    write(filled, done_by(LEAD, Act.REMINDED, AT, team="t1", audit="b2"))
    note_last_entry(filled)
    number = meddle(filled, statement)
    with filled.changing_accounts() as rows:
        record.forget_before(rows, date(2026, 1, 1))
    note_last_entry(filled)
    assert read_record(filled).changed_at == number > 0
