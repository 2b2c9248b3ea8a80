"""Small secrets in the database, locked under a key that lies outside it."""

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.marks import mark


def lock(content: bytes, key: bytes, purpose: str, *of: str) -> bytes:
    """Close something for one purpose.

    Parameters
    ----------
    purpose, of
        What it is, and whose: it opens as nothing else, and as nobody else's.
    """
    return bytes(SecretBox(mark(key, purpose, *of)).encrypt(content))


def unlock(locked: bytes, key: bytes, purpose: str, *of: str) -> bytes:
    """Open it again.

    Raises
    ------
    Unreadable
        If key, purpose or owner is another, or it was changed.
    """
    try:
        return bytes(SecretBox(mark(key, purpose, *of)).decrypt(locked))
    except (CryptoError, ValueError) as error:
        raise Unreadable from error
