"""The tables. None holds an answer or an address of who answers that is not sealed."""

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
    ExtensionRow,
    InstrumentRow,
    LedgerRow,
    OrganisationRow,
    PooledViewRow,
    ProgressRow,
    ReleaseRow,
    TeamRow,
)
from peeraudit.storage.tables.base import Base
from peeraudit.storage.tables.mail import (
    AskedByMailRow,
    MailAddressRow,
    MailingRow,
    MailRequestRow,
    OutboxRow,
)

__all__ = [
    "AccountRow",
    "AskedByMailRow",
    "AuditRow",
    "Base",
    "BoxRow",
    "CodeRow",
    "CodesIssuedRow",
    "CommentRow",
    "DocumentRow",
    "DraftRow",
    "ExtensionRow",
    "FailureRow",
    "InstrumentRow",
    "InvitationRow",
    "LedgerRow",
    "MailAddressRow",
    "MailRequestRow",
    "MailingRow",
    "ManagerSessionRow",
    "MembershipRow",
    "OrganisationRow",
    "OutboxRow",
    "PasswordLinkRow",
    "PooledTallyRow",
    "PooledViewRow",
    "ProgressRow",
    "ReceiptRow",
    "ReleaseRow",
    "SettingRow",
    "TeamRow",
]
