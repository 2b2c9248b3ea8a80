"""Keep a draft, open it again, or start afresh: a respondent's own, and only theirs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from peeraudit.operations.admit import Admitted, Refusal, admit_within
from peeraudit.operations.installation import Installation
from peeraudit.operations.sitting import Sitting
from peeraudit.questionnaire.questions import Asked
from peeraudit.response.answers import offers
from peeraudit.response.responses import pack, unpack
from peeraudit.sealing import drafts as sealed_drafts
from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.codes import fingerprint
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import drafts

Values = dict[str, str]
"""A respondent's own answers so far, by the name of the field."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a draft holds now, and how its owner is asked."""

    sitting: Sitting
    values: Values


class DraftProblem(StrEnum):
    """Why a draft could not be opened."""

    WRONG_WORD = "wrong_word"
    """Another return word closed it."""


def keep_draft(
    installation: Installation,
    code: str,
    word: str,
    changes: Mapping[str, str],
    *,
    at: datetime,
) -> Kept | Refusal | DraftProblem:
    """Add a page's answers to the draft, sealed again under code, word and key.

    What nobody asked, or what no question offers, is left out: a draft holds answers
    that can be submitted. An empty value takes an answer away.
    """
    with installation.database.transaction() as connection:
        admitted = admit_within(installation, connection, code, at=at)
        if isinstance(admitted, Refusal):
            return admitted
        key = _key(installation, admitted)
        values = _opened(admitted.draft, code, word, key)
        if isinstance(values, DraftProblem):
            return values
        sitting = admitted.sitting
        kept = _merged(sitting.by_topic.asked, values, changes)
        sealed = _sealed(sitting, kept, code, word, key)
        drafts.keep(connection, fingerprint(code), sitting.audit.id, sealed)
    return Kept(sitting, kept)


def open_draft(
    installation: Installation, admitted: Admitted, code: str, word: str
) -> Values | DraftProblem:
    """Return what a respondent has answered so far; nothing where nothing is kept."""
    if admitted.draft is None:
        return {}
    return _opened(admitted.draft, code, word, _key(installation, admitted))


def _opened(
    draft: bytes | None, code: str, word: str, key: bytes
) -> Values | DraftProblem:
    """Return what a draft holds; nothing where there is none."""
    if draft is None:
        return {}
    try:
        packed = sealed_drafts.decrypt(draft, code=code, word=word, key=key)
    except Unreadable:
        return DraftProblem.WRONG_WORD
    return unpack(packed)[1]


def start_afresh(
    installation: Installation, code: str, word: str, *, at: datetime
) -> Refusal | None:
    """Put an empty draft under a new word in place of one whose word is lost.

    Not no draft at all: whoever still has the old one open on another device must be
    told that it is gone, and not be thanked for an empty box.
    """
    with installation.database.transaction() as connection:
        admitted = admit_within(installation, connection, code, at=at)
        if isinstance(admitted, Refusal):
            return admitted
        sitting, key = admitted.sitting, _key(installation, admitted)
        sealed = _sealed(sitting, {}, code, word, key)
        drafts.keep(connection, fingerprint(code), sitting.audit.id, sealed)
    return None


def _sealed(
    sitting: Sitting, values: Values, code: str, word: str, key: bytes
) -> bytes:
    """Close values into a draft."""
    packed, length = pack(sitting.group, values), sitting.launched.box_length
    return sealed_drafts.encrypt(packed, length, code=code, word=word, key=key)


def _merged(
    asked: Mapping[str, Asked], values: Values, changes: Mapping[str, str]
) -> Values:
    """Return the values with those changes that answer what was asked."""
    good = {
        name: value
        for name, value in changes.items()
        if name in asked and offers(asked[name], value)
    }
    return {name: value for name, value in {**values, **good}.items() if value}


def _key(installation: Installation, admitted: Admitted) -> bytes:
    """Return the audit's draft key."""
    return installation.web_keys.read(admitted.sitting.audit.id, KeyKind.DRAFTS)
