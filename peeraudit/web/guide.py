"""Conversation guides: for a talk in a team, before or instead of numbers."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, Response, abort, url_for
from markupsafe import Markup

from peeraudit.instrument.definition import Instrument
from peeraudit.report import page as told
from peeraudit.report.guide import HERE
from peeraudit.report.guide import guide as make
from peeraudit.web.files import PDF, send_file
from peeraudit.web.rendering import render
from peeraudit.web.reports import compress
from peeraudit.web.site import site

guide = Blueprint("guide", __name__, url_prefix="/guide")
guide.after_request(compress)


@dataclass(frozen=True, slots=True)
class Line:
    """One guide in the list of them."""

    title: str
    about: str
    address: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A guide as it stands at its address."""

    title: str
    body: Markup
    pdf: str


@guide.get("")
def index() -> str:
    """List the guides there are."""
    lines = [
        Line(
            HERE.fill(each.wording.title),
            HERE.fill(each.wording.about),
            url_for("guide.show", name=name),
        )
        for name, each in site().shelf.instruments().items()
    ]
    return render("guides/index.html", lines=lines)


@guide.get("/<name>")
def show(name: str) -> str:
    """Show the guide of an instrument."""
    made = make(_instrument(name))
    body = Markup(told.guide_body(made))  # noqa: S704 # its templates have escaped it
    page = GuidePage(made.title, body, url_for("guide.pdf", name=name))
    return render("guides/guide.html", page=page)


@guide.get("/<name>/guide.pdf")
def pdf(name: str) -> Response:
    """Send a guide as a file, with boxes to tick and room to write."""
    content = site().shelf.guide_pdf(_instrument(name))
    return send_file(content, PDF, f"guide-{name}.pdf")


def _instrument(name: str) -> Instrument:
    """Return an instrument by its name, or answer that there is no such page."""
    found = site().shelf.find(name)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    return found
