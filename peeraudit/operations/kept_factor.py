"""The second factor of an account as it lies in the database: locked."""

import json

from peeraudit.account.second_factor import SecondFactor
from peeraudit.sealing.locked import lock, unlock
from peeraudit.storage import accounts
from peeraudit.storage.sealed_rows import SealedRows

KEPT = "second factor"
"""What it is locked as, together with whose it is."""


def read_factor(rows: SealedRows, account: str) -> SecondFactor | None:
    """Return an account's second factor; none before it was set up."""
    locked = accounts.secrets_of(rows, account).factor
    if locked is None:
        return None
    content = json.loads(unlock(locked, rows.key, KEPT, account))
    return SecondFactor(
        content["secret"], content["last_step"], frozenset(content["recovery"])
    )


def write_factor(
    rows: SealedRows,
    account: str,
    factor: SecondFactor,
) -> None:
    """Keep an account's second factor."""
    content = {
        "secret": factor.secret,
        "last_step": factor.last_step,
        "recovery": sorted(factor.recovery),
    }
    locked = lock(json.dumps(content).encode(), rows.key, KEPT, account)
    accounts.set_factor(rows, account, locked)
