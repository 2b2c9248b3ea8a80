"""Make the PDFs of every release that lacks one; the worker does this, once each."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.operations.installation import Installation
from peeraudit.operations.organisation import read_logo
from peeraudit.operations.read_report import kind_of, read_release
from peeraudit.release.release import Release
from peeraudit.report.logo import Logo
from peeraudit.report.versions import Version, versions_of
from peeraudit.storage import releases

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Document:
    """A release just made into a PDF: whole, or for one kind of reader."""

    audit: str
    version: Version | None

    @property
    def called(self) -> str:
        """What it is, in a log."""
        return f"the {self.version or 'report'}"


def make_documents(installation: Installation) -> Iterator[Document]:
    """Yield each document that has just been made, the whole reports first."""
    for version in (None, *Version):
        with installation.database.reading() as connection:
            waiting = releases.without_document(connection, kind_of(version))
        for audit in waiting:
            if _is_made(installation, audit, version):
                yield Document(audit, version)


def _is_made(installation: Installation, audit: str, version: Version | None) -> bool:
    """Make one document; one that fails does not hold up the others."""
    release = read_release(installation, audit)
    if release is None or (version and version not in versions_of(release)):
        return False
    try:
        content = _printed(release, version, read_logo(installation))
        with installation.database.transaction() as connection:
            releases.add_document(connection, audit, kind_of(version), content)
    except Exception as error:
        what, kind = kind_of(version), type(error).__name__
        log.error("audit %s: no PDF (%s): %s; will be tried again", audit, what, kind)
        return False
    return True


def _printed(release: Release, version: Version | None, logo: Logo | None) -> bytes:
    """Return a release as PDF."""
    # WeasyPrint takes long to import, and only the worker needs it.
    from peeraudit.report.pdf import pdf, version_pdf  # noqa: PLC0415

    if version is None:
        return pdf(release, logo=logo)
    return version_pdf(version, release, logo=logo)
