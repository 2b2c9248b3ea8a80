"""Keep a draft, open it again, or start afresh: a respondent's own, and only theirs."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from peeraudit.operations.admit import Admitted, Refusal, admit_within
from peeraudit.operations.installation import Installation
from peeraudit.response.responses import pack, unpack
from peeraudit.sealing import drafts as sealed_drafts
from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.codes import fingerprint
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import drafts

Values = dict[str, str]
"""A respondent's own answers so far, by the name of the field."""


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
) -> Refusal | DraftProblem | None:
    """Add a page's answers to the draft, sealed again under code, word and key."""
    with installation.database.transaction() as connection:
        admitted = admit_within(installation, connection, code, at=at)
        if isinstance(admitted, Refusal):
            return admitted
        values = open_draft(installation, admitted, code, word)
        if isinstance(values, DraftProblem):
            return values
        sitting = admitted.sitting
        kept = {name: value for name, value in {**values, **changes}.items() if value}
        sealed = sealed_drafts.encrypt(
            pack(sitting.group, kept),
            sitting.launched.box_length,
            code=code,
            word=word,
            key=_key(installation, admitted),
        )
        drafts.keep(connection, fingerprint(code), sitting.audit.id, sealed)
    return None


def open_draft(
    installation: Installation, admitted: Admitted, code: str, word: str
) -> Values | DraftProblem:
    """Return what a respondent has answered so far; nothing where nothing is kept."""
    if admitted.draft is None:
        return {}
    try:
        packed = sealed_drafts.decrypt(
            admitted.draft, code=code, word=word, key=_key(installation, admitted)
        )
    except Unreadable:
        return DraftProblem.WRONG_WORD
    return unpack(packed)[1]


def start_afresh(
    installation: Installation, code: str, *, at: datetime
) -> Refusal | None:
    """Throw away a draft whose word is lost, so that its owner can begin again."""
    with installation.database.transaction() as connection:
        admitted = admit_within(installation, connection, code, at=at)
        if isinstance(admitted, Refusal):
            return admitted
        drafts.drop(connection, fingerprint(code))
    return None


def _key(installation: Installation, admitted: Admitted) -> bytes:
    """Return the audit's draft key."""
    return installation.web_keys.read(admitted.sitting.audit.id, KeyKind.DRAFTS)
