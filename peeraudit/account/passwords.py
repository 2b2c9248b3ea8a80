"""Passwords: long enough, not common, and kept as an argon2id hash."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn  # type: ignore[import-untyped] # has no types

SHORTEST = 12
"""Signs (National Cyber Security Centre: length counts, not kinds of signs)."""

LONGEST = 128
"""Signs: more would only keep the machine busy."""

WEAKEST = 3
"""Of 0 to 4, as zxcvbn estimates how soon a password is guessed: from 3, not soon."""


class WeakPassword(ValueError):
    """A password that is too short or too easily guessed, and what would be better."""


@cache
def _hasher() -> PasswordHasher:
    """Return argon2id with the library's own recommended costs."""
    return PasswordHasher()


def hash_password(password: str) -> str:
    """Return what is kept of a password."""
    return _hasher().hash(password)


def is_password(kept: str, typed: str) -> bool:
    """Say whether a password is the one that was kept.

    An empty hash takes as long as any other, so that nobody can see from the time
    which addresses have an account.
    """
    try:
        return _hasher().verify(kept or _of_nobody(), typed[:LONGEST]) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _of_nobody() -> str:
    """Return a hash that no password is of."""
    return hash_password("no password is this one, since it is longer than any" * 3)


def refuse_weak(password: str, *, known: tuple[str, ...] = ()) -> None:
    """Raise :class:`WeakPassword` for a password that could be guessed.

    Parameters
    ----------
    known
        What anybody could try first: the account's own name and address.
    """
    if len(password) < SHORTEST:
        raise WeakPassword(
            f"Use at least {SHORTEST} characters: three or four words that do not "
            "belong together are easy to remember"
        )
    if len(password) > LONGEST:
        raise WeakPassword(f"Use at most {LONGEST} characters")
    parts = [part for each in known for part in (each, *each.split("@"))]
    guessed = zxcvbn(password, user_inputs=[*parts, "peeraudit", "nhs"])
    if guessed["score"] < WEAKEST:
        raise WeakPassword(
            "This password is easy to guess. Use three or four words that do not "
            "belong together, and that are not about you"
        )
