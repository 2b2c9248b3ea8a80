"""Files to keep: what a page sends that no browser opens by itself."""

from flask import Response

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
JSON = "application/json"


def send_file(content: bytes | str, kind: str, name: str) -> Response:
    """Send a file of a kind under a name."""
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition}
    return Response(content, content_type=kind, headers=headers)
