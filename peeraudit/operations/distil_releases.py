"""Take from each release that is out what counts over teams; the worker, once each."""

import logging

from peeraudit.operations.installation import Installation
from peeraudit.release.distilled import distil
from peeraudit.storage import distilled, releases
from peeraudit.storage.sealed_rows import SealedRows

log = logging.getLogger(__name__)


def distil_releases(installation: Installation) -> None:
    """Write down what counts of every release that has nothing of it yet."""
    with installation.database.reading() as connection:
        waiting = releases.without_document(connection, distilled.KIND)
    for audit in waiting:
        try:
            _distil(installation, audit)
        except Exception as error:
            # One that fails does not hold up the others; the trust view reads it whole.
            kind = type(error).__name__
            log.error("audit %s: not counted over teams: %s", audit, kind)


def _distil(installation: Installation, audit: str) -> None:
    """Write down what counts of one release."""
    with installation.database.reading() as connection:
        release = releases.find(connection, audit)
    if release is None:
        return
    found, key = distil(release), installation.seal_key
    with installation.database.transaction() as connection:
        distilled.keep(SealedRows(connection, key), audit, found)
