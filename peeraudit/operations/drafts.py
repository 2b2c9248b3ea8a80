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
from peeraudit.response.responses import Draft, Scope, Sheet, pack, unpack
from peeraudit.sealing import drafts as sealed_drafts
from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.codes import fingerprint
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import drafts


@dataclass(frozen=True, slots=True)
class Kept:
    """What a draft holds now, and how its owner is asked."""

    sitting: Sitting
    draft: Draft


class DraftProblem(StrEnum):
    """Why a draft could not be opened, or not be submitted."""

    WRONG_WORD = "wrong_word"
    """Another return word closed it."""
    NOT_CHOSEN = "not_chosen"
    """Its owner has not said yet where it may count."""


def keep_draft(  # noqa: PLR0913  # code and word are two secrets, not one value
    installation: Installation,
    code: str,
    word: str,
    changes: Mapping[str, str],
    *,
    at: datetime,
    scope: Scope | None = None,
) -> Kept | Refusal | DraftProblem:
    """Add a page's answers to the draft, sealed again under code, word and key.

    What nobody asked, or what no question offers, is left out: a draft holds answers
    that can be submitted. An empty value takes an answer away, no scope leaves it.
    """
    with installation.database.transaction() as connection:
        admitted = admit_within(installation, connection, code, at=at)
        if isinstance(admitted, Refusal):
            return admitted
        key = _key(installation, admitted)
        draft = _opened(admitted, code, word, key)
        if isinstance(draft, DraftProblem):
            return draft
        sitting = admitted.sitting
        values = _merged(sitting.by_topic.asked, draft.values, changes)
        chosen = scope if sitting.offers_choice else None
        kept = Draft(values, chosen or draft.scope)
        sealed = _sealed(sitting, kept, code, word, key)
        drafts.keep(connection, fingerprint(code), sitting.audit.id, sealed)
    return Kept(sitting, kept)


def open_draft(
    installation: Installation, admitted: Admitted, code: str, word: str
) -> Draft | DraftProblem:
    """Return what a respondent has said so far; an empty draft where none is kept."""
    return _opened(admitted, code, word, _key(installation, admitted))


def _opened(
    admitted: Admitted, code: str, word: str, key: bytes
) -> Draft | DraftProblem:
    """Return what a draft holds; an empty one where there is none."""
    if admitted.draft is None:
        return Draft()
    try:
        packed = sealed_drafts.decrypt(admitted.draft, code=code, word=word, key=key)
    except Unreadable:
        return DraftProblem.WRONG_WORD
    sheet = unpack(packed)
    # Nobody submits under another promise than the one that they read.
    same = sheet.group is admitted.sitting.group
    return sheet.draft if same else DraftProblem.WRONG_WORD


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
        sealed = _sealed(sitting, Draft(), code, word, key)
        drafts.keep(connection, fingerprint(code), sitting.audit.id, sealed)
    return None


def _sealed(sitting: Sitting, draft: Draft, code: str, word: str, key: bytes) -> bytes:
    """Close a draft."""
    packed, length = pack(Sheet(sitting.group, draft)), sitting.launched.box_length
    return sealed_drafts.encrypt(packed, length, code=code, word=word, key=key)


def _merged(
    asked: Mapping[str, Asked], values: Mapping[str, str], changes: Mapping[str, str]
) -> dict[str, str]:
    """Return the values with those changes that answer what was asked."""
    good = {
        name: value
        for name, value in changes.items()
        if name in asked and offers(asked[name], value)
    }
    return {name: value for name, value in {**values, **good}.items() if value}


def _key(installation: Installation, admitted: Admitted) -> bytes:
    """Return the audit's draft key; there is none any more once it has closed."""
    return installation.web_keys.read(admitted.sitting.audit.id, KeyKind.DRAFTS)
