"""What the browser is told to allow, and what a form must carry."""

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect  # type: ignore[import-untyped] # has no types
from itsdangerous import URLSafeTimedSerializer

MOST_BYTES = 64 * 1024
"""The largest body we take: the longest page of answers is a tenth of it."""

MOST_BYTES_OF_A_LOGO = 256 * 1024
"""A picture of at most 200 kB, and the form around it."""

ROOMY = {"organisation.take_logo": MOST_BYTES_OF_A_LOGO}
"""Pages that take more, by their endpoint."""

KEPT_FOR_GOOD = {"front.logo"}
"""What is at an address that changes when it does."""

MANAGE = "/manage"
"""Below this stands everything for who manages, and nothing for who answers."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

REPORT_POLICY = {
    **POLICY,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' blob:",
}
"""Charts set the style of their own parts, and are saved by way of a picture that the
browser makes itself; answers are on no such page."""


def _header(policy: dict[str, str]) -> str:
    """Write a policy as the browser reads it."""
    return "; ".join(f"{what} {where}" for what, where in policy.items())


HEADERS = {
    "Content-Security-Policy": _header(POLICY),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}

REPORT_HEADERS = {**HEADERS, "Content-Security-Policy": _header(REPORT_POLICY)}


class LoopbackAwareSessions(SecureCookieSessionInterface):
    """Session cookies for encrypted connections only, but for a machine to itself."""

    signer: URLSafeTimedSerializer | None = None

    def get_cookie_name(self, app: Flask) -> str:
        """Keep who manages and who answers in two cookies, even in one browser."""
        name = super().get_cookie_name(app)
        return f"{name}-manage" if is_managing() else name

    def get_cookie_path(self, app: Flask) -> str:
        """Send the cookie of who manages to no page on which people answer."""
        return MANAGE if is_managing() else super().get_cookie_path(app)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Return what signs the cookie, made once: Flask makes it for each request."""
        self.signer = self.signer or super().get_signing_serializer(app)
        return self.signer

    def get_cookie_secure(self, app: Flask) -> bool:
        """Say whether the browser should send the cookie encrypted only."""
        if app.config["SITE_URL"]:
            # What a proxy or a browser says of the host decides nothing then.
            return str(app.config["SITE_URL"]).startswith("https://")
        return urlsplit(f"//{request.host}").hostname not in LOOPBACK


def is_managing() -> bool:
    """Say whether a page is one of those for managers."""
    return request.path == MANAGE or request.path.startswith(f"{MANAGE}/")


def protect(app: Flask) -> None:
    """Put the rules on every page and every form of the website."""
    app.config.update(
        MAX_CONTENT_LENGTH=MOST_BYTES,
        SESSION_COOKIE_NAME="peeraudit",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A form may lie open for days; its token ends with the session.
        WTF_CSRF_TIME_LIMIT=None,
        # Our own pages send no referrer, so there is none to compare.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.session_interface = LoopbackAwareSessions()
    # Before the token is looked for: that reads the form.
    app.before_request(_make_room)
    CSRFProtect(app)
    app.after_request(_add_headers)


def _make_room() -> None:
    """Take a larger body where a page needs it."""
    request.max_content_length = ROOMY.get(request.endpoint or "", MOST_BYTES)


def _add_headers(response: Response) -> Response:
    """Say what the browser may do with a page, and that it keeps none of ours."""
    on_report = request.blueprint == "reports"
    response.headers.extend(REPORT_HEADERS if on_report else HEADERS)
    if request.endpoint in KEPT_FOR_GOOD and response.status_code == HTTPStatus.OK:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    elif request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response
