"""Two backups around a submission, and every log: read nothing, and join nothing.

The same attack on rows that are not sealed reads everything: an attack that cannot win
would prove nothing.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import MetaData, select

from peeraudit.instrument.frozen import Group
from peeraudit.operations import submit_response as submitting
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.submit_response import submit_response
from peeraudit.sealing import drafts as sealed_drafts
from peeraudit.sealing.boxes import Unreadable, pad, unseal
from peeraudit.sealing.codes import fingerprint
from peeraudit.storage.database import Database
from tests.integration.storage.conftest import OpenAudit

ANSWERS = {"SE4": "1", "SE5": "5", "PR1": "must_never", "RCK": "a"}

UNSEALED = {"SE4": "2", "SE5": "4", "PR1": "part", "RCK": "f"}
"""What the controls answer. PostgreSQL writes one log for all its databases, so the log
that a test of sealed answers reads may hold these, from controls that ran before."""

Backup = dict[str, frozenset[tuple[object, ...]]]
"""The rows of every table."""


def backup(database: Database) -> Backup:
    """Copy every row of every table, as a backup does."""
    tables = MetaData()
    tables.reflect(database.engine)
    with database.reading() as connection:
        return {
            table.name: frozenset(
                tuple(row) for row in connection.execute(select(table))
            )
            for table in tables.sorted_tables
        }


def raw_files(database: Database, tmp_path: Path) -> Iterator[bytes]:
    """Yield the bytes of the database's own files, its write-ahead log among them."""
    if database.engine.dialect.name == "sqlite":
        for file in tmp_path.glob("peeraudit.sqlite3*"):
            yield file.read_bytes()
        return
    with database.reading() as connection:
        place = connection.exec_driver_sql("SHOW data_directory").scalar_one()
    for file in (*Path(place).glob("pg_wal/*"), *Path(place).glob("base/*/*")):
        if file.is_file():
            yield file.read_bytes()


@dataclass(frozen=True)
class Loot:
    """What an attacker has carried off."""

    answers: list[dict[str, str]]
    joined: list[tuple[str, dict[str, str]]]
    """A code from paper, and the answers given with it."""


PACKED = re.compile(
    rb'\{"group": "[a-z_]+", "scope": [a-z_"]+, "token": "[0-9a-f]*", '
    rb'"values": \{[^}]*\}\}'
)


def attack(before: Backup, after: Backup, raw: bytes, codes: list[str]) -> Loot:
    """Look for sealed answers, as :func:`attack_all`, but not for those of controls."""
    loot = attack_all(before, after, raw, codes)
    return Loot(
        [each for each in loot.answers if each != UNSEALED],
        [(code, each) for code, each in loot.joined if each != UNSEALED],
    )


def attack_all(before: Backup, after: Backup, raw: bytes, codes: list[str]) -> Loot:
    """Look for answers in two backups and raw files, holding every code on paper."""
    fresh = [
        value
        for name, found in after.items()
        for row in found - before.get(name, frozenset())
        for value in row
        if isinstance(value, bytes)
    ]
    keys = [v for rows in after.values() for row in rows for v in row]
    readable = [
        packed
        for content in (*fresh, raw, *opened(fresh, keys))
        for packed in PACKED.findall(content)
    ]
    answers = [json.loads(each)["values"] for each in readable]
    left = {row[0] for row in after["code"]}
    had = {row[0] for row in before["code"]}
    used = [code for code in codes if fingerprint(code) in had - left]
    # One code gone between two backups: what has come instead is that person's.
    joined = [(code, each) for code in used for each in answers] if used else []
    return Loot(answers, joined)


def opened(boxes: list[bytes], keys: list[object]) -> Iterator[bytes]:
    """Yield what any byte string of a key's length opens."""
    for key in keys:
        if isinstance(key, bytes) and len(key) == 32:
            for box in boxes:
                try:
                    yield unseal(key, box)
                except Unreadable:
                    continue


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that any part of the program says, down to the last statement."""
    caplog.set_level(logging.DEBUG)
    return caplog


def submit_between_backups(
    audit: OpenAudit,
    tmp_path: Path,
    log: pytest.LogCaptureFixture,
    answers: dict[str, str] = ANSWERS,
) -> Loot:
    """Have one peer worker answer between two backups, and attack."""
    database = audit.installation.database
    code = audit.codes[Group.PEER_WORKER][0]
    before = backup(database)
    audit.save(code, answers)
    submit_response(audit.installation, code, audit.word, at=audit.meanwhile)
    after = backup(database)
    raw = b"".join(raw_files(database, tmp_path)) + log.text.encode()
    codes = [code for group in audit.codes.values() for code in group]
    assert code.encode() not in raw
    find = attack if answers is ANSWERS else attack_all
    return find(before, after, raw, codes)


def test_two_backups_and_the_logs_tell_nothing(
    audit: OpenAudit, tmp_path: Path, everything_logged: pytest.LogCaptureFixture
) -> None:
    loot = submit_between_backups(audit, tmp_path, everything_logged)
    assert loot == Loot([], [])


def test_nor_do_they_with_the_release_and_what_is_left_after_closing(
    audit: OpenAudit, tmp_path: Path, everything_logged: pytest.LogCaptureFixture
) -> None:
    database = audit.installation.database
    begin = backup(database)
    assert submit_between_backups(audit, tmp_path, everything_logged) == Loot([], [])
    close_audit(audit.installation, audit.id, at=audit.over)
    raw = b"".join(raw_files(database, tmp_path)) + everything_logged.text.encode()
    codes = [code for group in audit.codes.values() for code in group]
    assert attack(begin, backup(database), raw, codes) == Loot([], [])


def test_the_same_attack_on_rows_that_are_not_sealed_reads_everything(
    audit: OpenAudit,
    tmp_path: Path,
    everything_logged: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unsealed(_key: bytes, content: bytes, length: int) -> bytes:
        return pad(content, length)

    monkeypatch.setattr(submitting, "seal", unsealed)

    loot = submit_between_backups(audit, tmp_path, everything_logged, UNSEALED)

    assert UNSEALED in loot.answers
    assert (audit.codes[Group.PEER_WORKER][0], UNSEALED) in loot.joined


def test_a_draft_with_its_code_but_without_its_word_tells_nothing(
    audit: OpenAudit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = audit.codes[Group.PEER_WORKER][0]
    before = backup(audit.installation.database)
    audit.save(code, ANSWERS)
    after = backup(audit.installation.database)
    raw = b"".join(raw_files(audit.installation.database, tmp_path))
    assert attack(before, after, raw, [code]) == Loot([], [])

    # The control: drafts that are not encrypted are read.
    def plain(content: bytes, length: int, **_: object) -> bytes:
        return pad(content, length)

    monkeypatch.setattr(sealed_drafts, "encrypt", plain)
    other = audit.codes[Group.PEER_WORKER][1]
    audit.save(other, UNSEALED)
    loot = attack_all(after, backup(audit.installation.database), b"", [other])
    assert loot.answers == [UNSEALED]
