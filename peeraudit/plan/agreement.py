"""What a team agreed about a practice, and the meeting it agreed at."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peeraudit.audit.seen import seen


class Verdict(StrEnum):
    """What a team says of a practice: an option of its question, or to talk again."""

    PART = "part"
    NOT_PART = "not_part"
    MUST_NEVER = "must_never"
    TALK_AGAIN = "talk_again"


LONGEST_SENTENCE = 500
"""Signs; a sentence in a role statement is read aloud (our judgement)."""

LONGEST_WHO = 500
"""Signs; roles and groups fit into far fewer (our judgement)."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a team agreed about one practice."""

    practice: str
    """The id of the practice in the instrument of the audit it was agreed after."""
    verdict: Verdict
    sentence: str
    """How it is meant, in the team's own words; may be empty."""
    agreed_on: date


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting after an audit, at which a team agrees on the role."""

    held_on: date
    who: str
    """Who took part, as the team says it: roles and groups, never names."""
    is_published: bool = False
    """Whether everyone asked reads at the report address what was agreed."""


def seen_agreement(agreement: Agreement | None) -> str:
    """Return what somebody saw of what was agreed: tells whether it is still so."""
    return seen(agreement and (agreement.verdict, agreement.sentence))


def seen_meeting(meeting: Meeting | None) -> str:
    """Return what somebody saw of a meeting: tells whether it is still so."""
    return seen(meeting and (meeting.held_on.isoformat(), meeting.who))
