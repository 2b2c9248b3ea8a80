"""The launch record: what an audit was launched as, kept where the keys are.

Whoever can write the database could give an audit another public key, or another
promise, between its launch and its closing. So the worker writes both down beside the
keys: the website seals to the key in the record, and closing releases nothing that was
launched as something else.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC

from peeraudit.audit.audit import Audit
from peeraudit.operations.installation import Installation
from peeraudit.sealing.keys import KeyKind
from peeraudit.sealing.marks import fits, mark
from peeraudit.storage.audits import Launched

PUBLIC_KEY_BYTES = 32
HASH_BYTES = 32

TERMS = "terms"
"""What the mark of an audit's terms is for."""

CHANGED = (
    "audit {audit} is not in the database as it was launched: somebody has changed its "
    "promise, words, groups, facts or instrument there. Nothing is taken or released. "
    "Restore the row from a backup made after the launch."
)


class TermsChanged(RuntimeError):
    """An audit that is not any more what it was launched as."""


@dataclass(frozen=True, slots=True)
class LaunchRecord:
    """The public keys that answers and addresses are sealed to, and the terms."""

    public_key: bytes
    terms: bytes
    """A hash of all that must not change after the launch."""
    mail_key: bytes
    """What addresses are sealed to; empty in a record from before there was mail."""

    @classmethod
    def read(cls, kept: bytes) -> "LaunchRecord":
        """Take a record apart as it was written."""
        terms_end = PUBLIC_KEY_BYTES + HASH_BYTES
        return cls(
            kept[:PUBLIC_KEY_BYTES], kept[PUBLIC_KEY_BYTES:terms_end], kept[terms_end:]
        )

    def written(self) -> bytes:
        """Return the record as a file holds it."""
        return self.public_key + self.terms + self.mail_key


def keep_record(installation: Installation, audit: str, record: LaunchRecord) -> None:
    """Write the record of an audit beside the keys, in place of an unfinished one."""
    installation.web_keys.destroy(audit, KeyKind.RECORD)
    installation.web_keys.keep(audit, KeyKind.RECORD, record.written())


def read_record(installation: Installation, audit: str) -> LaunchRecord:
    """Return the record of an audit, whatever the database says.

    Raises
    ------
    KeyLost
        If there is none.
    """
    return LaunchRecord.read(installation.web_keys.read(audit, KeyKind.RECORD))


def terms_seal(installation: Installation, audit: Audit, launched: Launched) -> bytes:
    """Return the mark of the terms at launch: the worker opens nothing without it."""
    terms = hash_of_terms(installation, audit, launched)
    return mark(installation.seal_key, TERMS, audit.id, terms)


def refuse_changed(
    installation: Installation, audit: Audit, launched: Launched
) -> None:
    """Raise :class:`TermsChanged` for an audit that is not as it was launched."""
    terms = hash_of_terms(installation, audit, launched)
    if not fits(installation.seal_key, launched.seal, TERMS, audit.id, terms):
        raise TermsChanged(CHANGED.format(audit=audit.id))


def record_of(
    installation: Installation, audit: Audit, launched: Launched
) -> LaunchRecord:
    """Return the record of an audit, if the database still says the same.

    Raises
    ------
    TermsChanged
        If promise, words, groups, facts or instrument are not those of the launch.
    KeyLost
        If there is no record.
    """
    record = read_record(installation, audit.id)
    if record.terms != hash_of_terms(installation, audit, launched):
        raise TermsChanged(CHANGED.format(audit=audit.id))
    return record


def hash_of_terms(
    installation: Installation, audit: Audit, launched: Launched
) -> bytes:
    """Return a SHA-256 of everything that must not change after the launch."""
    promise, words = audit.promise, audit.team.words
    terms = {
        "floor": promise.floor,
        "closes_at": promise.closes_at.astimezone(UTC).isoformat(),
        "pooling": promise.pooling,
        "comments_read_by": promise.comments_read_by,
        "comments_key": launched.comments_key.hex(),
        "groups": [
            [each.group, each.asked, each.mode, each.changed] for each in promise.groups
        ],
        # Named only where there are any: audits from before must still fit their mark.
        **({"shared_links": promise.shared_links} if promise.shared_links else {}),
        "promise_words": dict(launched.promise_words),
        "organisation": audit.team.organisation,
        "words": [words.team, words.peer_worker, words.peer_workers],
        "mode": audit.mode,
        "form": audit.form,
        "facts": dict(audit.facts.answers),
        "opened_at": audit.opened_at.isoformat() if audit.opened_at else None,
        "box_length": launched.box_length,
        "instrument": installation.instrument_hash(audit.instrument),
    }
    return hashlib.sha256(json.dumps(terms, sort_keys=True).encode()).digest()
