"""Who reads comments first can take whole words out, and put nothing in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.release.comments import STRUCK_OUT, strike_out

WORD = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=6)
WORDS = st.lists(st.one_of(st.sampled_from(["we", "Kay", "is", "late."]), WORD))
SPACES = st.sampled_from([" ", "  ", "\n", " \r\n\t", "\u2003"])


@st.composite
def with_words_left(draw: st.DrawFn) -> tuple[list[str], list[bool]]:
    """Draw the words of a comment, and which of them its reader leaves."""
    words = draw(WORDS.filter(lambda each: STRUCK_OUT not in each))
    return words, draw(
        st.lists(st.booleans(), min_size=len(words), max_size=len(words))
    )


def left(words: list[str], kept: list[bool]) -> list[str]:
    return [word for word, stays in zip(words, kept, strict=True) if stays]


def without_marks(shown: str) -> list[str]:
    return [word for word in shown.split() if word != STRUCK_OUT]


def is_within(few: list[str], many: list[str]) -> bool:
    """Say whether words stand among others in the same order."""
    rest = iter(many)
    return all(word in rest for word in few)


@given(with_words_left(), SPACES)
def test_what_is_kept_is_what_its_reader_left_and_was_written_in_that_order(
    comment: tuple[list[str], list[bool]], space: str
) -> None:
    words, kept = comment
    shown = strike_out(space.join(words), " ".join(left(words, kept)))
    assert shown is not None
    assert without_marks(shown) == left(words, kept)
    assert is_within(without_marks(shown), words)


@given(with_words_left())
def test_marks_stand_only_where_words_were_and_never_two_together(
    comment: tuple[list[str], list[bool]],
) -> None:
    words, kept = comment
    shown = (strike_out(" ".join(words), " ".join(left(words, kept))) or "").split()
    assert (STRUCK_OUT, STRUCK_OUT) not in pairwise(shown)
    assert (STRUCK_OUT in shown) is (not all(kept))
    assert len(shown) <= len(words)


@given(WORDS.filter(lambda words: STRUCK_OUT not in words))
def test_who_takes_nothing_out_keeps_it_word_for_word(words: list[str]) -> None:
    assert strike_out(" ".join(words), " ".join(words)) == " ".join(words)


@given(with_words_left())
def test_who_reads_it_a_second_time_may_leave_the_marks_where_they_are(
    comment: tuple[list[str], list[bool]],
) -> None:
    words, kept = comment
    written = " ".join(words)
    once = strike_out(written, " ".join(left(words, kept)))
    assert once is not None
    assert strike_out(written, once) == once


@given(with_words_left(), st.data())
def test_a_word_that_was_not_written_is_refused_wherever_it_is_put(
    comment: tuple[list[str], list[bool]], data: st.DataObject
) -> None:
    words, kept = comment
    changed = left(words, kept)
    place = data.draw(st.integers(0, len(changed)))
    assert (
        strike_out(
            " ".join(words), " ".join([*changed[:place], "not", *changed[place:]])
        )
        is None
        or "not" in words
    )


@given(with_words_left(), st.data())
def test_what_is_not_within_what_was_written_is_refused(
    comment: tuple[list[str], list[bool]], data: st.DataObject
) -> None:
    words, _ = comment
    other = data.draw(st.lists(st.sampled_from([*words, "we", "not"])))
    shown = strike_out(" ".join(words), " ".join(other))
    assert (shown is not None) is is_within(other, words)


@pytest.mark.parametrize(
    "changed",
    [
        "It is not fine.",  # one more
        "It is fine. fine.",  # the same again
        "is It fine.",  # swapped
        "It was fine.",  # changed
        "It is fine",  # a sign taken off
        "it is fine.",  # another case
        "It isfine.",  # run together
        "It is f ine.",  # cut
        "It is fine. […] Kay",
        "It is fine.[…]",  # a mark that is part of a word
    ],
)
def test_words_can_be_taken_out_only_whole_and_nothing_put_in(changed: str) -> None:
    assert strike_out("It is fine.", changed) is None


@pytest.mark.parametrize(
    ("written", "left_over", "shown"),
    [
        ("On Mondays Kay runs it.", "On Mondays runs it.", "On Mondays […] runs it."),
        ("Kay runs it.", "runs it.", "[…] runs it."),
        ("It is run by Kay Lee", "It is run by", "It is run by […]"),
        ("a b c d e", "a e", "a […] e"),
        ("a b c d e", "b d", "[…] b […] d […]"),
        ("a b a", "a", "a […]"),
        ("a b", "", "[…]"),
        ("", "", ""),
        ("We  need\n more time.", "We need more time.", "We need more time."),
        ("It is […] fine", "It is fine", "It is […] fine"),
    ],
)
def test_one_mark_stands_for_all_words_that_were_taken_out_together(
    written: str, left_over: str, shown: str
) -> None:
    assert strike_out(written, left_over) == shown


def test_a_mark_does_not_tell_how_much_was_taken_out() -> None:
    long = " ".join(["word"] * 40)
    assert strike_out(f"So {long} it is", "So it is") == "So […] it is"
    assert strike_out("So a it is", "So it is") == "So […] it is"
