"""A cookie by which a browser is known again: it counts its own wrong guesses only."""

from datetime import timedelta
from functools import partial

from flask import Response, after_this_request, current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer

from peeraudit.account.devices import Device, new_device
from peeraudit.web.security import MANAGE

COOKIE = "peeraudit-device"
HOLDS = timedelta(days=365)
"""From the last time that somebody signed in with it."""


def device() -> Device | None:
    """Return what this browser shows; none where nobody has signed in with it."""
    try:
        account, number = _signer().loads(
            request.cookies.get(COOKIE, ""), max_age=int(HOLDS.total_seconds())
        )
    except (BadData, ValueError, TypeError):
        return None
    return Device(str(account), str(number))


def remember(account: str) -> None:
    """Let this browser be known again as one that an account has signed in with."""
    now = device()
    if now is None or now.account != account:
        now = new_device(account)
    after_this_request(partial(_set, _signer().dumps([now.account, now.number])))


def _set(value: str, response: Response) -> Response:
    """Put it into the browser: for managers' pages, and for no script."""
    response.set_cookie(
        COOKIE,
        value,
        max_age=HOLDS,
        path=MANAGE,
        httponly=True,
        samesite="Lax",
        secure=current_app.session_interface.get_cookie_secure(current_app),
    )
    return response


def _signer() -> URLSafeTimedSerializer:
    """Return what signs it, and nothing else."""
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=COOKIE)
