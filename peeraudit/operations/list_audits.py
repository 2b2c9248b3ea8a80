"""List the audits of an installation, for whoever runs it."""

from peeraudit.audit.audit import Audit
from peeraudit.operations.installation import Installation
from peeraudit.storage import audits


def list_audits(installation: Installation) -> tuple[Audit, ...]:
    """Return every audit, by team."""
    with installation.database.reading() as connection:
        return tuple(audits.every(connection))


def report_address(installation: Installation, audit: str) -> str | None:
    """Return the report address of an audit, from its launch on."""
    with installation.database.reading() as connection:
        launched = audits.launched(connection, audit)
    return launched.report_address if launched else None
