"""The record of what managers did: never of what anyone who was asked did."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from peeraudit.account.roles import Account


class Act(StrEnum):
    """One kind of thing that somebody who manages did."""

    MADE_ACCOUNT = "made_account"
    INVITED = "invited"
    WITHDREW_INVITATION = "withdrew_invitation"
    JOINED = "joined"
    TOOK_ROLE = "took_role"
    DELETED_ACCOUNT = "deleted_account"
    HELPED_TO_SIGN_IN = "helped_to_sign_in"
    CHANGED_SETTINGS = "changed_settings"
    ADDED_TEAM = "added_team"
    CHANGED_TEAM = "changed_team"
    BEGAN_AUDIT = "began_audit"
    CHANGED_AUDIT = "changed_audit"
    LAUNCHED = "launched"
    ASKED_BY_MAIL = "asked_by_mail"
    REMINDED = "reminded"
    MADE_CODES = "made_codes"
    REPLACED_CODE = "replaced_code"
    EXTENDED = "extended"
    OPENED_REPORT = "opened_report"
    CLOSED_REPORT = "closed_report"
    POOLED = "pooled"
    AGREED = "agreed"
    HELD_MEETING = "held_meeting"
    ADDED_ACTION = "added_action"
    CHANGED_ACTION = "changed_action"
    PUBLISHED = "published"
    CHANGED_RETENTION = "changed_retention"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done, by whom, and when."""

    at: datetime
    act: Act
    by: str
    """The name of the account then; "PeerAudit" for what the worker did by itself."""
    team: str = ""
    """The id of the team; empty where it is of none."""
    audit: str = ""
    """The id of the audit; empty where it is of none."""
    about: str = ""
    """Of what, in words that are fit for everybody who may read the record."""
    account: str = ""
    """The id of the account; empty for the worker and the command line."""


def done_by(
    account: Account, act: Act, at: datetime, *, about: str = "", **of: str
) -> Entry:
    """Return the entry of what an account does; ``of`` names team and audit."""
    return Entry(at, act, account.name, about=about, account=account.id, **of)
