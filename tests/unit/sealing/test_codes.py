"""Access codes: typed from paper, and mistakes are noticed before any look-up."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.sealing.codes import (
    ALPHABET,
    SYLLABLES,
    MistypedCode,
    fingerprint,
    new_code,
    new_return_word,
    read_code,
    read_return_word,
)

CODES = (
    "WXE3-EF5M-5X8H-3JCP-9TVE",
    "R3XX-TR7E-FC9A-NX78-RWEK",
    "899E-55K4-8KPW-8RVE-46F8",
)
"""Made once by chance: the same in every run, and the last has all that is mapped."""
SIGNS = 20
PLACES = range(SIGNS)


def bare(code: str) -> str:
    return code.replace("-", "")


def is_refused(typed: str) -> bool:
    try:
        read_code(typed)
    except MistypedCode:
        return True
    return False


def with_sign(signs: str, place: int, sign: str) -> str:
    return signs[:place] + sign + signs[place + 1 :]


def test_a_code_is_five_blocks_of_four_signs_that_do_not_look_alike() -> None:
    for code in (*CODES, new_code(), new_code()):
        assert [len(block) for block in code.split("-")] == [4] * 5
        assert set(bare(code)) <= set(ALPHABET)
    assert len(ALPHABET) == len(set(ALPHABET)) == 23
    for alike in ("0OD", "1IL", "2Z", "5S", "6G", "8B", "9Q", "UV"):
        assert len(set(alike) & set(ALPHABET)) < 2


def test_a_code_holds_more_than_80_bits_of_chance() -> None:
    assert 23**18 > 2**80


def test_no_two_codes_are_the_same() -> None:
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    for typed in (
        code,
        code.lower(),
        bare(code),
        bare(code).lower(),
        code.replace("-", " "),
        f"  {code} ",
        code.replace("-", " - "),
        " ".join(bare(code)),
        code.replace("-", "\u2013"),  # a phone makes dashes longer
    ):
        assert read_code(typed) == code


@pytest.mark.parametrize(
    ("printed", "typed"), [("5", "S"), ("8", "B"), ("6", "G"), ("9", "Q")]
)
def test_a_sign_that_is_in_no_code_is_read_as_the_one_it_looks_like(
    printed: str, typed: str
) -> None:
    code = CODES[-1]
    assert printed in code
    assert read_code(code.replace(printed, typed)) == code
    assert read_code(code.replace(printed, typed.lower())) == code


@pytest.mark.parametrize("code", CODES)
def test_every_single_wrong_sign_is_noticed(code: str) -> None:
    signs = bare(code)
    wrong = [
        with_sign(signs, place, sign)
        for place in PLACES
        for sign in ALPHABET
        if sign != signs[place]
    ]
    assert len(wrong) == SIGNS * 22
    assert all(map(is_refused, wrong))


@pytest.mark.parametrize("code", CODES)
def test_every_swap_of_two_different_signs_is_noticed(code: str) -> None:
    signs = bare(code)
    for one, other in combinations(PLACES, 2):
        swapped = with_sign(with_sign(signs, one, signs[other]), other, signs[one])
        assert is_refused(swapped) is (signs[one] != signs[other])


@given(
    st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True),
    st.lists(st.integers(1, 22), min_size=2, max_size=2),
)
def test_any_two_wrong_signs_are_noticed(places: list[int], by: list[int]) -> None:
    signs = bare(CODES[0])
    for place, step in zip(places, by, strict=True):
        other = ALPHABET[(ALPHABET.index(signs[place]) + step) % 23]
        signs = with_sign(signs, place, other)
    assert is_refused(signs)


@pytest.mark.parametrize("place", PLACES)
def test_a_sign_too_few_or_too_many_is_noticed(place: int) -> None:
    signs = bare(CODES[0])
    assert is_refused(signs[:place] + signs[place + 1 :])
    assert is_refused(signs[:place] + "A" + signs[place:])


@pytest.mark.parametrize(
    "typed", ["", "-", "A", "ACEF-HJKM", "ÀCEF" * 5, "\u0663" * 20, "A" * 10_000]
)
def test_what_cannot_be_a_code_is_refused(typed: str) -> None:
    assert is_refused(typed)


def test_what_is_stored_of_a_code_is_a_hash_of_it() -> None:
    first, second = CODES[:2]
    assert len(fingerprint(first)) == 32
    assert fingerprint(first) == fingerprint(first)
    assert fingerprint(first) != fingerprint(second)
    assert bare(first).encode() not in fingerprint(first)


def test_a_return_word_has_two_halves_of_three_syllables() -> None:
    for _ in range(50):
        word = new_return_word()
        halves = word.split("-")
        assert [len(half) for half in halves] == [6, 6]
        letters = word.replace("-", "")
        assert all(letters[n : n + 2] in SYLLABLES for n in range(0, 12, 2))


def test_return_words_are_chosen_among_more_than_two_to_the_37() -> None:
    assert len(SYLLABLES) == len(set(SYLLABLES)) == 80
    assert 80**6 > 2**37


@pytest.mark.parametrize(
    "typed",
    [
        "bakolu-mifeta",
        "BAKOLU MIFETA",
        "bakolumifeta",
        " ba ko lu mi fe ta ",
        "Bakolu\u2013Mifeta",
    ],
)
def test_a_return_word_is_read_however_it_is_typed(typed: str) -> None:
    assert read_return_word(typed) == "bakolu-mifeta"


def test_another_return_word_stays_another() -> None:
    assert read_return_word("bakolu-mifete") != "bakolu-mifeta"
    assert read_return_word("bakolu-mifetata") != "bakolu-mifeta"
