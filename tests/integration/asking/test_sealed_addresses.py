"""Nobody but the worker reads an address, and nothing ties one to a code or a box.

The same attack on addresses that are not sealed reads all of them: an attack that
cannot win would prove nothing.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from peeraudit.instrument.frozen import Group
from peeraudit.operations import ask_by_mail as asking
from peeraudit.operations.mail_book import MailBook, Opened
from peeraudit.operations.remind import remind
from peeraudit.sealing.boxes import Unreadable, pad, unseal
from peeraudit.sealing.codes import fingerprint
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage.mail import OUTBOX
from tests.integration.asking.asked_audit import AskedAudit
from tests.integration.storage.test_attacker import Backup, backup, raw_files

PW, MG = Group.PEER_WORKER, Group.MANAGER


@dataclass
class Thief:
    """Somebody who carries off all but the worker's keys, again and again."""

    audit: AskedAudit
    folder: Path
    log: pytest.LogCaptureFixture
    backups: list[Backup]

    def come(self) -> None:
        """Take another backup."""
        self.backups.append(backup(self.audit.installation.database))

    def readable(self) -> bytes:
        """All that can be read, and whatever opens with what was found as a key."""
        values = [
            value
            for taken in self.backups
            for rows in taken.values()
            for row in rows
            for value in row
        ]
        database = self.audit.installation.database
        web_keys = [file.read_bytes() for file in self.web_keys()]
        text = [str(each).encode() for each in values]
        binary = [each for each in values if isinstance(each, bytes)]
        raw = list(raw_files(database, self.folder))
        opened = list(open_all(binary, [*binary, *web_keys]))
        # The mail server of the tests keeps a log of its own, which is not ours.
        ours = [each for each in self.log.records if each.name != "mail.log"]
        said = "\n".join(each.getMessage() for each in ours).encode()
        return b"\n".join([*text, *binary, *raw, *web_keys, *opened, said])

    def web_keys(self) -> Iterator[Path]:
        yield from self.audit.installation.web_keys.path.iterdir()


def open_all(sealed: list[bytes], keys: list[bytes]) -> Iterator[bytes]:
    """Yield what any stretch of a key's length opens."""
    tried = {each[i : i + 32] for each in keys for i in range(0, len(each), 32)}
    for key in tried:
        for box in sealed:
            if len(key) == 32 and len(box) > 100:
                try:
                    yield unseal(key, box)
                except Unreadable:
                    continue


@pytest.fixture
def thief(audit: AskedAudit, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Thief:
    caplog.set_level(logging.DEBUG)
    return Thief(audit, tmp_path, caplog, [])


def addresses(number: int) -> tuple[str, ...]:
    """Addresses that no other test has: PostgreSQL writes one log for all databases."""
    return tuple(f"{uuid4().hex}@trust.example" for _ in range(number))


def test_no_address_or_code_is_readable_at_any_time(
    audit: AskedAudit, thief: Thief
) -> None:
    asked = addresses(6)
    thief.come()
    for _ in through_bad_days(audit, asked):
        thief.come()
    codes = [each.code for each in audit.office.mails if "/a/" in each.text]
    for mail in audit.office.mails[:3]:
        audit.answer(mail)
        thief.come()
    audit.close()
    thief.come()
    audit.work()
    thief.come()
    seen = thief.readable()
    assert len(codes) == 6
    for secret in (*asked, *codes):
        assert secret.partition("@")[0].encode() not in seen


def through_bad_days(audit: AskedAudit, asked: tuple[str, ...]) -> Iterator[None]:
    """Let mail be put off, refused, put right and sent; and everyone be reminded."""
    audit.ask(PW, asked)
    yield
    audit.office.refuses |= {asked[0]: "450 later", asked[1]: "550 nobody"}
    audit.work()
    yield
    audit.put_right(asked[1], asked[1].replace("@", ".x@"))
    yield
    audit.office.refuses.clear()
    audit.work(timedelta(hours=1))
    yield
    remind(audit.website, audit.id, at=audit.now)
    audit.work()
    yield


def test_the_same_thief_reads_addresses_that_are_not_sealed(
    audit: AskedAudit, thief: Thief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsealed(_public: bytes, content: Opened) -> bytes:  # type: ignore[type-arg] # any
        return pad(content.pack(), 512)  # type: ignore[attr-defined] # every one has it

    monkeypatch.setattr(asking, "seal_mail", unsealed)
    asked = addresses(6)
    audit.ask(PW, asked)
    thief.come()
    seen = thief.readable()
    assert all(each.encode() in seen for each in asked)


def test_once_a_mail_is_taken_not_even_the_worker_knows_whose_its_code_is(
    audit: AskedAudit,
) -> None:
    audit.ask(PW, addresses(6))
    audit.work()
    key = audit.installation.keys.read(audit.id, KeyKind.MAIL)
    codes = [each.code for each in audit.office.mails]
    left = backup(audit.installation.database)
    sealed = [v for rows in left.values() for row in rows for v in row if is_box(v)]
    opened = b"\n".join(open_all([v for v in sealed if isinstance(v, bytes)], [key]))
    assert b"@trust.example" in opened
    for code in codes:
        assert code.encode() not in opened
        assert fingerprint(code) not in opened


def is_box(value: object) -> bool:
    return isinstance(value, bytes) and len(value) > 100


def test_while_it_waits_the_code_lies_with_its_mail_for_the_worker_alone(
    audit: AskedAudit,
) -> None:
    audit.office.stop()
    audit.ask(PW, addresses(6))
    audit.work()
    book = MailBook.of(audit.installation, audit.id)
    with audit.installation.database.reading() as connection:
        letters = book.letters(connection)
        waiting = OUTBOX.waiting(connection, audit.id)
    assert len({each.content.code for each in letters}) == 6
    assert len({len(each.sealed) for each in waiting}) == 1


def test_all_codes_of_a_group_come_in_one_transaction_and_in_no_order(
    audit: AskedAudit,
) -> None:
    asked = addresses(6)
    audit.ask(PW, asked)
    audit.work()
    order = [fingerprint(audit.office.to(each)[0].code) for each in asked]
    with audit.installation.database.reading() as connection:
        is_postgresql = connection.dialect.name == "postgresql"
        place = "xmin, ctid" if is_postgresql else "1, 1"
        rows = connection.exec_driver_sql(
            f"SELECT {place}, fingerprint FROM code"  # noqa: S608 # ours
        ).all()
        if is_postgresql:
            assert len({row[0] for row in rows}) == 1
    kept = [bytes(row[2]) for row in rows]
    # By their hashes, which follow from nothing that an address has to do with.
    assert kept == sorted(order)


def test_after_the_last_mail_no_backup_of_any_time_can_be_opened(
    audit: AskedAudit, thief: Thief
) -> None:
    audit.ask(PW, addresses(6))
    audit.work()
    thief.come()
    audit.close()
    audit.work()
    keys = [file.read_bytes() for file in audit.installation.keys.path.iterdir()]
    assert keys == []
    assert list(thief.web_keys()) != []  # the seal of the installation stays
