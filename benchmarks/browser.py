"""A client that keeps its cookie and its connection, as a browser does."""

import re
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode, urlsplit


class Refused(RuntimeError):
    """A page that says that something cannot be done."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class Browser:
    """One person's visit."""

    connection: HTTPConnection
    cookie: str = ""
    requests: list[tuple[str, str]] = field(default_factory=list)
    """Method and body of every request, to be sent again to another server."""

    def get(self, path: str) -> tuple[str, str]:
        """Open a page, redirects followed; return its path and text."""
        return self._open("GET", path, "")

    def post(self, path: str, values: dict[str, str]) -> tuple[str, str]:
        """Send a form, redirects followed."""
        return self._open("POST", path, urlencode(values))

    def _open(self, method: str, path: str, body: str) -> tuple[str, str]:
        while True:
            response, text = self._send(method, path, body)
            target = response.getheader("Location")
            if target is None:
                return path, text
            parts = urlsplit(target)
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            method, body = "GET", ""

    def _send(self, method: str, path: str, body: str) -> tuple[HTTPResponse, str]:
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.requests.append((method, body))
        self.connection.request(method, path, body or None, headers)
        response = self.connection.getresponse()
        text = response.read().decode()
        if response.status >= 400:  # noqa: PLR2004
            status = response.status
            raise Refused(f"{method} {path} gave {status}", status)
        if cookie := response.getheader("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        return response, text


def hidden_in(page: str) -> dict[str, str]:
    """Return what the forms of a page send that nobody sees."""
    return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]+)"', page))


def filled_in(page: str) -> dict[str, str]:
    """Return what a person sends who takes the fourth option of every question."""
    values = hidden_in(page)
    options: dict[str, list[str]] = {}
    for tag in re.findall(r'<input[^>]*type="radio"[^>]*>', page):
        name, value = (
            re.search(rf'{part}="([^"]*)"', tag) for part in ("name", "value")
        )
        if name and value:
            options.setdefault(name[1], []).append(value[1])
    return values | {
        name: given[min(2, len(given) - 1)] for name, given in options.items()
    }
