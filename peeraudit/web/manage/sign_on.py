"""Sign in with the trust's own sign-on: to the issuer, and back."""

import hmac
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from flask import Blueprint, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from peeraudit.operations.sign_in import Began
from peeraudit.operations.sign_on import NotLetIn
from peeraudit.operations.sign_on import sign_on as begin_with
from peeraudit.sign_on.identity import Identity
from peeraudit.sign_on.line import Unreachable
from peeraudit.sign_on.provider import Departure, Provider, Refused
from peeraudit.web.manage.guard import begin, onward, open_to_all
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

sign_on = Blueprint("sign_on", __name__, url_prefix="/manage/sign-on")

AWAY = "sign_on"
"""What the cookie remembers of a departure under, until somebody is back."""

LONGEST_AWAY = timedelta(minutes=15)
"""For a password, a phone and a telephone call to the service desk (our judgement)."""

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class NotSignedOnPage:
    """Why somebody who came back from the sign-on is not in."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignedOutPage:
    """What is left to do after signing out here."""

    way_out: str
    """Where one signs out of the sign-on too."""


@sign_on.get("")
@open_to_all
def leave_for() -> ResponseReturnValue:
    """Send a browser to the sign-on, and remember what it must bring back."""
    at = site().now()
    try:
        departure = _provider().depart(_back(), at=at)
    except Unreachable as error:
        return _unreachable(error)
    session[AWAY] = {
        **asdict(departure),
        "address": "",
        "at": at.timestamp(),
        "to": request.args.get("to", ""),
    }
    return redirect(departure.address, SEE_OTHER)


@sign_on.get("/back")
@open_to_all
def come_back() -> ResponseReturnValue:
    """Take whoever comes back with the answer to our own question."""
    provider, away = _provider(), session.pop(AWAY, None)
    state = request.args.get("state", "")
    departure = _departure(away)
    if departure is None or not _is_same(departure.state, state):
        return _not_ours()
    code = request.args.get("code", "")
    if not code:
        return _refused(Refused("no code"))
    try:
        who = provider.identify(departure, code, _back(), at=site().now())
    except Unreachable as error:
        return _unreachable(error)
    except Refused as error:
        return _refused(error)
    return _arrive(provider, who, str(away.get("to", "")))


@sign_on.get("/signed-out")
@open_to_all
def signed_out() -> ResponseReturnValue:
    """Say that one is signed out here, and where one is still signed in."""
    back = site().url + url_for("sign_in.ask")
    try:
        way_out = _provider().way_out(back, at=site().now())
    except Unreachable:
        way_out = ""
    return render("manage/signed_out.html", page=SignedOutPage(way_out))


def _arrive(provider: Provider, who: Identity, to: str) -> ResponseReturnValue:
    """Let somebody in who has an account or is invited, and nobody else."""
    began = begin_with(site().installation, who, provider.roles, at=site().now())
    if isinstance(began, Began):
        begin(began)
        return redirect(onward(to), SEE_OTHER)
    return _not_let_in(began, who)


def _not_let_in(why: NotLetIn, who: Identity) -> ResponseReturnValue:
    """Say whom to ask for an account, and for what."""
    words = {
        NotLetIn.STRANGER: _(
            "There is no account for %(email)s. They can invite this address.",
            email=who.said,
        ),
        NotLetIn.UNVERIFIED: _(
            "Your sign-on does not say that your e-mail address is verified, so we "
            "cannot find your account by it."
        ),
        NotLetIn.NAMESAKE: _(
            "There is an account for %(email)s, and it belongs to another sign-on. "
            "They can tie it to yours.",
            email=who.said,
        ),
        NotLetIn.NO_ROLE: _("Your sign-on gives you no role in PeerAudit."),
    }
    ask = _("Ask whoever looks after PeerAudit in your organisation.")
    title = _("You have no account here yet")
    return _shown(HTTPStatus.FORBIDDEN, title, words[why], ask)


def _not_ours() -> ResponseReturnValue:
    """Say that this browser has asked for no sign-on, or long ago."""
    title = _("This sign-on was not begun here")
    said = _("It took too long, or it was begun in another browser. Begin again.")
    return _shown(HTTPStatus.BAD_REQUEST, title, said)


def _refused(error: Refused) -> ResponseReturnValue:
    """Say that the sign-on did not let somebody in, or not for us."""
    current_app.logger.error("sign-on refused: %s", error)
    title = _("The sign-on did not let you in")
    said = _("Try again. If it happens twice, tell whoever looks after PeerAudit.")
    return _shown(HTTPStatus.FORBIDDEN, title, said)


def _unreachable(error: Unreachable) -> ResponseReturnValue:
    """Say that the sign-on does not answer."""
    current_app.logger.error("sign-on out of reach: %s", error)
    title = _("The sign-on of your organisation cannot be reached just now")
    said = _("Wait a few minutes, then try again.")
    return _shown(HTTPStatus.SERVICE_UNAVAILABLE, title, said)


def _shown(status: HTTPStatus, title: str, *paragraphs: str) -> ResponseReturnValue:
    """Render why somebody is not in."""
    page = NotSignedOnPage(title, paragraphs)
    return render("manage/not_signed_on.html", page=page), status


def _departure(away: object) -> Departure | None:
    """Return the departure that a cookie remembers, unless it was long ago."""
    if not isinstance(away, dict):
        return None
    left_at = datetime.fromtimestamp(away["at"], UTC)
    if not timedelta() <= site().now() - left_at < LONGEST_AWAY:
        return None
    return Departure("", away["state"], away["nonce"], away["verifier"])


def _is_same(ours: str, theirs: str) -> bool:
    """Compare in one time, whatever signs somebody sends."""
    return hmac.compare_digest(ours.encode(), theirs.encode(errors="replace"))


def _provider() -> Provider:
    """Return the trust's own sign-on; there is no such page without one."""
    return site().provider or abort(HTTPStatus.NOT_FOUND)


def _back() -> str:
    """Return where the issuer sends people back to, as it was registered."""
    return site().url + url_for("sign_on.come_back")
