"""What an entry of the record keeps, and what it leaves out."""

from datetime import UTC, date, datetime

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account

LATE = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)


def test_an_entry_keeps_the_day_as_london_counts_it() -> None:
    lead = Account("a1", "lead@trust.example", "A lead")
    assert done_by(lead, Act.LAUNCHED, LATE).on == date(2026, 7, 1)


def test_no_address_gets_in_by_a_name_or_by_what_people_write() -> None:
    named = Account("a1", "a.lead@trust.example", "a.lead@trust.example")
    about = "Write to somebody@partner.example at 5 @ the ward"
    entry = done_by(named, Act.ADDED_ACTION, LATE, about=about)
    assert entry.by == "a.lead"
    assert entry.about == "Write to somebody at 5 @ the ward"
