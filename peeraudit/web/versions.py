"""The readers' versions at the report address: one page for all, two for a board."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.operations.read_report import read_pdf
from peeraudit.report.page import version_body, version_title
from peeraudit.report.templates import SCREEN
from peeraudit.report.versions import Version
from peeraudit.web.frame import Frame
from peeraudit.web.rendering import render
from peeraudit.web.reports import as_file, at, compress, instead
from peeraudit.web.site import site

versions = Blueprint("versions", __name__, url_prefix="/r")
versions.after_request(compress)


@dataclass(frozen=True, slots=True)
class VersionPage:
    """A version of a report, as it stands at the report's address."""

    frame: Frame
    report: str
    title: str
    body: Markup
    pdf: str
    """Where it can be had as a file; empty until the worker has made it."""


@versions.get("/<address>/summary", defaults={"version": Version.SUMMARY})
@versions.get("/<address>/board-paper", defaults={"version": Version.BOARD_PAPER})
def show(address: str, version: Version) -> ResponseReturnValue:
    """Show a version, or what the report's own address shows instead."""
    found = at(address)
    if found.release is None:
        return instead(found)
    report = url_for("reports.show", address=address)
    body = version_body(version, found.release, replace(SCREEN, report=report))
    is_made = read_pdf(site().installation, address, version) is not None
    page = VersionPage(
        Frame(found.audit.team.organisation),
        report,
        version_title(version, found.release),
        Markup(body),  # noqa: S704 # its templates escape
        url_for("versions.pdf", address=address, version=version) if is_made else "",
    )
    return render("reports/version.html", page=page)


@versions.get("/<address>/summary.pdf", defaults={"version": Version.SUMMARY})
@versions.get("/<address>/board-paper.pdf", defaults={"version": Version.BOARD_PAPER})
def pdf(address: str, version: Version) -> Response:
    """Send a version as a file."""
    return as_file(read_pdf(site().installation, address, version), version.file)
