"""Comments open with their reader's code and the audit's key together, and not else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.sealing.boxes import Unreadable, new_pair, public_part, unseal
from peeraudit.sealing.codes import new_code
from peeraudit.sealing.comments import open_comment, reader_pair, seal_comment
from peeraudit.sealing.drafts import new_draft_key

LENGTH = 256
CODE = new_code()
KEY = new_draft_key()
PUBLIC = reader_pair(CODE).public


def sealed(content: bytes = b"More time.", key: bytes = KEY) -> bytes:
    return seal_comment(content, LENGTH, public=PUBLIC, key=key)


@given(st.binary(max_size=LENGTH))
def test_every_comment_comes_back_from_a_box_of_one_length(content: bytes) -> None:
    box = sealed(content)
    assert len(box) == len(sealed(b""))
    assert open_comment(box, code=CODE, key=KEY) == content


def test_a_reader_has_the_same_keys_wherever_the_code_is_typed() -> None:
    assert reader_pair(CODE) == reader_pair(CODE)
    assert public_part(reader_pair(CODE).private) == PUBLIC
    assert reader_pair(new_code()).public != PUBLIC


def test_another_code_opens_nothing() -> None:
    with pytest.raises(Unreadable):
        open_comment(sealed(), code=new_code(), key=KEY)


def test_without_the_audits_key_the_code_opens_nothing_either() -> None:
    with pytest.raises(Unreadable):
        open_comment(sealed(), code=CODE, key=new_draft_key())
    # Who has the reader's private key, but not the audit's, has a closed box.
    with pytest.raises(Unreadable):
        unseal(reader_pair(CODE).private, sealed())


def test_the_audits_key_alone_opens_nothing() -> None:
    with pytest.raises(Unreadable):
        open_comment(sealed(), code="", key=KEY)
    with pytest.raises(Unreadable):
        open_comment(sealed(), code=CODE.lower(), key=KEY)


def test_a_comment_for_another_reader_opens_for_nobody_else() -> None:
    box = seal_comment(b"More time.", LENGTH, public=new_pair().public, key=KEY)
    with pytest.raises(Unreadable):
        open_comment(box, code=CODE, key=KEY)


@pytest.mark.parametrize("place", [0, 30, 60, -1])
def test_a_damaged_comment_is_unreadable(place: int) -> None:
    box = bytearray(sealed())
    box[place] ^= 1
    with pytest.raises(Unreadable):
        open_comment(bytes(box), code=CODE, key=KEY)


@pytest.mark.parametrize("size", [0, 10, 40, 100])
def test_a_comment_that_is_cut_off_is_unreadable(size: int) -> None:
    with pytest.raises(Unreadable):
        open_comment(sealed()[:size], code=CODE, key=KEY)


def test_a_comment_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than its box"):
        sealed(bytes(LENGTH + 1))


def test_the_same_words_are_never_sealed_the_same_way_twice() -> None:
    assert len({sealed() for _ in range(10)}) == 10


def test_the_keys_of_a_reader_do_not_tell_the_code() -> None:
    pair = reader_pair(CODE)
    assert CODE.encode() not in pair.private + pair.public
