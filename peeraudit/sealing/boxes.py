"""Sealed boxes: anyone can close one, only the holder of the key can open it."""

from dataclasses import dataclass

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox


class Unreadable(Exception):
    """A box that this key does not open, or that is damaged."""


@dataclass(frozen=True, slots=True, repr=False)
class KeyPair:
    """A private key, and the public key that seals for it."""

    private: bytes
    public: bytes


def new_pair() -> KeyPair:
    """Make a fresh pair of keys."""
    private = PrivateKey.generate()
    return KeyPair(bytes(private), bytes(private.public_key))


def seal(public: bytes, content: bytes, length: int) -> bytes:
    """Close ``content`` into a box whose size depends on ``length`` alone.

    Raises
    ------
    ValueError
        If the content is longer than ``length`` bytes.
    """
    return bytes(SealedBox(PublicKey(public)).encrypt(pad(content, length)))


def unseal(private: bytes, box: bytes) -> bytes:
    """Open a box.

    Raises
    ------
    Unreadable
        If this key does not open it.
    """
    try:
        return unpad(SealedBox(PrivateKey(private)).decrypt(box))
    except (CryptoError, ValueError) as error:
        raise Unreadable from error


def pad(content: bytes, length: int) -> bytes:
    """Fill ``content`` up to one length, so that its size says nothing."""
    if len(content) > length:
        raise ValueError("the content is longer than its box")
    return sodium_pad(content, length + 1)


def unpad(padded: bytes) -> bytes:
    """Take the filling off again."""
    return sodium_unpad(padded, len(padded))


def public_part(private: bytes) -> bytes:
    """Return the public key that belongs to a private one."""
    return bytes(PrivateKey(private).public_key)
