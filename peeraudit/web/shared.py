"""The way in by a shared link: opening it takes nothing, Start makes a code."""

from dataclasses import dataclass
from typing import NoReturn

from flask import Blueprint, abort, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.audit.promise_words import london
from peeraudit.audit.standing import closes_in
from peeraudit.audit.told import Names
from peeraudit.instrument.sentences import capital
from peeraudit.operations.launch_record import TermsChanged
from peeraudit.operations.shared_link import (
    SharedLink,
    begin_with_link,
    find_link,
    held_code,
    hold_code,
)
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.codes import MistypedCode, read_code
from peeraudit.web import visitor
from peeraudit.web.arrival import closing_words
from peeraudit.web.frame import Frame
from peeraudit.web.pace import wait_for_the_step
from peeraudit.web.rendering import render
from peeraudit.web.site import site

shared = Blueprint("shared", __name__, url_prefix="/s")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class SharedPage:
    """What a link is for, before somebody starts."""

    frame: Frame
    team: str
    peer_worker: str
    group: str
    closes: str
    held: str
    """The code that Start will make, locked: it is in this page alone."""


@shared.get("/<link>")
def show(link: str) -> ResponseReturnValue:
    """Say what the link is for: whoever only opens it takes no code."""
    found = _find(link)
    if has_begun(found):
        return redirect(url_for("respond.first"))
    words, promise = found.audit.team.words, found.audit.promise
    left = closes_in(promise.closes_at, at=site().now())
    names = Names(site().installation.instrument(found.audit.instrument), words)
    page = SharedPage(
        Frame(found.audit.team.organisation, closing_words(promise, capital(left))),
        words.team,
        words.peer_worker,
        names.inline(found.group),
        london(found.audit.promise.closes_at),
        hold_code(site().installation, found),
    )
    return render("front/shared.html", page=page)


@shared.post("/<link>")
def start(link: str) -> ResponseReturnValue:
    """Make a code, if one is left, and begin with it."""
    found, installation = _find(link), site().installation
    if has_begun(found):
        return redirect(url_for("respond.first"), SEE_OTHER)
    if visitor.is_answering():
        return redirect(url_for("front.another_code"), SEE_OTHER)
    code = held_code(installation, found, request.form.get("held", ""))
    if code is None:
        return redirect(url_for("shared.show", link=link), SEE_OTHER)
    try:
        is_let_in = begin_with_link(installation, found, code, at=site().now())
    except (WrongState, TermsChanged):
        _turn_away()
    if not is_let_in:
        return render("front/all_started.html", page=Frame()), 409
    visitor.welcome(code)
    return redirect(url_for("respond.first"), SEE_OTHER)


def has_begun(found: SharedLink) -> bool:
    """Say whether this browser answers in this audit, or has: then it needs no code."""
    known = visitor.visitor()
    return known is not None and known.report == found.report


def _find(link: str) -> SharedLink:
    """Return what a link is for, or abort with the page that all codes share."""
    try:
        code = read_code(link)
    except MistypedCode:
        abort(redirect(url_for("front.start", mistyped=1), SEE_OTHER))
    found = find_link(site().installation, code, at=site().now())
    if found is None:
        _turn_away()
    return found


def _turn_away() -> NoReturn:
    """Abort with the page for a code that opens nothing."""
    refused = make_response(render("respond/refused.html"), 404)
    wait_for_the_step()
    abort(refused)
