"""The report address: the same for everyone who was asked, and at the same time."""

import gzip
from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise_words import london
from peeraudit.instrument.sentences import capital
from peeraudit.operations.read_report import ReportPage as FoundReport
from peeraudit.operations.read_report import read_pdf, read_report
from peeraudit.operations.retention import erasures
from peeraudit.operations.see_what_came import came_of
from peeraudit.release.release import Release
from peeraudit.report.page import body, title
from peeraudit.report.templates import SCREEN
from peeraudit.web.files import PDF, send_file
from peeraudit.web.frame import Frame
from peeraudit.web.rendering import render
from peeraudit.web.site import ReportPage, site

reports = Blueprint("reports", __name__, url_prefix="/r")

MOST_KEPT = 50
"""Reports held ready, of a hundred kilobytes or so each."""


@dataclass(frozen=True, slots=True)
class NotYetPage:
    """What stands at a report address before the release."""

    frame: Frame
    team: str
    ready: str
    """When the report is there at the earliest."""
    reader: str = ""
    """Who is reading the comments now, where that is what it waits for."""
    at_the_latest: str = ""


@reports.get("/<address>")
def show(address: str) -> ResponseReturnValue:
    """Show the report, or say when to come back."""
    found = at(address)
    if found.release is None:
        return instead(found)
    page = _report(address, Frame(found.audit.team.organisation), found.release)
    # Not kept with the report: a team may publish, and take back, at any time.
    is_there = not came_of(site().installation, found).is_empty
    came = url_for("what_came.show", address=address) if is_there else ""
    page = replace(page, came=came, erased=_erased(found.audit))
    return render("reports/report.html", page=page)


@reports.get("/<address>/report.pdf")
def pdf(address: str) -> Response:
    """Send the report as a file."""
    return as_file(read_pdf(site().installation, address), "report.pdf")


def at(address: str) -> FoundReport:
    """Return what stands at an address, or answer that there is no such page."""
    return read_report(site().installation, address) or abort(HTTPStatus.NOT_FOUND)


def instead(found: FoundReport) -> ResponseReturnValue:
    """Say that an address is closed, or when to come back, where nothing is shown."""
    if not found.is_open:
        return render("reports/closed.html"), HTTPStatus.FORBIDDEN
    frame = Frame(found.audit.team.organisation)
    return render("reports/not_yet.html", page=_not_yet(found, frame))


def as_file(content: bytes | None, name: str) -> Response:
    """Return a PDF to keep, or answer that it is not there."""
    if content is None:
        abort(HTTPStatus.NOT_FOUND)
    return send_file(content, PDF, name)


@reports.after_request
def compress(response: Response) -> Response:
    """Send a report at a sixth of its size; there is no secret that size could tell."""
    if response.mimetype != "text/html" or not request.accept_encodings["gzip"]:
        return response
    response.set_data(gzip.compress(response.get_data(), mtime=0))
    response.content_encoding = "gzip"
    response.vary.add("Accept-Encoding")
    return response


def _erased(audit: Audit) -> str:
    """Return the day on which a report will be erased, where that is near."""
    when = erasures(site().installation, (audit,), at=site().now()).get(audit.id)
    return when.day if when and when.is_near else ""


def _not_yet(found: FoundReport, frame: Frame) -> NotYetPage:
    """Say when to come back, and what the report waits for."""
    audit, until = found.audit, found.screen_until
    ready = london(audit.promise.last_submission)
    page = NotYetPage(frame, audit.team.name, ready)
    if until is None:
        return page
    reader = capital(audit.promise.comments_read_by)
    return replace(page, reader=reader, at_the_latest=london(until))


def _report(address: str, frame: Frame, release: Release) -> ReportPage:
    """Draw a report once: a release never changes, but its PDF comes a little later."""
    drawn = site().reports
    if release.hash not in drawn:
        if len(drawn) >= MOST_KEPT:
            drawn.clear()
        medium = replace(SCREEN, guides=url_for("guide.index"), plots=True)
        markup = Markup(body(release, medium))  # noqa: S704 # its templates escape
        drawn[release.hash] = ReportPage(frame, address, title(release), markup)
    if not drawn[release.hash].pdf and read_pdf(site().installation, address):
        link = url_for("reports.pdf", address=address)
        drawn[release.hash] = replace(drawn[release.hash], pdf=link)
    return drawn[release.hash]
