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
from peeraudit.storage.tables.keeping import KeepingRow
from peeraudit.storage.tables.mail import (
    AskedByMailRow,
    MailAddressRow,
    MailingRow,
    MailRequestRow,
    OutboxRow,
)
from peeraudit.storage.tables.plan import (
    ActionRow,
    AgreementRow,
    MeetingRow,
    RecordRow,
)

__all__ = [
    "AccountRow",
    "ActionRow",
    "AgreementRow",
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
    "KeepingRow",
    "LedgerRow",
    "MailAddressRow",
    "MailRequestRow",
    "MailingRow",
    "ManagerSessionRow",
    "MeetingRow",
    "MembershipRow",
    "OrganisationRow",
    "OutboxRow",
    "PasswordLinkRow",
    "PooledTallyRow",
    "PooledViewRow",
    "ProgressRow",
    "ReceiptRow",
    "RecordRow",
    "ReleaseRow",
    "SettingRow",
    "TeamRow",
]
