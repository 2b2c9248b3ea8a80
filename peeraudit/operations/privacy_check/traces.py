"""What answers look like to somebody who comes upon them."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from peeraudit.operations.privacy_check.scene import Vocabulary

Answers = tuple[tuple[str, str], ...]
"""Questions, each with the answer that stands beside it."""

FEWEST = 4
"""So many questions with their answers, one after the other, are no accident."""

BETWEEN = r"[^A-Za-z0-9]{1,6}"
"""What parts names from values, in JSON, in forms and in most other ways to write."""

PARTED = re.compile(BETWEEN.encode())

MOST_INFLATED = 1 << 20
"""Bytes of something compressed that are looked through."""

HEX = re.compile(rb"[0-9a-fA-F]{64,}")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{48,}")
COMPRESSED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


class Reader:
    """Finds answers in bytes, written plainly, encoded or compressed."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Look for the questions and answers of this vocabulary."""
        name, value = _any_of(vocabulary.names), _any_of(vocabulary.values)
        pair = f"({name}){BETWEEN}({value})(?![A-Za-z0-9])"
        self._pair = re.compile(pair.encode())

    def answers_in(self, content: bytes) -> Iterator[Answers]:
        """Yield each run of answers that can be read in ``content``."""
        for reading in readings(content):
            for run in self._runs(reading):
                if len(run) >= FEWEST:
                    yield tuple(run)

    def _runs(self, content: bytes) -> Iterator[list[tuple[str, str]]]:
        """Yield questions with their answers, as long as they follow each other."""
        run: list[tuple[str, str]] = []
        end = 0
        for found in self._pair.finditer(content):
            if not PARTED.fullmatch(content, end, found.start()):
                yield run
                run = []
            run.append((found[1].decode(), found[2].decode()))
            end = found.end()
        yield run


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of these words, letter by letter: quick on much text."""
    kept = sorted(words)
    branches = [
        re.escape(first) + _any_of(word[1:] for word in rest)
        for first, rest in groupby(filter(None, kept), key=lambda word: word[0])
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'' if all(kept) else '?'}"


def as_bytes(value: object) -> bytes:
    """Return a value as bytes, however it is kept."""
    return bytes(value) if isinstance(value, bytes) else str(value).encode()


def readings(content: bytes) -> Iterator[bytes]:
    """Yield content as it is, and whatever in it is hexadecimal, base64 or deflated."""
    yield content
    for found in HEX.findall(content):
        yield bytes.fromhex(found[: len(found) // 2 * 2].decode())
    for found in BASE64.findall(content):
        yield from _from_base64(found)
    whole = memoryview(content)
    for found in COMPRESSED.finditer(content):
        yield from _inflated(whole[found.start() : found.start() + MOST_INFLATED])


def _from_base64(found: bytes) -> Iterator[bytes]:
    """Yield what a run of base64 stands for, wherever within it a word begins."""
    plain = found.translate(bytes.maketrans(b"-_", b"+/"))
    for start in range(4):
        length = (len(plain) - start) // 4 * 4
        try:
            yield base64.b64decode(plain[start : start + length])
        except binascii.Error:
            continue


def _inflated(content: memoryview) -> Iterator[bytes]:
    """Yield what compressed bytes hold, as far as they can be read."""
    try:
        yield zlib.decompressobj(wbits=47).decompress(content, MOST_INFLATED)
    except zlib.error:
        return


def spellings(secret: bytes) -> tuple[bytes, ...]:
    """Return how a secret could be written: raw, in hexadecimal, in base64."""
    # Within more base64 it begins at any of three places; its middle is then the same.
    within = (
        base64.b64encode(bytes(shift) + secret)[4 * (shift > 0) : -4]
        for shift in range(3)
    )
    text = secret.hex().encode()
    return (secret, text, text.upper(), *within)


def agrees(found: Answers, said: Mapping[str, str]) -> bool:
    """Say whether answers that were found are what a person said."""
    return all(said.get(name) == value for name, value in found)
