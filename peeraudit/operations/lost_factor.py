"""Take away what somebody can no longer show: the next sign-in sets it up anew."""

from datetime import datetime

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account
from peeraudit.operations.acting import NotAllowed, as_they_are
from peeraudit.operations.installation import Installation
from peeraudit.operations.new_password import refuse_for
from peeraudit.operations.record_act import record_within
from peeraudit.storage import accounts, manager_sessions


def remove_factor(
    installation: Installation,
    by: Account,
    account: str,
    *,
    at: datetime | None = None,
) -> None:
    """Forget somebody's second factor, and end wherever they are signed in.

    Where they sign in with the trust's own sign-on, the tie to it is forgotten: the
    next sign-on with their verified address makes another.

    Raises
    ------
    NotAllowed
        If whoever asks does not look after accounts, or it is their own.
    """
    with installation.changing_accounts() as rows:
        asker = as_they_are(rows, by)
        refuse_for(asker, account)
        other = accounts.find(rows, account)
        if other is None:
            raise NotAllowed("there is no such account")
        accounts.set_factor(rows, account, None)
        accounts.set_subject(rows, account, None)
        manager_sessions.end_all(rows, account)
        entry = done_by(asker, Act.HELPED_TO_SIGN_IN, at, about=other.name)
        record_within(rows, entry)
