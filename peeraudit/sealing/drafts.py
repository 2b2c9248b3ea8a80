"""Drafts: encrypted under code, return word and the audit's draft key together.

Who printed the codes reads nothing, nor who has the database or a backup. Who has the
database, the draft key and the code together could try all return words, of which there
are 80 ** 6: that takes the running machine itself, and ends when the key is destroyed.
"""

import hashlib

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from peeraudit.sealing.boxes import Unreadable, pad, unpad

KEY_BYTES = SecretBox.KEY_SIZE


def new_draft_key() -> bytes:
    """Make the draft key of one audit."""
    return random(KEY_BYTES)


def encrypt(content: bytes, length: int, *, code: str, word: str, key: bytes) -> bytes:
    """Close a draft, padded to one length."""
    return bytes(_box(code, word, key).encrypt(pad(content, length)))


def decrypt(draft: bytes, *, code: str, word: str, key: bytes) -> bytes:
    """Open a draft.

    Raises
    ------
    Unreadable
        If code, word or key is another.
    """
    try:
        return unpad(_box(code, word, key).decrypt(draft))
    except (CryptoError, ValueError) as error:
        raise Unreadable from error


def _box(code: str, word: str, key: bytes) -> SecretBox:
    """Derive the key of one draft from the three secrets."""
    secret = f"{code}\n{word}".encode()
    derived = hashlib.blake2b(
        secret, key=key, digest_size=KEY_BYTES, person=b"peeraudit-draft"
    )
    return SecretBox(derived.digest())
