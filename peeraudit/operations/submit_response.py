"""Submit a response: a box in and the code out, in one transaction."""

from datetime import datetime
from enum import StrEnum

from peeraudit.operations.admit import Refusal, admit_within
from peeraudit.operations.drafts import DraftProblem, open_draft
from peeraudit.operations.installation import Installation
from peeraudit.response.responses import pack, read_response
from peeraudit.sealing.boxes import seal
from peeraudit.sealing.codes import fingerprint
from peeraudit.storage import boxes, codes, drafts


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
        values = open_draft(installation, admitted, code, word)
        if isinstance(values, DraftProblem):
            return values
        sitting = admitted.sitting
        # What would not be read at closing is refused now, while it can be mended.
        read_response(sitting.by_topic, values)
        if not codes.spend(connection, fingerprint(code)):
            return Refusal.UNKNOWN
        box = seal(
            sitting.public_key,
            pack(sitting.group, values),
            sitting.launched.box_length,
        )
        boxes.add(connection, sitting.audit.id, box)
        drafts.drop(connection, fingerprint(code))
    return Submission.ACCEPTED
