"""The promise in words: short sentences, and each choice and number where it is due."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from peeraudit.audit.promise import FLOORS, GroupMode, Promise
from peeraudit.audit.promise_words import promise_words
from tests.unit.factories import PW, ST, TEAM, make_promise

READER = "The trust's peer lead"
SIZES = (1, 2, 4, 5, 7, 8, 9, 10, 11, 30)
MOST_WORDS = 20
CHOICE = "You choose below where they may count."
VIEW = "A view over teams needs at least 3 teams and 10 answers."
KEPT = "after 24 months in any case."
COMMENTS = "You can write a comment at the end."


def every_promise() -> Iterator[Promise]:
    """Yield every promise that can be made to a group of these sizes."""
    for mode, pooling, reader, asked, floor in product(
        GroupMode, (False, True), ("", READER), SIZES, FLOORS
    ):
        try:
            yield make_promise(
                {PW: asked},
                floor=floor,
                modes={PW: mode},
                pooling=pooling,
                comments_read_by=reader,
            )
        except ValueError:
            continue  # test_promise_modes has what is refused, and why


PROMISES = tuple(every_promise())


def paragraphs(promise: Promise) -> tuple[str, ...]:
    return promise_words(promise, promise.group[PW], TEAM)


def sentences(promise: Promise) -> list[str]:
    """Every sentence that the group reads."""
    return [
        sentence
        for paragraph in paragraphs(promise)
        for sentence in re.split(r"(?<=[.!?])\s+", paragraph)
    ]


def told(promise: Promise, words: str) -> bool:
    return any(words in paragraph for paragraph in paragraphs(promise))


def test_there_is_a_promise_of_every_kind() -> None:
    kinds = {(p.group[PW].mode, p.pooling, p.comments) for p in PROMISES}
    # pooled only is never promised without pooling
    assert len(kinds) == 2 * (2 * len(GroupMode) - 1)


def test_no_sentence_has_more_than_twenty_words() -> None:
    longer = {
        sentence
        for promise in PROMISES
        for sentence in sentences(promise)
        if len(sentence.split()) > MOST_WORDS
    }
    assert longer == set()


def test_every_paragraph_is_whole_sentences() -> None:
    for promise in PROMISES:
        for sentence in sentences(promise):
            assert re.fullmatch(r"[A-Z].*[a-z0-9]\.", sentence), sentence


def test_everyone_reads_first_how_many_they_are_and_last_what_cannot_be_kept() -> None:
    for promise in PROMISES:
        first, *_, last = paragraphs(promise)
        assert re.match(r"There (is 1|are \d+) of you\.", first)
        assert last.startswith("We cannot protect you")


def test_nothing_is_said_twice() -> None:
    for promise in PROMISES:
        said = sentences(promise)
        assert len(said) == len(set(said))


def test_whoever_may_choose_is_told_so_and_nobody_else() -> None:
    for promise in PROMISES:
        assert told(promise, CHOICE) is promise.offers_choice(PW)
        silent = told(promise, "Nobody is told who chose what, or how many.")
        assert silent is promise.offers_choice(PW)


def test_whoever_may_be_pooled_is_told_what_a_view_is_and_what_is_kept_for_it() -> None:
    for promise in PROMISES:
        pooled = promise.pooling and not promise.group[PW].mode.is_open
        assert told(promise, VIEW) is pooled
        assert told(promise, "No team may be more than half of it.") is pooled
        assert told(promise, "only counts of answers are kept, locked") is pooled
        assert told(promise, KEPT) is pooled


def test_a_choice_is_told_before_what_it_leads_to() -> None:
    for promise in PROMISES:
        if promise.offers_choice(PW):
            _, choice, view, kept, locked, *_ = paragraphs(promise)
            assert CHOICE in choice
            assert VIEW in view
            assert KEPT in kept
            assert locked.startswith("Your answers are locked")


def test_comments_are_told_of_where_they_are_asked_for() -> None:
    for promise in PROMISES:
        asked = promise.comments and promise.group[PW].mode is not GroupMode.POOLED_ONLY
        assert told(promise, COMMENTS) is asked
        assert told(promise, READER) is asked
        assert told(promise, "only if at least 10 people answer") is asked
        assert told(promise, "not been read after 14 days") is asked
        assert told(promise, "without your group") is asked


@pytest.mark.parametrize("mode", GroupMode)
def test_what_another_group_is_promised_changes_no_word(mode: GroupMode) -> None:
    alone = make_promise({PW: 6}, pooling=True)
    beside = make_promise({PW: 6, ST: 3}, modes={ST: mode}, pooling=True)
    assert paragraphs(beside) == paragraphs(alone)


def test_a_reader_is_named_with_a_capital_where_a_sentence_begins() -> None:
    promise = make_promise({PW: 6}, comments_read_by="the trust's peer lead")
    assert told(promise, "The trust's peer lead reads them first")
