"""Comments that wait for their reader, and where a release may hold them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import GroupCount
from peeraudit.instrument.frozen import Group
from peeraudit.release.comments import (
    STRUCK_OUT,
    Screened,
    enough_answers,
    faults,
    longest,
    strike_out,
    unpack,
)
from peeraudit.release.freeze import with_comments
from peeraudit.release.release import Release, digest
from peeraudit.release.verify import verify
from tests.unit.factories import (
    MG,
    PW,
    ST,
    altered,
    make_promise,
    make_release,
    role_adoption,
)
from tests.unit.release.test_verify import sealed

MOST = role_adoption().comments[0].longest
"""Characters in a comment."""

ROOM = longest(role_adoption().comments)


@given(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
        st.text('\x00"\\\U0001f600 a', min_size=MOST, max_size=MOST),
    ),
    st.booleans(),
)
def test_what_waits_for_its_reader_is_packed_and_unpacked_and_fits(
    written: str, decided: bool
) -> None:
    every_second = " ".join(written.split()[::2])
    kept = strike_out(written, every_second) or ""
    screened = Screened(written, decided, kept)
    assert unpack(screened.pack()) == screened
    assert len(screened.pack()) <= ROOM


@pytest.mark.parametrize(
    "words", ["\x00" * MOST, "\U0001f600" * MOST, "\x00 " * (MOST // 2)]
)
def test_the_longest_comments_fit(words: str) -> None:
    kept = strike_out(words, " ".join(words.split()[1::2]))
    for screened in (Screened(words), Screened(words, decided=True, kept=words)):
        assert len(screened.pack()) <= ROOM
    assert len(Screened(words, decided=True, kept=kept or "").pack()) <= ROOM


def test_the_room_for_a_comment_is_that_of_the_longest_that_is_asked_for() -> None:
    short = role_adoption().comments[0].model_copy(update={"id": "b", "longest": 10})
    assert longest((short, *role_adoption().comments)) == ROOM
    assert longest((short,)) < ROOM / 10


def test_a_comment_is_not_decided_until_it_is() -> None:
    assert unpack(Screened("More time.").pack()) == Screened("More time.", False, "")


def numbers(*answered: int | None) -> list[GroupCount]:
    return [
        GroupCount(group, GroupMode.ANONYMOUS, 30, n)
        for group, n in zip(Group, answered, strict=False)
    ]


@pytest.mark.parametrize(
    ("answered", "enough"),
    [
        ((5, 5), True),
        ((5, 4), False),
        ((10,), True),
        ((9, None, None), False),  # who is hidden is not counted
        ((None, None), False),
        ((5, None, 5), True),
        ((9, 0), False),
        ((), False),
    ],
)
def test_comments_are_shown_from_ten_answers_whose_number_is_told(
    answered: tuple[int | None, ...], *, enough: bool
) -> None:
    assert enough_answers(numbers(*answered)) is enough


def told(
    comments: tuple[str, ...] = ("More time.",),
    answered: Mapping[Group, int] | None = None,
    reader: str = "A peer lead",
) -> Release:
    answered = answered or {MG: 5, PW: 5}
    promise = make_promise(answered, comments_read_by=reader)
    release = make_release({}, promise=promise, answered=answered)
    return with_comments(release, comments)


def test_a_release_with_comments_that_were_promised_holds() -> None:
    release = told(("More time.", "[…] runs it."))
    assert release.comments == ("More time.", "[…] runs it.")
    assert release.hash == digest(release)
    assert verify(release) == ()


def test_comments_change_nothing_else_of_a_release() -> None:
    without = told(())
    assert replace(told(), comments=(), hash=without.hash) == without


def without_any_asked(release: Release) -> Release:
    content = altered(release.instrument.content, comments=())
    return replace(release, instrument=replace(release.instrument, content=content))


AT_MOST = "a " * (MOST * len(STRUCK_OUT) // 2 - 1) + "a."


@pytest.mark.parametrize(
    ("forge", "said"),
    [
        (lambda _: told(reader=""), "comments: the promise has none"),
        (
            lambda _: told(answered={MG: 5, PW: 4}),
            "comments: shown from fewer than 10 answers",
        ),
        (
            lambda _: told((f"{AT_MOST} b",)),
            "comments: one is longer than could be written",
        ),
        (
            lambda _: told(("More time.", "x" * (3 * MOST + 1))),
            "comments: one is longer than could be written",
        ),
        (
            lambda _: told(tuple(map(str, range(11)))),
            "comments: more than people who were asked",
        ),
        (without_any_asked, "comments: one is longer than could be written"),
    ],
)
def test_comments_that_may_not_be_told_are_noticed(
    forge: Callable[[Release], Release], said: str
) -> None:
    forged = forge(told())
    assert said in list(faults(forged))
    assert said in verify(sealed(forged))


def test_a_comment_that_is_all_short_words_and_marks_is_not_too_long() -> None:
    assert list(faults(told((AT_MOST,)))) == []


def test_without_comments_nothing_is_wrong_with_them() -> None:
    assert list(faults(told((), answered={ST: 5}, reader=""))) == []
