"""What gives a person away at sight: a code, an e-mail address, a network address."""

import re
from collections.abc import Iterator

from peeraudit.sealing.codes import MistypedCode, read_code

CODE = re.compile(rb"\b[0-9A-Za-z]{4}(?:[- ]?[0-9A-Za-z]{4}){4}\b")
EMAIL = re.compile(rb"(?<![\w.+-])[\w.+-]+@(?:[\w-]{2,}\.)+[A-Za-z]{2,}(?![\w-])")
IPV4 = re.compile(rb"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])")
IPV6 = re.compile(rb"(?<![\w:])(?:[0-9a-fA-F]{1,4}:){5,7}[0-9a-fA-F]{1,4}(?![\w:])")

NOBODY = frozenset({b"127.0.0.1", b"0.0.0.0"})
"""Addresses of the machine itself."""


def marks_in(content: bytes) -> Iterator[str]:
    """Yield what kinds of marks stand in ``content``."""
    if any(map(_is_code, CODE.findall(content))):
        yield "an access code"
    if EMAIL.search(content):
        yield "an e-mail address"
    if set(IPV4.findall(content)) - NOBODY or IPV6.search(content):
        yield "a network address"


def _is_code(found: bytes) -> bool:
    """Say whether letters are a code: their check letters fit."""
    try:
        read_code(found.decode())
    except MistypedCode:
        return False
    return True
