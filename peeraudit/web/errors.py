"""Plain pages for what goes wrong: what happened, and what to do."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import Flask, current_app, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped] # has no types
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from peeraudit.operations.unavailable import UNAVAILABLE
from peeraudit.web.rendering import render
from peeraudit.web.security import is_managing
from peeraudit.web.visitor import is_answering
from peeraudit.web.words import _

MOST_DRAINED = 32 * 1024 * 1024
"""Bytes of an oversized body that are read and thrown away, so that a browser that is
still sending hears our answer instead of a broken connection."""

CHUNK = 64 * 1024

SECRET = {"password", "old"}
"""Fields that no page sends back: passwords."""


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What happened, what to do, and where to go on."""

    title: str
    paragraphs: tuple[str, ...]
    link: str
    address: str
    again: str = ""
    """Where the same can be sent or opened again."""
    sent: tuple[tuple[str, str], ...] = ()
    """The fields that were sent, to be sent once more."""


Shown = tuple[str, int]


def answer_plainly(app: Flask) -> None:
    """Give every error a page of its own."""
    app.register_error_handler(CSRFError, stale_form)
    app.register_error_handler(RequestEntityTooLarge, too_large)
    app.register_error_handler(HTTPException, by_status)
    for kind in UNAVAILABLE:
        app.register_error_handler(kind, out_of_reach)


def stale_form(_error: CSRFError) -> Shown:
    """Say that a form does not belong to this session any more."""
    return _show(
        HTTPStatus.BAD_REQUEST,
        _("This page was open too long or in two places"),
        _("We could not take what you sent from that page."),
        _kept(),
    )


def too_large(_error: RequestEntityTooLarge) -> Shown:
    """Say that a body is too large, after the browser has sent it."""
    _drain()
    return _show(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        _("That was too much to send"),
        _("What you sent was too large, so we did not take it."),
        _kept(),
    )


def out_of_reach(error: Exception) -> Shown:
    """Say that the database or a key is not there now, and keep what was typed."""
    current_app.logger.error("out of reach: %s", type(error).__name__)
    sent = tuple(request.form.items(multi=True))
    said = _("Wait a few minutes, then try again.")
    again = request.full_path.rstrip("?")
    # A browser fills in no file by itself, and no password is put on a page.
    if any(request.files.values()) or SECRET & {name for name, _value in sent}:
        said = _("Wait a few minutes, then go back and type it again.")
        again, sent = "", ()
    elif sent:
        said = _(
            "We could not save what you sent. It is still on this page: leave the page "
            "open. Wait a few minutes, then press Try again."
        )
    page = _page(_("PeerAudit cannot be reached just now"), said, _kept())
    return _rendered(
        replace(page, again=again, sent=sent), HTTPStatus.SERVICE_UNAVAILABLE
    )


def by_status(error: HTTPException) -> ResponseReturnValue:
    """Say what a status means, in plain words."""
    if error.response is not None:
        return error.response
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    if status is HTTPStatus.NOT_FOUND:
        title = _("We cannot find that page")
        what_to_do = _("Check that every letter of the address is right.")
    elif status is HTTPStatus.METHOD_NOT_ALLOWED:
        title = _("That page cannot be opened this way")
        what_to_do = _("You may have opened it again after sending something.")
    elif status < HTTPStatus.INTERNAL_SERVER_ERROR:
        title = _("We could not understand what your browser sent")
        what_to_do = _("Go back and try again.")
    else:
        title = _("Something went wrong on our side")
        what_to_do = _("Wait a few minutes, then try again.")
    return _show(status, title, what_to_do, _kept())


def _show(status: HTTPStatus, title: str, *paragraphs: str) -> Shown:
    """Show an error page."""
    return _rendered(_page(title, *paragraphs), status)


def _page(title: str, *paragraphs: str) -> ErrorPage:
    """Return an error page, with the way back for whoever is answering or manages."""
    if is_managing():
        link, address = _("Go to the pages for managers"), url_for("home.show")
    elif is_answering():
        link, address = _("Go on with your questions"), url_for("respond.first")
    else:
        link, address = _("Go to the start page"), url_for("front.start")
    return ErrorPage(title, paragraphs, link, address)


def _rendered(page: ErrorPage, status: HTTPStatus) -> Shown:
    """Render an error page."""
    return render("errors/error.html", page=page), status


def _kept() -> str:
    """Say what nobody needs to worry about."""
    return _("Everything that you saved before is kept.")


def _drain() -> None:
    """Read what the browser is still sending, up to a limit."""
    left = min(request.content_length or 0, MOST_DRAINED)
    stream = request.environ["wsgi.input"]
    while left > 0 and (chunk := stream.read(min(left, CHUNK))):
        left -= len(chunk)
