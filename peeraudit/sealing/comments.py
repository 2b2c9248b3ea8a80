"""Comments: sealed so that only their reader's code opens them, with the audit's key.

The pair of keys follows from the code, so that no private key lies anywhere. Who has
the database, every backup and the keys folder, but not the code, reads nothing; and
once the audit's key is destroyed, the code opens nothing either.
"""

import hashlib

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox

from peeraudit.sealing.boxes import KeyPair, Unreadable, seal, unseal


def reader_pair(code: str) -> KeyPair:
    """Return the keys that belong to a reader's code, which is random: 81 bits."""
    seed = hashlib.blake2b(
        code.encode(), digest_size=PrivateKey.SIZE, person=b"peeraudit-reader"
    ).digest()
    private = PrivateKey(seed)
    return KeyPair(bytes(private), bytes(private.public_key))


def seal_comment(content: bytes, length: int, *, public: bytes, key: bytes) -> bytes:
    """Close a comment for its reader, and again under the audit's own key."""
    return bytes(SecretBox(key).encrypt(seal(public, content, length)))


def open_comment(sealed: bytes, *, code: str, key: bytes) -> bytes:
    """Open a comment.

    Raises
    ------
    Unreadable
        If code or key is another.
    """
    try:
        box = SecretBox(key).decrypt(sealed)
    except (CryptoError, ValueError) as error:
        raise Unreadable from error
    return unseal(reader_pair(code).private, box)
