"""How much a respondent's first visit weighs over the wire, compressed."""

import re
import tempfile
from collections.abc import Iterator
from http.client import HTTPConnection

from benchmarks.questionnaire import open_an_audit
from benchmarks.server import Server, serving

AT_MOST_KB = 60


def measure() -> Iterator[str]:
    """Fetch the first page and everything that it names, as a phone does."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PEERAUDIT_VAR": folder, "SECRET_KEY": "benchmark"}
        code = open_an_audit(environment)[0]
        with serving("app:app", {**environment, "KEYS_DIR": ""}) as server:
            size, files = first_visit(server, f"/a/{code}")
    yield (
        f"a first visit: {size / 1000:.1f} kB in {files} requests "
        f"(at most {AT_MOST_KB})"
    )


def first_visit(server: Server, path: str) -> tuple[int, int]:
    """Return bytes and requests of a visit that begins at ``path``."""
    connection = HTTPConnection("127.0.0.1", server.port)
    cookie, size, waiting, seen = "", 0, [path], set()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        connection.request(
            "GET", here, headers={"Accept-Encoding": "gzip", "Cookie": cookie}
        )
        response = connection.getresponse()
        body = response.read()
        size += len(body) + sum(len(k) + len(v) + 4 for k, v in response.getheaders())
        cookie = (response.getheader("Set-Cookie") or cookie).partition(";")[0]
        if target := response.getheader("Location"):
            waiting.append(target)
        elif "html" in (response.getheader("Content-Type") or ""):
            waiting += re.findall(rb'(?:src|href)="(/assets/[^"]+)"', body)
            waiting = [
                each.decode() if isinstance(each, bytes) else each for each in waiting
            ]
    return size, len(seen)
