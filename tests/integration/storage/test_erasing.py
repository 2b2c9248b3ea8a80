"""An audit whose time is over is erased from every table, after notice."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, insert, select

from peeraudit.account.record import Act
from peeraudit.audit.months import months_after
from peeraudit.audit.retention import NOTICE, Keeping, Retention
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.erase_what_is_over import erase_what_is_over
from peeraudit.operations.installation import Installation
from peeraudit.operations.pool_teams import list_views, pool_teams, read_ledger
from peeraudit.operations.read_record import note_last_entry, read_record
from peeraudit.operations.read_report import read_release
from peeraudit.operations.retention import RETENTION
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import audits, erasing, installation_settings, keeping
from peeraudit.storage.tables import Base
from tests.integration.storage.conftest import CLOSES, OpenAudit, OpenOne
from tests.integration.storage.pooled import LATER, closed, plan

DUE = months_after(CLOSES, Retention().audits)


@pytest.fixture
def over(audit: OpenAudit) -> OpenAudit:
    """An audit whose report is out."""
    audit.close()
    return audit


def rows_of(installation: Installation, audit: str) -> set[str]:
    """The tables in which the id of an audit stands, in whichever column."""
    with installation.database.reading() as connection:
        return {
            table.name
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table))
            if audit in row
        }


def look(installation: Installation, at: datetime) -> None:
    """Let the worker look once."""
    erase_what_is_over(installation, at=at)


def erase_in_time(installation: Installation) -> None:
    """Let the worker look when it is time to say so, and when it is time."""
    look(installation, DUE - NOTICE)
    look(installation, DUE)


def fill(connection: Connection, audit: str) -> set[str]:
    """Put a made-up row of an audit into every table that has such; name them."""
    filled: dict[str, dict[str, Any]] = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in erasing.KEPT and is_of_audits(table, filled):
            row = dict(made_up(table, audit, filled))
            if not is_there(connection, table, audit):
                connection.execute(insert(table).values(row))
                filled[table.name] = row
    return set(filled)


def is_of_audits(table: Table, filled: dict[str, dict[str, Any]]) -> bool:
    """Whether a table says of which audit a row is, or refers to one that does."""
    above = {key.column.table.name for key in table.foreign_keys}
    return "audit_id" in table.columns or bool(above & set(filled))


def is_there(connection: Connection, table: Table, audit: str) -> bool:
    """Whether there is a row of the audit already."""
    if "audit_id" not in table.columns:
        return False
    found = select(table).where(table.c.audit_id == audit)
    return connection.execute(found).first() is not None


def made_up(
    table: Table, audit: str, filled: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, Any]]:
    """Something for each column."""
    values = {
        str: "x",
        int: 1,
        bool: True,
        bytes: os.urandom(32),
        date: CLOSES.date(),
    }
    for column in table.columns:
        (key,) = column.foreign_keys or (None,)
        if column.name == "audit_id":
            yield column.name, audit
        elif key is not None:
            yield column.name, filled[key.column.table.name][key.column.name]
        else:
            yield column.name, values.get(column.type.python_type, CLOSES)


def test_no_row_of_an_erased_audit_is_left_but_what_is_named(
    over: OpenAudit,
) -> None:
    here = over.installation
    with here.database.transaction() as connection:
        filled = fill(connection, over.id)
    assert {"action", "agreement", "box", "document", "receipt"} <= filled
    erase_in_time(here)
    assert rows_of(here, over.id) <= erasing.KEPT
    assert read_release(here, over.id) is None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_was_said_and_agreed_is_in_no_file_of_the_database(
    over: OpenAudit, database_url: str
) -> None:
    here = over.installation
    address = over.release
    assert address is not None
    file = Path(database_url.removeprefix("sqlite:///"))
    assert address.hash.encode() in b"".join(
        each.read_bytes() for each in file.parent.glob(f"{file.name}*")
    )
    erase_in_time(here)
    assert address.hash.encode() not in b"".join(
        each.read_bytes() for each in file.parent.glob(f"{file.name}*")
    )


def test_another_audit_keeps_all_that_it_has(open_one: OpenOne) -> None:
    gone, kept = open_one(), open_one()
    for each in (gone, kept):
        each.close()
    here = gone.installation
    before = rows_of(here, kept.id), kept.release
    with here.database.transaction() as connection:
        keeping.keep(connection, kept.id, Keeping(DUE + 2 * NOTICE))
    erase_in_time(here)
    assert read_release(here, gone.id) is None
    assert (rows_of(here, kept.id) - {"keeping"}, kept.release) == before


def test_nothing_goes_before_pages_have_said_so_for_thirty_days(
    over: OpenAudit,
) -> None:
    here, late = over.installation, DUE + timedelta(days=200)
    look(here, late)
    look(here, late + NOTICE - timedelta(minutes=1))
    assert over.release is not None
    look(here, late + NOTICE)
    assert over.release is None


def test_notice_is_taken_back_where_somebody_keeps_it(over: OpenAudit) -> None:
    here = over.installation
    look(here, DUE - NOTICE)
    with here.database.transaction() as connection:
        told = keeping.find(connection, over.id)
        assert told.noticed_at == DUE - NOTICE
        later = DUE + timedelta(days=365)
        keeping.keep(connection, over.id, Keeping(later, "An inquiry", told.noticed_at))
    look(here, DUE)
    with here.database.reading() as connection:
        assert keeping.find(connection, over.id) == Keeping(later, "An inquiry")
    assert over.release is not None


def test_a_notice_of_a_day_to_come_is_given_anew(over: OpenAudit) -> None:
    """As a clock writes it that is years ahead for a while."""
    here = over.installation
    look(here, DUE + timedelta(days=3660))
    look(here, DUE)
    look(here, DUE + NOTICE)
    assert over.release is None


def test_the_record_says_that_peeraudit_erased_it(over: OpenAudit) -> None:
    here = over.installation
    erase_in_time(here)
    last = read_record(here).entries[0]
    assert (last.act, last.by, last.audit) == (Act.ERASED, "PeerAudit", over.id)


def test_all_keys_of_it_go(over: OpenAudit) -> None:
    here = over.installation
    name = f"{over.id}.peer_worker"
    here.keys.keep(over.id, KeyKind.MAIL, b"key")
    here.keys.keep(name, KeyKind.POOLING, b"key")
    here.web_keys.keep(over.id, KeyKind.COMMENTS, b"key")
    erase_in_time(here)
    left = [*here.keys.path.glob("*"), *here.web_keys.path.glob("*")]
    assert not [each for each in left if over.id in each.name]
    assert here.web_keys.holds("installation", KeyKind.SEAL)


def test_a_kill_in_the_middle_leaves_it_to_the_next_look(
    over: OpenAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = over.installation
    look(here, DUE - NOTICE)

    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "erase", killed)
        with pytest.raises(SystemExit):
            look(here, DUE)
    assert over.release is not None
    for _ in range(2):
        do_what_is_due(here, at=DUE)
    assert rows_of(here, over.id) <= erasing.KEPT
    acts = [each.act for each in read_record(here).entries]
    assert acts.count(Act.ERASED) == 1


def test_one_that_cannot_be_erased_does_not_hold_up_another(
    open_one: OpenOne, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck, gone = open_one(), open_one()
    for each in (stuck, gone):
        each.close()
    here, real = stuck.installation, erasing.erase

    def erase(connection: Connection, audit: str) -> None:
        if audit == stuck.id:
            raise RuntimeError
        real(connection, audit)

    monkeypatch.setattr(erasing, "erase", erase)
    erase_in_time(here)
    assert stuck.release is not None
    assert gone.release is None


def test_a_view_stands_after_its_teams_are_erased_and_its_ledger_says_on_what(
    open_one: OpenOne,
) -> None:
    teams = [closed(open_one, 4) for _ in range(4)]
    here = teams[0].installation
    view = pool_teams(here, plan(teams), at=LATER)
    before = read_ledger(here)
    erase_in_time(here)
    assert [each.id for each in list_views(here)] == [view.id]
    assert read_ledger(here) == before
    look(here, months_after(LATER, Retention().audits))
    assert list_views(here) == ()
    assert read_ledger(here) == before


def test_old_entries_of_the_record_go_and_it_is_still_whole(over: OpenAudit) -> None:
    here = over.installation
    do_what_is_due(here, at=over.over)
    before = read_record(here)
    assert len(before.entries) > 1
    much_later = datetime.now(UTC) + timedelta(days=7 * 366)
    do_what_is_due(here, at=much_later)
    do_what_is_due(here, at=over.over)
    # A clock that was years ahead for a while has taken nothing with it.
    assert read_record(here) == before
    for at in (much_later, much_later + NOTICE):
        do_what_is_due(here, at=at)
    note_last_entry(here)
    found = read_record(here)
    assert len(found.entries) < len(before.entries)
    assert found.changed_at == 0


def test_an_audit_that_is_open_is_not_erased(audit: OpenAudit) -> None:
    here = audit.installation
    with here.database.transaction() as connection:
        keeping.keep(connection, audit.id, Keeping(CLOSES, noticed_at=CLOSES - NOTICE))
    look(here, audit.meanwhile)
    with here.database.reading() as connection:
        assert audits.find(connection, audit.id) is not None


@pytest.mark.parametrize("mark", ["", "00 ", "nobody's "])
def test_nobody_who_writes_the_database_shortens_a_time(
    over: OpenAudit, mark: str
) -> None:
    here = over.installation
    note_last_entry(here)
    before = read_record(here)
    short = '{"audits": 1, "record": 0, "drafts": 1, "since": "2020-01-01T00:00+00:00"}'
    with here.database.transaction() as connection:
        installation_settings.keep(connection, RETENTION, mark + short)
    for at in (DUE - NOTICE, DUE):
        look(here, at)
    assert over.release is not None
    assert read_record(here) == before
