"""For the one person who reads comments before anyone else, and takes words out."""

from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import Blueprint, abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped] # has no types

from peeraudit.audit.audit import State
from peeraudit.audit.promise_words import london
from peeraudit.operations.screening import (
    Screening,
    ShownOtherwise,
    Waiting,
    WordsAdded,
    decide_comment,
    publish_comments,
    read_comments,
)
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.codes import MistypedCode, read_code
from peeraudit.web.forms import CodeForm, Fault
from peeraudit.web.frame import Frame
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.visitor import READER
from peeraudit.web.words import _

comments = Blueprint("comments", __name__, url_prefix="/comments")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class EnterPage:
    """The box for a reader's code."""

    form: CodeForm
    refused: bool = False
    """Whether a link was followed that opens no comments."""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """All comments of one audit, and how far their reader has come."""

    frame: Frame
    team: str
    state: State
    until: str
    waiting: tuple[Waiting, ...]
    undecided: int
    next: str
    """The first comment that has not been read."""
    closed_after: str
    """When there can be something to read at the earliest."""
    seen: str
    """What it shows, in a hash: nothing else is published."""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentPage:
    """One comment, and what is left of it."""

    frame: Frame
    number: int
    of: int
    written: str
    left: str
    left_out: bool
    """Whether its reader has decided to show nothing of it."""
    again: str
    """Where it stands as it was kept last."""
    faults: tuple[Fault, ...]


@comments.get("")
def enter() -> ResponseReturnValue:
    """Ask for a reader's code, or go on where one is known."""
    if _screening() is not None:
        return redirect(url_for("comments.overview"), SEE_OTHER)
    page = EnterPage(CodeForm(), refused="refused" in request.args)
    return render("comments/enter.html", page=page)


@comments.post("")
def take() -> ResponseReturnValue:
    """Take a reader's code that was typed."""
    form = CodeForm(request.form)
    if form.validate():
        if _opens(code := read_code(form.code.data or "")):
            return _begin(code)
        form.code.errors = [_("This code opens no comments: check each letter")]
    return render("comments/enter.html", page=EnterPage(form)), 400


@comments.get("/a/<code>")
def follow(code: str) -> ResponseReturnValue:
    """Take a reader's code from a link: it leaves the address bar at once."""
    with suppress(MistypedCode):
        if _opens(typed := read_code(code)):
            return _begin(typed)
    return redirect(url_for("comments.enter", refused=1), SEE_OTHER)


@comments.get("/read")
def overview() -> str:
    """Show how many comments there are, and until when they can be read."""
    return render("comments/overview.html", page=_overview(_here()))


@comments.get("/read/<comment>")
def show(comment: str) -> str:
    """Show one comment."""
    here = _here()
    waiting = _waiting(here, comment)
    return _comment_page(here, waiting, waiting.comment.kept or waiting.comment.written)


@comments.post("/read/<comment>")
def decide(comment: str) -> ResponseReturnValue:
    """Keep what is left of a comment, and go on to the next."""
    here = _here()
    waiting = _waiting(here, comment)
    left = "" if "leave_out" in request.form else request.form.get("left", "")
    try:
        decide_comment(site().installation, session[READER], comment, left)
    except WordsAdded:
        wrong = _("Only take words out: do not add or change any")
        return _comment_page(here, waiting, left, Fault(wrong, "left")), 400
    except WrongState:
        return redirect(url_for("comments.overview"), SEE_OTHER)
    return redirect(_overview(_here()).next, SEE_OTHER)


@comments.get("/publish")
def ask_publish() -> ResponseReturnValue:
    """Show the comments as everyone will read them, before that is done."""
    here = _here()
    if here.audit.state is not State.SCREENING or here.undecided:
        return redirect(url_for("comments.overview"))
    return render("comments/publish.html", page=_overview(here))


@comments.post("/publish")
def publish() -> ResponseReturnValue:
    """Publish the report with what is left; a second press changes nothing."""
    here = _here()
    try:
        publish_comments(
            site().installation, session[READER], request.form.get("seen", "")
        )
    except ShownOtherwise:
        wrong = _("A comment has changed since you saw this page. Look again.")
        page = replace(_overview(here), faults=(Fault(wrong, "comments"),))
        return render("comments/publish.html", page=page), 400
    except WrongState:
        pass  # somebody was faster: the page says how things stand
    return redirect(url_for("comments.overview"), SEE_OTHER)


def _opens(code: str) -> bool:
    """Say whether a code is one that comments are read with."""
    return read_comments(site().installation, code) is not None


def _begin(code: str) -> ResponseReturnValue:
    """Remember a code that opens comments."""
    session[READER] = code
    generate_csrf()
    return redirect(url_for("comments.overview"), SEE_OTHER)


def _screening() -> Screening | None:
    """Return what the reader in this browser has before them."""
    code = session.get(READER)
    return read_comments(site().installation, code) if code else None


def _here() -> Screening:
    """Return the same, or lead to the box for the code."""
    return _screening() or abort(redirect(url_for("comments.enter")))


def _waiting(here: Screening, comment: str) -> Waiting:
    """Return one comment, or abort where there is none such."""
    found = {each.id: each for each in here.waiting}.get(comment)
    if found is None and here.audit.state is not State.SCREENING:
        abort(redirect(url_for("comments.overview")))
    return found or abort(HTTPStatus.NOT_FOUND)


def _overview(here: Screening) -> OverviewPage:
    """Say how far the reader has come."""
    unread = [each for each in here.waiting if not each.comment.decided]
    go_on = (
        url_for("comments.show", comment=unread[0].id)
        if unread
        else url_for("comments.overview")
    )
    audit = here.audit
    return OverviewPage(
        Frame(audit.team.organisation),
        audit.team.name,
        audit.state,
        london(here.until) if here.until else "",
        here.waiting,
        here.undecided,
        go_on,
        london(audit.promise.last_submission),
        here.seen,
    )


def _comment_page(here: Screening, waiting: Waiting, left: str, *faults: Fault) -> str:
    """Render one comment."""
    page = CommentPage(
        Frame(here.audit.team.organisation),
        here.waiting.index(waiting) + 1,
        len(here.waiting),
        waiting.comment.written,
        left,
        waiting.comment.decided and not waiting.comment.kept,
        url_for("comments.show", comment=waiting.id),
        faults,
    )
    return render("comments/comment.html", page=page)
