"""Sealed boxes: one length whatever is inside, and opened by one key alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.sealing.boxes import (
    Unreadable,
    new_pair,
    pad,
    public_part,
    seal,
    unpad,
    unseal,
)

PAIR = new_pair()
LENGTH = 256


def test_what_is_sealed_is_opened_by_the_private_key() -> None:
    box = seal(PAIR.public, b"what I said", LENGTH)
    assert unseal(PAIR.private, box) == b"what I said"


@given(st.binary(max_size=LENGTH))
def test_every_content_comes_back_from_a_box_of_one_length(content: bytes) -> None:
    box = seal(PAIR.public, content, LENGTH)
    assert len(box) == len(seal(PAIR.public, b"", LENGTH))
    assert unseal(PAIR.private, box) == content


@pytest.mark.parametrize("content", [b"", b"\x80", b"\x80" + bytes(9), bytes(LENGTH)])
def test_filling_is_told_from_content_that_looks_like_it(content: bytes) -> None:
    assert unpad(pad(content, LENGTH)) == content


def test_content_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than its box"):
        seal(PAIR.public, bytes(LENGTH + 1), LENGTH)


def test_the_same_content_is_never_sealed_the_same_way_twice() -> None:
    boxes = {seal(PAIR.public, b"5", LENGTH) for _ in range(20)}
    assert len(boxes) == 20


def test_another_key_does_not_open_a_box() -> None:
    box = seal(PAIR.public, b"what I said", LENGTH)
    with pytest.raises(Unreadable):
        unseal(new_pair().private, box)


def test_who_seals_cannot_open() -> None:
    box = seal(PAIR.public, b"what I said", LENGTH)
    with pytest.raises(Unreadable):
        unseal(PAIR.public, box)


@pytest.mark.parametrize("place", [0, 31, 32, 60, -1])
def test_a_damaged_box_is_unreadable(place: int) -> None:
    box = bytearray(seal(PAIR.public, b"what I said", LENGTH))
    box[place] ^= 1
    with pytest.raises(Unreadable):
        unseal(PAIR.private, bytes(box))


@pytest.mark.parametrize("size", [0, 10, 48])
def test_a_box_that_is_cut_off_is_unreadable(size: int) -> None:
    box = seal(PAIR.public, b"what I said", LENGTH)
    with pytest.raises(Unreadable):
        unseal(PAIR.private, box[:size])


def test_the_public_key_follows_from_the_private_one() -> None:
    assert public_part(PAIR.private) == PAIR.public
    assert PAIR.private != PAIR.public


def test_a_pair_of_keys_does_not_tell_itself_to_a_log() -> None:
    assert repr(PAIR.private) not in repr(PAIR)
    assert PAIR.private.hex() not in repr(PAIR)
