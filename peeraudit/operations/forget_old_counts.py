"""Forget sealed counts that no view over teams has taken up in two years."""

from calendar import monthrange
from datetime import datetime

from peeraudit.audit.promise import KEPT_FOR_POOLING_MONTHS
from peeraudit.operations.destroy_keys import destroy_keys
from peeraudit.operations.installation import Installation
from peeraudit.storage import pooled_tallies


def kept_until(at: datetime) -> datetime:
    """Return until when counts are kept that were sealed at a moment.

    >>> kept_until(datetime(2026, 8, 31, 18))
    datetime.datetime(2028, 8, 31, 18, 0)
    """
    years, month = divmod(at.month - 1 + KEPT_FOR_POOLING_MONTHS, 12)
    year, month = at.year + years, month + 1
    return at.replace(
        year=year, month=month, day=min(at.day, monthrange(year, month)[1])
    )


def forget_old_counts(installation: Installation, *, at: datetime) -> None:
    """Delete counts that have been kept for long enough, and destroy their keys."""
    with installation.database.transaction() as connection:
        old = pooled_tallies.forget_old(connection, at)
    for audit in dict.fromkeys(old):
        destroy_keys(installation, installation.audit(audit))
