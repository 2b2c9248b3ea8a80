"""Where the trust view lies, and files that it hands out."""

from collections.abc import Sequence
from datetime import date

from flask import Blueprint, Response

from peeraudit.audit.promise_words import LONDON
from peeraudit.report.workbook import Sheet, to_xlsx
from peeraudit.web.files import XLSX, send_file
from peeraudit.web.site import site

trust = Blueprint("trust", __name__, url_prefix="/manage/trust")


def today() -> date:
    """Return the day it is in London."""
    return site().now().astimezone(LONDON).date()


def spreadsheet(name: str, sheets: Sequence[Sheet]) -> Response:
    """Send sheets as a file that has the day in its name."""
    file = f"{name}-{today():%Y-%m-%d}.xlsx"
    return send_file(to_xlsx(sheets), XLSX, file)
