"""Who may open a page for managers: a session, and a right, for each of them."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from flask import abort, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped] # has no types

from peeraudit.account.roles import Account, Right
from peeraudit.operations.guesses import Wait
from peeraudit.operations.sessions import Signed, signed_in
from peeraudit.operations.sign_in import Began, Wrong
from peeraudit.web.manage.device import remember
from peeraudit.web.site import site
from peeraudit.web.words import _

KEY = "manager"
"""What the token of a session is kept under in the cookie."""

View = Callable[..., ResponseReturnValue]


def signed() -> Signed | None:
    """Return whoever is signed in, or is half way through."""
    if "signed" not in g:
        token = session.get(KEY)
        found = (
            signed_in(site().installation, token, at=site().now()) if token else None
        )
        g.signed = found
    found_before: Signed | None = g.signed
    return found_before


def fully_signed() -> Signed:
    """Return the session of whoever asks for a page that needs one."""
    found = signed()
    if found is None or not found.is_complete:
        abort(redirect(url_for("sign_in.ask", to=_back())))
    return found


def account() -> Account:
    """Return whoever asks for a page that only somebody signed in can open."""
    return fully_signed().account


def begin(began: Began) -> None:
    """Put a session's token into the cookie, in place of any other."""
    session.clear()
    session[KEY] = began.token
    generate_csrf()
    if began.complete:
        remember(began.complete)


def onward(to: str) -> str:
    """Return where somebody wanted to go: a page of ours, and of no other site."""
    is_ours = to.startswith("/manage") and "//" not in to and "\\" not in to
    # Signs that end a line are in no address, and in no header.
    return to if is_ours and to.isprintable() else url_for("home.show")


def refused(outcome: Wrong | Wait, wrong: str) -> str:
    """Say that it was not right, or how long to wait."""
    if isinstance(outcome, Wait):
        seconds = max(1, round(outcome.left.total_seconds()))
        return _(
            "Too much was typed wrongly. Wait %(seconds)s seconds, then try again",
            seconds=seconds,
        )
    return wrong


def open_to(right: Right | None, *, team: str = "") -> Callable[[View], View]:
    """Open a page to whoever has a right, for the team that its address names.

    Parameters
    ----------
    right
        None for everybody who is signed in.
    team
        The part of the address that names the team; empty where it is of none.
    """

    def guarded(view: View) -> View:
        @wraps(view)
        def asked(**parts: Any) -> ResponseReturnValue:
            asker = account()
            if right and not asker.may(right, parts[team] if team else None):
                # Not "forbidden": whether there is such a team is not told either.
                abort(HTTPStatus.NOT_FOUND)
            return view(**parts)

        asked.__dict__["needs"] = (right, team)
        return asked

    return guarded


def open_to_all(view: View) -> View:
    """Say of a page that whoever is not signed in may open it."""
    view.__dict__["needs"] = "nobody"
    return view


def refuse_unreadable() -> None:
    """Refuse what no browser sends of itself, and PostgreSQL keeps in no text."""
    if request.path.startswith("/manage"):
        sent = (request.path, *request.args.values(), *request.form.values())
        if any("\x00" in each for each in sent):
            abort(HTTPStatus.BAD_REQUEST)


def _back() -> str:
    """Return where to go after signing in: only to a page that can be opened so."""
    return request.full_path if request.method == "GET" else ""
