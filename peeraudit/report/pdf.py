"""The report as a tagged PDF (PDF/UA-1), from the same body as the page."""

from weasyprint import HTML  # type: ignore[import-untyped]  # it has no types
from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]  # as above

from peeraudit.release.release import Release
from peeraudit.report.content import told
from peeraudit.report.templates import PAPER, environment


def pdf(release: Release) -> bytes:
    """Return the report as PDF.

    Nothing is fetched: a report could otherwise tell another server that it was made,
    or bring in a file of this one.
    """
    layout = environment().get_template("report/print.html")
    document = HTML(
        string=layout.render(report=told(release), medium=PAPER),
        url_fetcher=URLFetcher(allowed_protocols={"data"}),
    )
    written = document.write_pdf(pdf_variant="pdf/ua-1")
    if not isinstance(written, bytes):
        raise TypeError("WeasyPrint returns bytes where it is given no file")
    return written
