"""The report as data: exactly what it shows, for a spreadsheet or a program."""

from http import HTTPStatus

from flask import Blueprint, Response, abort

from peeraudit.operations.read_report import read_report
from peeraudit.release.release import Release, to_json
from peeraudit.report.comma_separated import to_csv
from peeraudit.report.sheets import release_xlsx
from peeraudit.web.files import CSV, JSON, XLSX, send_file
from peeraudit.web.site import site

report_files = Blueprint("report_files", __name__, url_prefix="/r")


@report_files.get("/<address>/report.xlsx")
def xlsx(address: str) -> Response:
    """Send the report as a workbook that explains its columns."""
    return send_file(release_xlsx(_release(address)), XLSX, "report.xlsx")


@report_files.get("/<address>/report.csv")
def csv(address: str) -> Response:
    """Send the report as a row for each group and question."""
    return send_file(to_csv(_release(address)), CSV, "report.csv")


@report_files.get("/<address>/release.json")
def json(address: str) -> Response:
    """Send the release itself, for ``peeraudit verify``."""
    return send_file(to_json(_release(address)), JSON, "release.json")


def _release(address: str) -> Release:
    """Return the release at an address, where everyone asked may read it."""
    found = read_report(site().installation, address)
    if found is None or found.release is None:
        abort(HTTPStatus.NOT_FOUND)
    return found.release
