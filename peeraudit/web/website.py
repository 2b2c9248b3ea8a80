"""Flask, set up for NHS.UK templates, for quick static files and for silent logs."""

import mimetypes
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar

from flask import Flask, Response, request, send_from_directory
from jinja2 import (
    BaseLoader,
    ChainableUndefined,
    ChoiceLoader,
    FileSystemLoader,
    PackageLoader,
)

from peeraudit.settings import CHECKOUT
from peeraudit.web.rendering import Fragments

STATIC = Path(__file__).parent / "static"
ONE_DAY = 24 * 60 * 60
ONE_YEAR = 365 * ONE_DAY

ExceptionInfo = (
    tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]
)


class Website(Flask):
    """A Flask application that escapes everything and tells its log nothing."""

    # On the class: Flask reads it once, as soon as anything touches its templates.
    jinja_options: ClassVar[dict[str, Any]] = {  # type: ignore[misc] # Flask: per instance
        "autoescape": True,  # also in the macros, whose names do not end in .html
        "trim_blocks": True,
        "lstrip_blocks": True,
        "undefined": ChainableUndefined,  # the macros ask for what is not there
    }

    def __init__(self, name: str) -> None:
        """Serve static files as ``/assets``, where the NHS.UK stylesheet looks."""
        super().__init__(name, static_folder=str(STATIC), static_url_path="/assets")
        self.jinja_env.globals |= {
            "asset": asset,
            "fragment": Fragments(self.jinja_env),
        }

    @cached_property
    def jinja_loader(self) -> BaseLoader:
        """Find our templates, and the NHS.UK macros."""
        ours = FileSystemLoader(CHECKOUT / "templates")
        return ChoiceLoader([ours, PackageLoader("nhsuk_frontend_jinja")])

    def send_static_file(self, filename: str) -> Response:
        """Send a static file, compressed by set-up where the browser takes that."""
        age = ONE_YEAR if "v" in request.args else ONE_DAY
        if request.accept_encodings["gzip"] and has_compressed(filename):
            response = send_from_directory(
                STATIC,
                f"{filename}.gz",
                mimetype=mimetypes.guess_type(filename)[0],
                max_age=age,
            )
            response.content_encoding = "gzip"
        else:
            response = send_from_directory(STATIC, filename, max_age=age)
        response.vary.add("Accept-Encoding")
        return response

    def log_exception(self, exc_info: ExceptionInfo) -> None:
        """Log of what kind a fault is and where it is: never a value or an address."""
        kind, _, trace = exc_info
        self.logger.error("unexpected %s at %s", kind and kind.__name__, where(trace))


def where(trace: TracebackType | None) -> str:
    """Return the innermost place in our own code, as module and line."""
    place = "an unknown place"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("peeraudit"):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def has_compressed(filename: str) -> bool:
    """Say whether a compressed file lies beside this one, and is as new."""
    file = STATIC / filename
    sibling = file.with_name(f"{file.name}.gz")
    try:
        return sibling.stat().st_mtime >= file.stat().st_mtime
    except (OSError, ValueError):
        return False


@cache
def asset(name: str) -> str:
    """Return the address of a static file, which changes when the file does."""
    version = sha256((STATIC / name).read_bytes()).hexdigest()[:8]
    return f"/assets/{name}?v={version}"
