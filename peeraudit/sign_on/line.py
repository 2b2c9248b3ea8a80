"""The line to the issuer: the one server that the website itself ever talks to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

SECONDS = 10
"""How long the issuer may be silent (our judgement)."""

MOST_BYTES = 512 * 1024
"""Keys and tokens are a hundredth of it."""

FIRST_FAULT = 400


class Unreachable(Exception):
    """The issuer does not answer, or not with what it should."""


class Elsewhere(Unreachable):
    """The issuer names a place that is not its own: nothing is asked there."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, in the form that Authlib reads."""

    status_code: int
    body: bytes

    def json(self) -> Any:
        """Return what was said, read as JSON."""
        return json.loads(self.body)

    def raise_for_status(self) -> None:
        """Raise :class:`Unreachable` where it was no success."""
        if self.status_code >= FIRST_FAULT:
            raise Unreachable(f"the issuer answered {self.status_code}")


def _opener() -> OpenerDirector:
    """Return what opens http and https, and no file; and follows nobody elsewhere."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


@dataclass(frozen=True, slots=True)
class Line:
    """Asks the issuer, and nobody else."""

    issuer: str
    opener: OpenerDirector = field(default_factory=_opener, repr=False)

    def get(self, address: str) -> Mapping[str, Any]:
        """Return an object from the issuer.

        Raises
        ------
        Unreachable
            If it does not answer with one, or the address is of another server.
        """
        reply = self._ask(Request(self.own(address)))  # noqa: S310 # https, as checked
        reply.raise_for_status()
        try:
            found = reply.json()
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise Unreachable("the issuer answered with something else")
        return found

    def post(
        self, address: str, data: Mapping[str, str], headers: Any, auth: Any
    ) -> Reply:
        """Send a form to the issuer, as Authlib asks for it."""
        address, headers, body = auth.prepare(
            "POST", self.own(address), dict(headers), urlencode(data)
        )
        request = Request(address, body.encode(), headers, method="POST")  # noqa: S310 # https, as checked
        return self._ask(request)

    def own(self, address: str) -> str:
        """Return an address of the issuer.

        Raises
        ------
        Elsewhere
            If it is of another server.
        """
        if _server(address) != _server(self.issuer):
            raise Elsewhere("the issuer names another server")
        return address

    def _ask(self, request: Request) -> Reply:
        """Return what the issuer answers, a refusal too."""
        try:
            with self.opener.open(request, timeout=SECONDS) as response:
                return Reply(response.status, response.read(MOST_BYTES))
        except HTTPError as error:
            with error:
                return Reply(error.code, error.read(MOST_BYTES))
        except (OSError, ValueError, HTTPException) as error:
            raise Unreachable(type(error).__name__) from None


def _server(address: str) -> tuple[str, str | None, int | None]:
    """Return of which server an address is."""
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        raise Elsewhere("the issuer names no address") from None
    standard = {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, parts.hostname, port or standard
