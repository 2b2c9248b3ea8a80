"""The way in and the way out: start page, links with codes, support, leaving."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, Response, abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from peeraudit.audit.organisation import paragraphs
from peeraudit.operations.organisation import read_logo
from peeraudit.operations.shared_link import find_link
from peeraudit.sealing.codes import MistypedCode, read_code
from peeraudit.web import visitor
from peeraudit.web.forms import CodeForm
from peeraudit.web.rendering import render
from peeraudit.web.site import organisation, site

front = Blueprint("front", __name__)

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class StartPage:
    """The code box, and what led here."""

    form: CodeForm
    mistyped: bool
    """Whether a link with a code had a wrong letter in it."""
    again: bool
    """Whether this browser held no code where one was needed."""
    answering: bool
    """Whether this browser is in the middle of a questionnaire."""


@dataclass(frozen=True, slots=True)
class SupportPage:
    """Whom to turn to."""

    local: tuple[str, ...]
    """The words of whoever installed the site, a paragraph each."""
    crisis_lines: tuple[str, ...]
    speak_up: tuple[str, ...]
    occupational_health: tuple[str, ...]
    contact_email: str
    data_protection: tuple[str, ...]
    answering: bool


@dataclass(frozen=True, slots=True)
class WhoCanSeePage:
    """Who can see what somebody says."""

    answering: bool


@dataclass(frozen=True, slots=True)
class LeavePage:
    """The question whether somebody wants to leave."""

    stay: str
    """Where they were, or where they can begin."""


@dataclass(frozen=True, slots=True)
class LeftPage:
    """What is kept of somebody who left."""

    reading: bool
    """Whether it was somebody who reads comments."""


@front.get("/")
def start() -> str:
    """Say what PeerAudit is, and ask for a code."""
    return _start_page(CodeForm())


@front.post("/")
def enter() -> ResponseReturnValue:
    """Take a code that was typed."""
    form = CodeForm(request.form)
    if not form.validate():
        return _start_page(form), 400
    code = read_code(form.code.data or "")
    if find_link(site().installation, code, at=site().now()):
        return redirect(url_for("shared.show", link=code), SEE_OTHER)
    return _begin(code)


@front.get("/a/<code>")
def follow(code: str) -> ResponseReturnValue:
    """Take a code from a link: it leaves the address bar before it is looked up."""
    try:
        return _begin(read_code(code))
    except MistypedCode:
        return redirect(url_for("front.start", mistyped=1), SEE_OTHER)


@front.get("/another-code")
def another_code() -> str:
    """Say that this browser is in the middle of answering with another code."""
    return render("front/another_code.html")


@front.get("/support")
def support() -> str:
    """Say whom to turn to."""
    ours = organisation()
    page = SupportPage(
        paragraphs(site().support),
        paragraphs(ours.crisis_lines),
        paragraphs(ours.speak_up),
        paragraphs(ours.occupational_health),
        ours.contact_email,
        paragraphs(ours.data_protection),
        visitor.is_answering(),
    )
    return render("front/support.html", page=page)


@front.get("/who-can-see")
def who_can_see() -> str:
    """Tell people who are asked who can see what they say, and who cannot."""
    page = WhoCanSeePage(visitor.is_answering())
    return render("front/who_can_see.html", page=page)


@front.get("/logo/<digest>.png")
def logo(digest: str) -> Response:
    """Send the organisation's logo, which the browser may keep for good."""
    found = read_logo(site().installation)
    if found is None or organisation().logo != digest:
        abort(HTTPStatus.NOT_FOUND)
    return Response(found.png, mimetype="image/png")


@front.get("/leave")
def leave() -> ResponseReturnValue:
    """Forget the visitor at once, unless another site led here."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return render("front/leave.html", page=LeavePage(_where_they_were()))
    reading = 1 if visitor.READER in session else None
    visitor.forget()
    return redirect(url_for("front.left", reading=reading), SEE_OTHER)


@front.get("/left")
def left() -> str:
    """Say what is kept, and how to come back."""
    return render("front/left.html", page=LeftPage("reading" in request.args))


def _begin(code: str) -> ResponseReturnValue:
    """Begin with a code, unless that would take a return word that nobody has seen."""
    if visitor.is_answering(with_another=code):
        return redirect(url_for("front.another_code"), SEE_OTHER)
    visitor.welcome(code)
    return redirect(url_for("respond.first"), SEE_OTHER)


def _where_they_were() -> str:
    """Return where somebody goes on whom another site led to the way out."""
    if visitor.is_answering():
        return url_for("respond.first")
    is_reading = visitor.READER in session
    return url_for("comments.overview" if is_reading else "front.start")


def _start_page(form: CodeForm) -> str:
    """Render the start page."""
    page = StartPage(
        form,
        mistyped="mistyped" in request.args,
        again="again" in request.args,
        answering=visitor.is_answering(),
    )
    return render("front/start.html", page=page)
