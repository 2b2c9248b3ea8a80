"""Drafts: opened with code, word and key together, and with no two of them."""

from typing import TypedDict

import pytest

from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.codes import new_code, new_return_word
from peeraudit.sealing.drafts import decrypt, encrypt, new_draft_key

LENGTH = 256


class Secrets(TypedDict):
    """The three that open a draft together."""

    code: str
    word: str
    key: bytes


MINE: Secrets = {
    "code": new_code(),
    "word": new_return_word(),
    "key": new_draft_key(),
}
DRAFT = encrypt(b"what I said so far", LENGTH, **MINE)


def test_code_word_and_key_together_open_a_draft() -> None:
    assert decrypt(DRAFT, **MINE) == b"what I said so far"


@pytest.mark.parametrize(
    "wrong",
    [
        {**MINE, "code": new_code()},
        {**MINE, "word": new_return_word()},
        {**MINE, "key": new_draft_key()},
        {**MINE, "code": ""},
        {**MINE, "word": ""},
        {**MINE, "code": MINE["word"], "word": MINE["code"]},
    ],
    ids=["code", "word", "key", "no code", "no word", "the other way round"],
)
def test_with_one_of_the_three_missing_a_draft_stays_closed(wrong: Secrets) -> None:
    with pytest.raises(Unreadable):
        decrypt(DRAFT, **wrong)


def test_the_line_between_code_and_word_counts() -> None:
    key = MINE["key"]
    draft = encrypt(b"x", LENGTH, code="ab", word="cd", key=key)
    with pytest.raises(Unreadable):
        decrypt(draft, code="a", word="bcd", key=key)


@pytest.mark.parametrize("content", [b"", b"x", bytes(LENGTH)])
def test_drafts_have_one_length_whatever_is_inside(content: bytes) -> None:
    assert len(encrypt(content, LENGTH, **MINE)) == len(DRAFT)


def test_a_draft_saved_twice_does_not_tell_that_nothing_changed() -> None:
    assert encrypt(b"x", LENGTH, **MINE) != encrypt(b"x", LENGTH, **MINE)


def test_a_draft_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than its box"):
        encrypt(bytes(LENGTH + 1), LENGTH, **MINE)


@pytest.mark.parametrize("kept", [slice(-1), slice(1, None), slice(0), slice(30)])
def test_a_draft_that_is_cut_off_is_unreadable(kept: slice) -> None:
    with pytest.raises(Unreadable):
        decrypt(DRAFT[kept], **MINE)


def test_every_audit_has_a_draft_key_of_its_own() -> None:
    assert len({new_draft_key() for _ in range(10)}) == 10
    assert len(new_draft_key()) == 32
