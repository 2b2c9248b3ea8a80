"""A reader of comments takes words out: what is left is as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.release.comments import Screened, strike_out

WRITTEN = "I told Kay's friend, and it went well.\n\nOn Mondays, too."


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        (WRITTEN, WRITTEN),
        # What stood beside a word may stay, or go with it.
        ("I told 's friend, and", "I told […]'s friend, and […]"),
        ("I told friend, and", "I told […] friend, and […]"),
        ("I told , and it went well.", "I told […], and it went well.\n\n[…]"),
        ("On , too.", "[…]\n\nOn […], too."),
        # Marks that stand there already, and spaces, change nothing.
        ("I told […] friend,  and […]", "I told […] friend, and […]"),
        ("", "[…]"),
    ],
)
def test_words_are_struck_out_and_the_rest_stays_as_it_was(
    left: str, shown: str
) -> None:
    assert strike_out(WRITTEN, left) == shown


@pytest.mark.parametrize(
    "left",
    ["I did not tell", "well it went", "I told kay", "Kays friend", "I told Ka", "!"],
)
def test_nothing_is_put_in_moved_or_changed(left: str) -> None:
    assert strike_out(WRITTEN, left) is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_comment_that_nothing_is_taken_from_is_whole(words: str) -> None:
    written = words.strip()
    kept = strike_out(written, written)
    assert kept == written
    assert Screened(written, decided=True, kept=kept).is_whole


@given(st.lists(st.sampled_from(["Kay", "a", ",", ".", "\n", " ", "[…]", "é"])))
def test_what_was_left_can_be_left_again(pieces: list[str]) -> None:
    written = " ".join(pieces).strip()
    left = " ".join(pieces[::2])
    kept = strike_out(written, left)
    assert kept is not None
    assert strike_out(written, kept) == kept


def test_a_comment_of_which_a_word_was_taken_is_not_whole() -> None:
    assert not Screened("Kay did.", decided=True, kept="[…] did.").is_whole
