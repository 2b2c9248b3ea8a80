"""Storage that was weakened: what is kept says too much."""

from itertools import count
from os import urandom
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Connection

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.operations import submit_response as submitting
from peeraudit.operations.privacy_check.scene import Moment, Scene
from peeraudit.operations.record_act import record_act
from peeraudit.sealing import boxes as sealed_boxes
from peeraudit.sealing import drafts as sealed_drafts
from peeraudit.sealing.boxes import pad
from peeraudit.storage import boxes, codes, drafts
from peeraudit.storage.mail import ADDRESSES
from tests.integration.privacy_check.heist import Heist

BOX_WITH_ROW_NUMBERS = (
    "CREATE TABLE box_too (id BLOB PRIMARY KEY, audit_id TEXT, sealed BLOB)",
    "INSERT INTO box_too SELECT id, audit_id, sealed FROM box",
    "DROP TABLE box",
    "ALTER TABLE box_too RENAME TO box",
)


def boxes_that_are_not_sealed(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    patch.setattr(submitting, "seal", lambda _, content, length: pad(content, length))
    heist.submit(1)
    return heist.scene()


def drafts_that_are_not_encrypted(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    patch.setattr(sealed_drafts, "encrypt", _plain)
    heist.begin_draft()
    heist.look(Moment.OPEN)
    return heist.scene()


def deleted_drafts_that_were_not_encrypted(
    heist: Heist, patch: pytest.MonkeyPatch
) -> Scene:
    patch.setattr(sealed_drafts, "encrypt", _plain)
    patch.setattr(
        sealed_drafts, "decrypt", lambda draft, **_: sealed_boxes.unpad(draft)
    )
    if not heist.is_sqlite:
        # PostgreSQL shortens what it can, and then it is not readable at sight.
        heist.execute("ALTER TABLE draft ALTER COLUMN sealed SET STORAGE EXTERNAL")
    heist.submit(1)
    heist.look(Moment.OPEN)
    heist.looks[:] = heist.looks[-1:]
    return heist.scene()


def _plain(content: bytes, length: int, **_: object) -> bytes:
    """Leave a draft as it is."""
    return pad(content, length)


def boxes_as_long_as_their_answers(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    def seal(public: bytes, content: bytes, _: int) -> bytes:
        return sealed_boxes.seal(public, content, len(content))

    patch.setattr(submitting, "seal", seal)
    heist.submit()
    return heist.scene()


def two_boxes_that_are_the_same(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    same = urandom(1024)
    patch.setattr(submitting, "seal", lambda *_: same)
    heist.submit(2)
    return heist.scene()


def an_email_address_among_the_facts(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.execute("""UPDATE audit SET facts = '{"asked": "a.person@trust.example"}'""")
    heist.look(Moment.NOW)
    return heist.scene()


def a_code_in_a_row(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.execute("UPDATE team SET name = :code", code=heist.next_person().code)
    heist.look(Moment.NOW)
    return heist.scene()


def a_network_address_in_a_row(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.execute("UPDATE team SET name = 'seen from 10.20.30.40'")
    heist.look(Moment.NOW)
    return heist.scene()


def a_job_queue_that_holds_codes(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.execute("CREATE TABLE job (id INTEGER PRIMARY KEY, arguments TEXT)")
    code = heist.next_person().code
    heist.execute("INSERT INTO job VALUES (1, :code)", code=f"submit({code})")
    heist.look(Moment.NOW)
    return heist.scene()


def a_trigger_that_somebody_added(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    if heist.is_sqlite:
        heist.execute(
            "CREATE TRIGGER watch AFTER INSERT ON box BEGIN SELECT new.id; END"
        )
    else:
        heist.execute("CREATE RULE watch AS ON DELETE TO code DO ALSO SELECT 1")
    heist.look(Moment.NOW)
    return heist.scene()


def boxes_named_after_a_code(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    def named(length: int) -> bytes:
        return heist.people[-1].fingerprint[:length]

    patch.setattr(boxes, "secrets", SimpleNamespace(token_bytes=named))
    heist.submit(2)
    return heist.scene()


def codes_kept_after_use(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    patch.setattr(codes, "spend", lambda *_: True)
    heist.submit(2)
    return heist.scene()


def boxes_with_running_numbers(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    number = count()

    def numbered(length: int) -> bytes:
        return next(number).to_bytes(length)

    patch.setattr(boxes, "secrets", SimpleNamespace(token_bytes=numbered))
    heist.submit()
    return heist.scene()


def boxes_left_after_closing(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    patch.setattr(boxes, "forget", lambda *_: None)
    heist.submit()
    heist.close()
    return heist.scene()


def rows_that_show_their_order(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    """SQLite numbers them; PostgreSQL keeps them where their place can be seen."""
    if not heist.is_sqlite:
        return boxes_left_after_closing(heist, patch)
    heist.execute(*BOX_WITH_ROW_NUMBERS)
    heist.submit()
    return heist.scene()


def a_time_beside_each_box(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.execute("ALTER TABLE box ADD COLUMN came TIMESTAMP")
    heist.look(Moment.NOW)
    return heist.scene()


def drafts_left_after_closing(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    patch.setattr(drafts, "forget", lambda *_: None)
    heist.begin_draft()
    heist.close()
    return heist.scene()


def addresses_left_whose_key_is_gone(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.close()
    with heist.installation.database.transaction() as connection:
        ADDRESSES.add(connection, heist.audit, [urandom(600)])
    heist.look(Moment.CLOSED)
    return heist.scene()


def drafts_that_open_with_any_word(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    real = sealed_drafts._box
    patch.setattr(sealed_drafts, "_box", lambda code, _, key: real(code, "", key))
    heist.begin_draft()
    heist.look(Moment.OPEN)
    return heist.scene()


def a_minute_in_the_record(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.execute("ALTER TABLE record ADD COLUMN at TIMESTAMP")
    heist.look(Moment.NOW)
    return heist.scene()


def a_record_that_names_a_group(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.execute("UPDATE record SET about = 'a new code for peer_worker'")
    heist.look(Moment.NOW)
    return heist.scene()


def an_entry_for_each_who_answers(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    real, here = codes.spend, heist.installation

    def spend(connection: Connection, *given: Any) -> bool:
        entry = done_by(COMMAND_LINE, Act.REMINDED, about=str(urandom(4)))
        record_act(here, connection, entry)
        return real(connection, *given)

    patch.setattr(codes, "spend", spend)
    heist.submit(2)
    return heist.scene()


WEAKNESSES = (
    ("read-rows", boxes_that_are_not_sealed),
    ("read-rows", drafts_that_are_not_encrypted),
    ("read-files", deleted_drafts_that_were_not_encrypted),
    ("looks-random", boxes_that_are_not_sealed),
    ("looks-random", boxes_as_long_as_their_answers),
    ("looks-random", two_boxes_that_are_the_same),
    ("marks-kept", an_email_address_among_the_facts),
    ("marks-kept", a_code_in_a_row),
    ("marks-kept", a_network_address_in_a_row),
    ("hidden-store", a_job_queue_that_holds_codes),
    ("hidden-store", a_trigger_that_somebody_added),
    ("join-by-value", boxes_named_after_a_code),
    ("join-by-value", codes_kept_after_use),
    ("join-by-time", boxes_left_after_closing),
    ("order-by-value", boxes_with_running_numbers),
    ("order-by-place", rows_that_show_their_order),
    ("times-kept", a_time_beside_each_box),
    ("record-tells", a_minute_in_the_record),
    ("record-tells", a_record_that_names_a_group),
    ("record-tells", an_entry_for_each_who_answers),
    ("rows-left", drafts_left_after_closing),
    ("rows-left", addresses_left_whose_key_is_gone),
    ("draft-with-code", drafts_that_open_with_any_word),
)
