"""What gives a person away is known at sight; what only looks like it is not."""

import base64
import json
import zlib

import pytest

from peeraudit.operations.privacy_check.loot.session import read_session
from peeraudit.operations.privacy_check.marks import marks_in
from peeraudit.sealing.codes import read_code

CODE = read_code("MJV9-4FHR-JCNP-P8Y6-WJCX")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (f"spent {CODE} now", "an access code"),
        (CODE.replace("-", "").lower(), "an access code"),
        ("to: some.body+x@trust.nhs.uk", "an e-mail address"),
        ("from 10.20.30.40", "a network address"),
        ("from 2001:db8:85a3:0:0:8a2e:370:7334", "a network address"),
    ],
)
def test_a_mark_is_seen(text: str, mark: str) -> None:
    assert list(marks_in(text.encode())) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "ACEF-HJKM-NPRT-VWXY-3456",  # the example on the start page does not fit
        "listening at 127.0.0.1:5000",
        "version 1.2.3, page 10.11",
        "at 12:30:45",
        "role-adoption@2",
        "5f0c2a9be1d84c37",
    ],
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert list(marks_in(text.encode())) == []


def test_a_cookie_is_read_as_anyone_could() -> None:
    content = json.dumps({"visitor": {"word": "bodaki-murotu"}}).encode()
    plain = base64.urlsafe_b64encode(content).rstrip(b"=").decode()
    short = base64.urlsafe_b64encode(zlib.compress(content)).rstrip(b"=").decode()
    assert read_session(f"peeraudit={plain}.time.signature") == content
    assert read_session(f"peeraudit=.{short}.time.signature") == content
    assert read_session("peeraudit=!") == b""
