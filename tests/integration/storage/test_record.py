"""The record of what managers did, as it is kept."""

from datetime import UTC, datetime

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
from peeraudit.storage import record

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
LEAD = Account("a1", "lead@trust.example", "A lead")


def test_entries_stand_behind_each_other_the_last_first(
    installation: Installation,
) -> None:
    first = done_by(LEAD, Act.ADDED_TEAM, AT, team="t1", about="Pier team")
    second = done_by(LEAD, Act.LAUNCHED, AT, team="t1", audit="b2")
    for entry in (first, second):
        with installation.database.transaction() as connection:
            record_act(installation, connection, entry)
    with installation.reading_accounts() as rows:
        assert record.every(rows) == [second, first]
