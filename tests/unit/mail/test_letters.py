"""Letters: written down and read back as they were, none longer than it may be."""

from datetime import UTC, datetime, timedelta

import pytest

from peeraudit.instrument.frozen import Group
from peeraudit.mail.letter import (
    LONGEST_WAIT,
    ROOM,
    Addressee,
    Kind,
    Letter,
    Request,
    Wanted,
)
from peeraudit.sealing.codes import new_code

AT = datetime(2026, 3, 3, 9, 0, 0, 123456, tzinfo=UTC)
LONG = "a" * 190 + "@trust.uk"
TO = Addressee(LONG, Group.PERSON_USING_SERVICE, "0a" * 16)
LETTERS = [
    Letter(Kind.INVITATION, TO, code=new_code()),
    Letter(Kind.INVITATION, TO, 9, new_code(), 16, AT),
    Letter(Kind.REMINDER, TO, 3),
]
REQUESTS = [
    Request(Wanted.ASK, LONG, Group.PERSON_USING_SERVICE),
    Request(Wanted.CHANGE, LONG, instead=LONG),
    Request(Wanted.CHANGE, LONG),
]


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_read_back_as_it_was(letter: Letter) -> None:
    assert Letter.unpack(letter.pack()) == letter


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_request_is_read_back_as_it_was(request_: Request) -> None:
    assert Request.unpack(request_.pack()) == request_


def test_an_addressee_is_read_back_as_they_were() -> None:
    assert Addressee.unpack(TO.pack()) == TO


@pytest.mark.parametrize("content", [TO, *LETTERS, *REQUESTS])
def test_the_longest_address_has_room(content: Addressee | Letter | Request) -> None:
    assert len(LONG) == 199
    assert len(content.pack()) < ROOM


def test_a_mail_that_is_put_off_waits_longer_each_time_up_to_a_limit() -> None:
    letter, waits = LETTERS[0], []
    for _ in range(20):
        letter = letter.put_off(AT)
        assert letter.not_before is not None
        waits.append(letter.not_before - AT)
    assert waits[0] == timedelta(minutes=2)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert not letter.is_due(AT)
    assert letter.is_due(AT + LONGEST_WAIT)


def test_the_same_mail_has_the_same_place_however_often_it_is_tried() -> None:
    first = LETTERS[0]
    assert first.place == first.put_off(AT).place
    assert len({each.place for each in LETTERS}) == 3


def test_only_an_invitation_has_a_code_in_it() -> None:
    assert {kind for kind in Kind if kind.has_code} == {Kind.INVITATION}
