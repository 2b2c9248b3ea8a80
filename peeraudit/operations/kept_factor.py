"""The second factor of an account as it lies in the database: locked."""

import json

from sqlalchemy import Connection

from peeraudit.account.second_factor import SecondFactor
from peeraudit.operations.installation import Installation
from peeraudit.sealing.locked import lock, unlock
from peeraudit.storage import accounts


def read_factor(
    installation: Installation, connection: Connection, account: str
) -> SecondFactor | None:
    """Return an account's second factor; none before it was set up."""
    locked = accounts.secrets_of(connection, account).factor
    if locked is None:
        return None
    content = json.loads(unlock(locked, installation.seal_key))
    return SecondFactor(
        content["secret"], content["last_step"], frozenset(content["recovery"])
    )


def write_factor(
    installation: Installation,
    connection: Connection,
    account: str,
    factor: SecondFactor,
) -> None:
    """Keep an account's second factor."""
    content = {
        "secret": factor.secret,
        "last_step": factor.last_step,
        "recovery": sorted(factor.recovery),
    }
    locked = lock(json.dumps(content).encode(), installation.seal_key)
    accounts.set_factor(connection, account, locked)
