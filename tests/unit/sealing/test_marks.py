"""Marks: made and recognised by who has the key, for one purpose and these values."""

from hypothesis import given
from hypothesis import strategies as st

from peeraudit.sealing.marks import BYTES, fits, mark

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))
PARTS = st.lists(st.one_of(st.text(max_size=5), st.binary(max_size=5)), max_size=3)


@given(st.text(max_size=9), PARTS)
def test_a_mark_fits_what_it_was_made_of(
    purpose: str, parts: list[str | bytes]
) -> None:
    made = mark(KEY, purpose, *parts)
    assert fits(KEY, made, purpose, *parts)
    assert len(made) == BYTES


def test_the_same_values_have_the_same_mark() -> None:
    assert mark(KEY, "code", b"1", "manager") == mark(KEY, "code", b"1", "manager")


def test_without_its_key_nobody_makes_or_recognises_a_mark() -> None:
    made = mark(KEY, "code", "manager")
    assert made != mark(OTHER_KEY, "code", "manager")
    assert not fits(OTHER_KEY, made, "code", "manager")


def test_a_mark_for_one_thing_is_none_for_another() -> None:
    assert not fits(KEY, mark(KEY, "token", "a code"), "receipt", "a code")
    assert not fits(KEY, mark(KEY, "token", "a code"), "a code", "token")


def test_every_value_counts_and_so_does_where_one_ends() -> None:
    values: list[tuple[str | bytes, ...]] = [
        (),
        ("",),
        ("", ""),
        ("ab", "c"),
        ("a", "bc"),
        ("abc",),
        ("c", "ab"),
        ('a", "bc',),
        (b"ab", b"c"),
        (b"a", b"bc"),
    ]
    assert len({mark(KEY, "code", *each) for each in values}) == len(values)


def test_what_is_no_mark_fits_nothing() -> None:
    made = mark(KEY, "code", "manager")
    for given_mark in (b"", made[:-1], made + b"\0", bytes(BYTES)):
        assert not fits(KEY, given_mark, "code", "manager")


def test_a_mark_does_not_tell_what_it_is_of() -> None:
    assert b"manager" not in mark(KEY, "code", "manager")
