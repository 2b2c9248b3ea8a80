"""Answers are found however they are written, and nothing else is taken for answers."""

import base64
import gzip
import json
import os
import zlib
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peeraudit.instrument.library import load, to_json
from peeraudit.operations.privacy_check.traces import Reader, agrees, spellings
from peeraudit.operations.privacy_check.vocabulary import vocabulary
from peeraudit.settings import CHECKOUT

INSTRUMENT = load(CHECKOUT / "instruments/role-adoption")
READER = Reader(vocabulary([INSTRUMENT]))

SAID = {
    "SE4": "1",
    "SE5": "5",
    "SE5.other_staff": "dont_know",
    "PR1": "must_never",
    "RCK": "a",
}
PACKED = json.dumps({"group": "peer_worker", "values": SAID}).encode()


@pytest.mark.parametrize(
    "written",
    [
        PACKED,
        json.dumps(SAID, separators=(",", ":")).encode(),
        urlencode(SAID).encode(),
        repr(SAID).encode(),
        "\n".join(f"{name}: {value}" for name, value in SAID.items()).encode(),
        b"in hexadecimal " + PACKED.hex().encode(),
        b"in base64 " + base64.b64encode(b"ab" + PACKED),
        b"for addresses " + base64.urlsafe_b64encode(PACKED),
        b"deflated " + zlib.compress(PACKED) + b" within something",
        gzip.compress(PACKED, mtime=0),
    ],
)
def test_answers_are_found(written: bytes) -> None:
    around = os.urandom(500)
    (found,) = READER.answers_in(b"\n".join((around, written, around)))
    assert dict(found) == SAID


def test_what_is_asked_is_no_answer() -> None:
    assert list(READER.answers_in(to_json(INSTRUMENT).encode())) == []


@given(st.binary(max_size=2_000))
def test_random_bytes_are_no_answer(content: bytes) -> None:
    assert list(READER.answers_in(content)) == []


def test_fewer_than_four_answers_are_no_run() -> None:
    few = {name: SAID[name] for name in ("SE4", "SE5", "PR1")}
    assert list(READER.answers_in(json.dumps(few).encode())) == []


def test_answers_apart_are_no_run() -> None:
    apart = b"SE4: 1 and then SE5: 5 and then PR1: part and then RCK: a"
    assert list(READER.answers_in(apart)) == []


def test_only_what_a_person_said_agrees_with_them() -> None:
    assert agrees((("SE4", "1"), ("SE5", "5")), SAID)
    assert not agrees((("SE4", "1"), ("SE5", "4")), SAID)
    assert not agrees((("SE9", "1"),), SAID)


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=7))
def test_a_secret_is_found_in_every_spelling(secret: bytes, before: bytes) -> None:
    for text in (
        before + secret,
        (before + secret).hex().encode(),
        (before + secret).hex().upper().encode(),
        base64.b64encode(before + secret + b"after"),
    ):
        assert any(spelling in text for spelling in spellings(secret))
