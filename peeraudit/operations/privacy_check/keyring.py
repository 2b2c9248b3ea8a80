"""Anything as a key, tried on anything sealed."""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from peeraudit.operations.privacy_check.scene import Look
from peeraudit.operations.privacy_check.traces import as_bytes
from peeraudit.sealing.boxes import Unreadable, unseal
from peeraudit.sealing.drafts import KEY_BYTES, decrypt

TEXT = re.compile(rb"[A-Za-z0-9+/_=-]{43,}")
"""A key written in hexadecimal or base64 is no shorter."""


SHORT = 256
"""Bytes of a value in which a key may lie; what is longer is sealed, or a document."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """Something sealed."""

    table: str
    audit: str
    content: bytes = field(repr=False)


def sealed(look: Look) -> Iterator[Sealed]:
    """Yield everything sealed that was seen at one moment."""
    for row in look.rows:
        content = row.values.get("sealed")
        if isinstance(content, bytes):
            yield Sealed(row.table, str(row.values.get("audit_id")), content)


def one_of_each_audit(look: Look) -> Iterator[Sealed]:
    """Yield one of each table and audit: what is in one place is sealed to one key."""
    yield from {(each.table, each.audit): each for each in sealed(look)}.values()


def possible_keys(look: Look, *, also_of_worker: bool) -> set[bytes]:
    """Return all that could be a key: in rows, in the website's folder, in both."""
    values = [value for row in look.rows for value in row.values.values()]
    contents = [
        as_bytes(value)
        for value in values
        if isinstance(value, (bytes, str)) and len(value) <= SHORT
    ]
    contents += [file.content for file in look.keys if file.is_shared or also_of_worker]
    return {key for content in contents for key in _keys_in(content)}


def _keys_in(content: bytes) -> Iterator[bytes]:
    """Yield every stretch of bytes as long as a key, also where written as text."""
    readings = [content]
    for found in TEXT.findall(content):
        with suppress(ValueError):
            readings.append(bytes.fromhex(found.decode()))
        with suppress(binascii.Error):
            readings.append(base64.urlsafe_b64decode(found + b"=="))
    for reading in readings:
        for start in range(len(reading) - KEY_BYTES + 1):
            yield reading[start : start + KEY_BYTES]


def opens_any(keys: Iterable[bytes], box: Sealed) -> bool:
    """Say whether one of these keys opens a sealed box."""
    return any(_opens(key, box.content) for key in keys)


def opens_draft(key: bytes, content: bytes, *, code: str, word: str) -> bool:
    """Say whether a key, with a code and a word, opens a draft."""
    with suppress(Unreadable):
        decrypt(content, code=code, word=word, key=key)
        return True
    return False


def _opens(key: bytes, content: bytes) -> bool:
    """Say whether a key opens a sealed box."""
    with suppress(Unreadable):
        unseal(key, content)
        return True
    return False
