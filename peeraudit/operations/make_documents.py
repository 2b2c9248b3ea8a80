"""Make the PDF of every release that has none; the worker does this, once each."""

import logging
from collections.abc import Iterator

from peeraudit.operations.installation import Installation
from peeraudit.operations.organisation import read_logo
from peeraudit.operations.read_report import PDF, read_release
from peeraudit.storage import releases

log = logging.getLogger(__name__)


def make_documents(installation: Installation) -> Iterator[str]:
    """Yield each audit whose PDF has just been made."""
    with installation.database.reading() as connection:
        waiting = releases.without_document(connection, PDF)
    for audit in waiting:
        release = read_release(installation, audit)
        if release is None:
            continue
        # WeasyPrint takes long to import, and only the worker needs it.
        from peeraudit.report.pdf import pdf  # noqa: PLC0415

        try:
            content = pdf(release, logo=read_logo(installation))
            with installation.database.transaction() as connection:
                releases.add_document(connection, audit, PDF, content)
        except Exception as error:
            # One that fails does not hold up the others.
            kind = type(error).__name__
            log.error("audit %s: no PDF: %s; will be tried again", audit, kind)
        else:
            yield audit
