"""Marks: short hashes under a key, which only who has the key can make or recognise."""

import hashlib
import hmac
import json

BYTES = 32


def mark(key: bytes, purpose: str, *parts: str | bytes) -> bytes:
    """Return the mark of some values for one purpose.

    Parameters
    ----------
    key
        Without it nobody can make the mark, nor see what it is of.
    purpose
        So that a mark for one thing is none for another.
    """
    named = [purpose, *(p.hex() if isinstance(p, bytes) else p for p in parts)]
    return hashlib.blake2b(
        json.dumps(named).encode(), digest_size=BYTES, key=key, person=b"peeraudit-mark"
    ).digest()


def fits(key: bytes, given: bytes, purpose: str, *parts: str | bytes) -> bool:
    """Say whether a mark is that of these values."""
    return hmac.compare_digest(mark(key, purpose, *parts), given)
