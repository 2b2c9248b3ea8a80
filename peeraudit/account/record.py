"""The record of what managers did: never of what anyone who was asked did.

It keeps the day and not the minute (ADR 19): whoever copies the database twice would
else join what a manager did with what somebody sent a moment later.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from peeraudit.account.roles import Account

LONDON = ZoneInfo("Europe/London")

BEHIND_A_NAME = re.compile(r"(?<=\S)@\S+")
"""What makes an address of a name."""

COMMAND_LINE = Account("", "", "the command line")
"""Whoever has the machine: nobody knows who it was."""

PEERAUDIT = Account("", "", "PeerAudit")
"""What the worker does by itself."""

SIGN_ON = Account("", "", "the sign-on of the organisation")
"""What follows from what the trust's own sign-on says of somebody."""


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
    """New ones or one in place of another: that somebody lost theirs is not told."""
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


ONCE_A_DAY = frozenset({Act.CHANGED_AUDIT, Act.ASKED_BY_MAIL, Act.MADE_CODES})
"""Written once a day for one audit: how often would tell who came late, or lost a
code, and nobody wants to read each fact that was filled in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done, by whom, and on which day."""

    on: date
    """As people count days in London."""
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
    account: Account,
    act: Act,
    at: datetime | None = None,
    *,
    about: str = "",
    **of: str,
) -> Entry:
    """Return the entry of what an account does, now where no moment is given.

    ``of`` names team and audit. No address of e-mail gets into it: some accounts are
    called by theirs, and people write what they like.
    """
    on = (at or datetime.now(UTC)).astimezone(LONDON).date()
    by, about = (BEHIND_A_NAME.sub("", each) for each in (account.name, about))
    return Entry(on, act, by, about=about, account=account.id, **of)
