"""Report, guide, questionnaire and slips as tagged PDF (PDF/UA-1)."""

from dataclasses import replace

from peeraudit.release.release import Release
from peeraudit.report.content import told
from peeraudit.report.guide import Guide
from peeraudit.report.logo import Logo
from peeraudit.report.notice import Notice
from peeraudit.report.paper_questionnaire import PaperQuestionnaire
from peeraudit.report.questionnaire import PrintedQuestionnaire
from peeraudit.report.slips import Slips
from peeraudit.report.statement import Statement
from peeraudit.report.templates import PAPER, Medium, environment


def pdf(release: Release, *, note: str = "", logo: Logo | None = None) -> bytes:
    """Return the report as PDF, with a note above it where it needs one.

    A logo is printed if it is of the release's organisation.
    """
    report, medium = told(release), PAPER
    if logo and logo.organisation == report.organisation:
        medium = replace(PAPER, logo=logo.data)
    return _print("report/print.html", medium, report=report, note=note)


def guide_pdf(guide: Guide) -> bytes:
    """Return a conversation guide as PDF, with room to write."""
    return _print("guide/print.html", PAPER, guide=guide)


def paper_questionnaire_pdf(paper: PaperQuestionnaire) -> bytes:
    """Return a questionnaire as PDF, to be answered on paper and typed in."""
    layout = "questionnaire/paper.html"
    return _print(layout, PAPER, questionnaire=paper.questions, paper=paper)


def slips_pdf(made: Slips) -> bytes:
    """Return slips as PDF, to be cut along their lines."""
    return _print("slips/print.html", PAPER, slips=made)


def questionnaire_pdf(questionnaire: PrintedQuestionnaire) -> bytes:
    """Return a questionnaire as PDF, with boxes to tick."""
    return _print("questionnaire/print.html", PAPER, questionnaire=questionnaire)


def notice_pdf(made: Notice) -> bytes:
    """Return a notice with a shared link as PDF, one page to put up."""
    return _print("slips/notice.html", PAPER, notice=made)


def statement_pdf(made: Statement, *, logo: Logo | None = None) -> bytes:
    """Return a role statement as PDF, with a logo if it is of the organisation."""
    medium = PAPER
    if logo and logo.organisation == made.organisation:
        medium = replace(PAPER, logo=logo.data)
    return _print("statement/print.html", medium, statement=made)


def _print(layout: str, medium: Medium, **values: object) -> bytes:
    """Return a layout as PDF.

    Nothing is fetched: a report could otherwise tell another server that it was made,
    or bring in a file of this one.
    """
    # WeasyPrint takes half a second to import, and few processes print anything.
    from weasyprint import HTML  # type: ignore[import-untyped] # noqa: PLC0415 # no types
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped] # noqa: PLC0415

    document = HTML(
        string=environment().get_template(layout).render(values, medium=medium),
        url_fetcher=URLFetcher(allowed_protocols={"data"}),
    )
    written = document.write_pdf(pdf_variant="pdf/ua-1")
    if not isinstance(written, bytes):
        raise TypeError("WeasyPrint returns bytes where it is given no file")
    return written
