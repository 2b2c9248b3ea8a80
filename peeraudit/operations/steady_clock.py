"""Whether the clock can be believed: nothing goes in the leap of one that is wrong."""

from datetime import datetime, timedelta

from peeraudit.audit.retention import NOTICE
from peeraudit.operations.installation import Installation
from peeraudit.storage import installation_settings

WATCHED = "clock watched"
"""The setting that holds since when the clock has not leapt, and the last look."""

BETWEEN = timedelta(days=1)
"""From one note to the next (our judgement)."""


def is_steady(installation: Installation, *, at: datetime) -> bool:
    """Say whether the clock has gone on without a leap for as long as a notice lasts.

    A leap is more than thirty days at once, or any way back: of a clock that was set
    wrong, or a worker that did not run.
    """
    with installation.database.reading() as connection:
        kept = installation_settings.find(connection, WATCHED)
    since, last = map(datetime.fromisoformat, kept.split()) if kept else (at, at)
    if not timedelta(0) <= at - last <= NOTICE:
        since = at
    if kept is None or since == at or at - last >= BETWEEN:
        _note(installation, since, at)
    return at >= since + NOTICE


def _note(installation: Installation, since: datetime, at: datetime) -> None:
    """Write down since when the clock has not leapt."""
    written = f"{since.isoformat()} {at.isoformat()}"
    with installation.database.transaction() as connection:
        installation_settings.keep(connection, WATCHED, written)
