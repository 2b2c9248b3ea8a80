"""One-time tokens for links: random, kept as a hash, and good for a while."""

import hashlib
import secrets
from datetime import timedelta

INVITATION_HOLDS = timedelta(days=14)
PASSWORD_LINK_HOLDS = timedelta(days=2)
"""Somebody waits for it; one that lies about longer only helps whoever finds it."""

SESSION_HOLDS = timedelta(hours=8)
"""A working day: then one signs in again."""

IDLE_HOLDS = timedelta(minutes=30)
"""Without a page (NHS sites end idle sessions; the number is our judgement)."""


def new_token() -> str:
    """Return a fresh token of 256 bits."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> bytes:
    """Return what is kept of a token; it is random, so a plain hash suffices."""
    return hashlib.blake2b(
        token.encode(), digest_size=32, person=b"peeraudit-token"
    ).digest()
