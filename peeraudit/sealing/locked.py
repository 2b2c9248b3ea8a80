"""Small secrets in the database, locked under a key that lies outside it."""

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from peeraudit.sealing.boxes import Unreadable


def lock(content: bytes, key: bytes) -> bytes:
    """Close something under a key."""
    return bytes(SecretBox(key).encrypt(content))


def unlock(locked: bytes, key: bytes) -> bytes:
    """Open it again.

    Raises
    ------
    Unreadable
        If the key is another, or it was changed.
    """
    try:
        return bytes(SecretBox(key).decrypt(locked))
    except (CryptoError, ValueError) as error:
        raise Unreadable from error
