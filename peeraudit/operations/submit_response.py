"""Submit a response: a box in and the code out, in one transaction."""

from datetime import datetime
from enum import StrEnum

from peeraudit.operations.admit import Refusal, admit_within
from peeraudit.operations.drafts import DraftProblem, open_draft
from peeraudit.operations.installation import Installation
from peeraudit.response.responses import Sheet, pack, read_response
from peeraudit.sealing.boxes import seal
from peeraudit.sealing.codes import fingerprint
from peeraudit.sealing.keys import KeyKind
from peeraudit.sealing.marks import mark
from peeraudit.storage import audits, boxes, codes, drafts, receipts

TOKEN = "token"  # noqa: S105  # what a mark is for
RECEIPT = "receipt"


class Submission(StrEnum):
    """What became of pressing Submit."""

    ACCEPTED = "accepted"


def submit_response(
    installation: Installation, code: str, word: str, *, at: datetime
) -> Submission | Refusal | DraftProblem:
    """Seal what the draft holds, and forget code and draft; nothing says who it was."""
    with installation.database.transaction() as connection:
        admitted = admit_within(installation, connection, code, at=at)
        if isinstance(admitted, Refusal):
            return admitted
        draft = open_draft(installation, admitted, code, word)
        if isinstance(draft, DraftProblem):
            return draft
        sitting, audit = admitted.sitting, admitted.sitting.audit.id
        if sitting.offers_choice and draft.scope is None:
            return DraftProblem.NOT_CHOSEN
        # What would not be read at closing is refused now, while it can be mended.
        read_response(sitting.by_topic, draft)
        if not codes.spend(connection, fingerprint(code)):
            return Refusal.UNKNOWN
        key = installation.web_keys.read(audit, KeyKind.DRAFTS)
        sheet = Sheet(sitting.group, draft, mark(key, TOKEN, code).hex())
        box = seal(sitting.public_key, pack(sheet), sitting.launched.box_length)
        boxes.add(connection, audit, box)
        drafts.drop(connection, fingerprint(code))
        receipts.add(connection, mark(key, RECEIPT, code, word), audit)
    return Submission.ACCEPTED


def has_submitted(
    installation: Installation, report: str, code: str, word: str
) -> bool:
    """Say whether answers were submitted with this code under this very word.

    While the audit is open: then a second press, or another tab, is told the same as
    the first. Whoever has another word had another draft, which is gone.
    """
    with installation.database.reading() as connection:
        audit = audits.at_address(connection, report)
        if audit is None or not installation.web_keys.holds(audit, KeyKind.DRAFTS):
            return False
        key = installation.web_keys.read(audit, KeyKind.DRAFTS)
        return receipts.holds(connection, mark(key, RECEIPT, code, word))
