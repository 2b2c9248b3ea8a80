"""Report, guide, questionnaire and slips as tagged PDF (PDF/UA-1)."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

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
from peeraudit.report.trust_report import TrustReport
from peeraudit.report.versions import Version, told_for

TAGGED = {"pdf_variant": "pdf/ua-1"}


@dataclass(frozen=True, slots=True)
class Size:
    """How large a reader's version is printed."""

    points: float
    brief: bool = False
    """Whether points are named only, as names are too long to tell them."""


SIZES = (*map(Size, (11, 10, 9.5, 9, 8.5, 8)), Size(8, brief=True))
"""The largest that fits is taken."""


def pdf(release: Release, *, note: str = "", logo: Logo | None = None) -> bytes:
    """Return the report as PDF, with a note above it where it needs one.

    A logo is printed if it is of the release's organisation.
    """
    report = told(release)
    medium = _with(logo, report.organisation)
    return _print("report/print.html", medium, report=report, note=note)


def version_pdf(
    version: Version, release: Release, *, logo: Logo | None = None
) -> bytes:
    """Return a reader's version as PDF, on as few pages as it may take.

    Names and wordings differ in length, so the type gets smaller until all fits. Below
    the smallest that people can read, points are named and the full report tells them.
    """
    report = told_for(version, release)
    values = {"report": report, "version": version}
    medium, layout = _with(logo, report.organisation), "report/versions/print.html"

    @cache
    def laid_out(size: Size) -> Any:
        html = _render(layout, medium=medium, size=size, **values)
        return _document(html).render(**TAGGED)

    # Pages get fewer as sizes do; counted downwards, they can be searched.
    fewest = bisect_left(
        SIZES, -version.most_pages, key=lambda size: -len(laid_out(size).pages)
    )
    at = min(fewest, len(SIZES) - 1)
    return _bytes(laid_out(SIZES[at]).write_pdf(**TAGGED))


def trust_pdf(report: TrustReport, *, logo: Logo | None = None) -> bytes:
    """Return a trust's report over teams as PDF."""
    medium = _with(logo, report.organisation)
    return _print("report/trust/print.html", medium, report=report)


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
    medium = _with(logo, made.organisation)
    return _print("statement/print.html", medium, statement=made)


def _with(logo: Logo | None, organisation: str) -> Medium:
    """Return paper with a logo, if it is of the organisation that the paper names."""
    is_theirs = logo and logo.organisation == organisation
    return replace(PAPER, logo=logo.data) if logo and is_theirs else PAPER


def _print(layout: str, medium: Medium, **values: object) -> bytes:
    """Return a layout as PDF."""
    html = _render(layout, medium=medium, **values)
    return _bytes(_document(html).write_pdf(**TAGGED))


def _render(layout: str, **values: object) -> str:
    """Fill a layout."""
    return environment().get_template(layout).render(values)


def _document(html: str) -> Any:
    """Return what lays a page out.

    Nothing is fetched: a report could otherwise tell another server that it was made,
    or bring in a file of this one.
    """
    # WeasyPrint takes half a second to import, and few processes print anything.
    from weasyprint import HTML  # type: ignore[import-untyped] # noqa: PLC0415 # no types
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped] # noqa: PLC0415

    return HTML(string=html, url_fetcher=URLFetcher(allowed_protocols={"data"}))


def _bytes(written: object) -> bytes:
    """Return a PDF that was written to no file."""
    if not isinstance(written, bytes):
        raise TypeError("WeasyPrint returns bytes where it is given no file")
    return written
