"""Replace the one code of a group that has one: the old one stops working.

Only there can it be known which code was lost. Whether its answers are in already is
not told: then the new code opens nothing, like any code that was used.
"""

from datetime import datetime

from peeraudit.account.record import COMMAND_LINE
from peeraudit.account.roles import Account
from peeraudit.audit.audit import State
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import record_codes, seals_of
from peeraudit.operations.paper_codes import PaperCodes
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.codes import new_code
from peeraudit.storage import audits, codes


def replace_code(
    installation: Installation,
    audit: str,
    group: Group,
    *,
    by: Account = COMMAND_LINE,
    at: datetime | None = None,
) -> PaperCodes:
    """Return a new code for a group that had one, which counts from now on.

    Raises
    ------
    WrongState
        If the group has more than one code, or has had none, or it is too late.
    """
    fresh = new_code()
    with installation.database.transaction() as connection:
        found = audits.find(connection, audit, locked=True)
        if found is None or found.state is not State.OPEN:
            raise WrongState("codes can be made while an audit is open")
        promise = found.promise.group.get(group)
        if promise is None or promise.sheets != 1:
            raise WrongState(f"{group} has not one code")
        if not audits.issued(connection, audit, group):
            raise WrongState(f"{group} has had no code yet")
        if codes.forget_unused(connection, audit, group):
            seals = seals_of(installation, [fresh], audit, group)
            codes.add(connection, seals, audit, group)
        # Also where its answers are in already, which would show otherwise.
        record_codes(installation, connection, audit, by, at)
    return PaperCodes(audit, group, (fresh,), are_counted=True)
