"""A browser of the check's own: one cookie, no script, and a stop watch."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, RemoteDisconnected
from urllib.parse import urlencode, urlsplit

PATIENCE = 60
"""Seconds that a page may take (our judgement)."""

TOKEN = re.compile(r'(name="csrf_token" value=")([^"]*)')


@dataclass(frozen=True, slots=True)
class Page:
    """What came back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    text: str = field(repr=False)
    seconds: float

    @property
    def location(self) -> str:
        """Return where a redirect leads."""
        return dict(self.headers).get("Location", "")

    @property
    def token(self) -> str:
        """Return the token of the form on the page."""
        found = TOKEN.search(self.text)
        return found[2] if found else ""

    @property
    def shown(self) -> str:
        """Return all that came, but for what is new in every reply."""
        kept = [
            f"{name}: {value}"
            for name, value in self.headers
            if name not in {"Date", "Set-Cookie"}
        ]
        text = TOKEN.sub(r"\1", self.text)
        return "\n".join((str(self.status), *kept, text))


class Browser:
    """Somebody's browser; it follows no redirect by itself."""

    def __init__(self, address: str) -> None:
        """Open no connection yet to ``address``, as ``http://127.0.0.1:5000``."""
        place = urlsplit(address)
        self.line = HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE)
        self.cookie = ""

    def open(self, path: str) -> Page:
        """Go to a page."""
        return self._ask("GET", path, "")

    def send(self, path: str, form: Mapping[str, str]) -> Page:
        """Send a form."""
        return self._ask("POST", path, urlencode(form))

    def forget(self) -> None:
        """Become somebody else."""
        self.cookie = ""

    def close(self) -> None:
        """Hang up."""
        self.line.close()

    def _ask(self, method: str, path: str, body: str) -> Page:
        """Ask once, and once more where the server had hung up in the meantime."""
        try:
            return self._ask_once(method, path, body)
        except (RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            self.line.close()
            return self._ask_once(method, path, body)

    def _ask_once(self, method: str, path: str, body: str) -> Page:
        """Ask, and measure how long it takes until everything is there."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.perf_counter()
        self.line.request(method, path, body or None, headers)
        reply = self.line.getresponse()
        text = reply.read().decode()
        seconds = time.perf_counter() - start
        for name, value in reply.getheaders():
            if name == "Set-Cookie":
                self.cookie = value.split(";")[0]
        return Page(reply.status, tuple(reply.getheaders()), text, seconds)
