"""Forget sealed counts that no view over teams has taken up in two years."""

from datetime import datetime

from peeraudit.operations.destroy_keys import destroy_keys
from peeraudit.operations.installation import Installation
from peeraudit.storage import pooled_tallies


def forget_old_counts(installation: Installation, *, at: datetime) -> None:
    """Delete counts that have been kept for long enough, and destroy their keys."""
    with installation.database.transaction() as connection:
        old = pooled_tallies.forget_old(connection, at)
    for audit in dict.fromkeys(old):
        destroy_keys(installation, installation.audit(audit))
