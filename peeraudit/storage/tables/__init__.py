"""The tables. None holds an answer; boxes, drafts, comments and counts are sealed."""

from peeraudit.storage.tables.accounts import (
    AccountRow,
    FailureRow,
    InvitationRow,
    ManagerSessionRow,
    MembershipRow,
    PasswordLinkRow,
    SettingRow,
)
from peeraudit.storage.tables.answers import (
    BoxRow,
    CodeRow,
    CodesIssuedRow,
    CommentRow,
    DraftRow,
    PooledTallyRow,
    ReceiptRow,
)
from peeraudit.storage.tables.audits import (
    AuditRow,
    DocumentRow,
    InstrumentRow,
    LedgerRow,
    OrganisationRow,
    PooledViewRow,
    ReleaseRow,
    TeamRow,
)
from peeraudit.storage.tables.base import Base

__all__ = [
    "AccountRow",
    "AuditRow",
    "Base",
    "BoxRow",
    "CodeRow",
    "CodesIssuedRow",
    "CommentRow",
    "DocumentRow",
    "DraftRow",
    "FailureRow",
    "InstrumentRow",
    "InvitationRow",
    "LedgerRow",
    "ManagerSessionRow",
    "MembershipRow",
    "OrganisationRow",
    "PasswordLinkRow",
    "PooledTallyRow",
    "PooledViewRow",
    "ReceiptRow",
    "ReleaseRow",
    "SettingRow",
    "TeamRow",
]
