"""A web server of its own for a benchmark, and how much processor time it has used."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 30
"""Seconds that a server may take to answer for the first time."""


@dataclass(frozen=True)
class Server:
    """A running gunicorn with one worker process."""

    port: int
    arbiter: int

    def cpu_seconds(self) -> float:
        """Return the processor time of the worker process so far."""
        children = Path(f"/proc/{self.arbiter}/task/{self.arbiter}/children")
        return sum(map(_seconds, children.read_text().split()))


def _seconds(process: str) -> float:
    """Return the user and system time of a process."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


@contextmanager
def serving(app: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """Serve ``app`` with gunicorn until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [
        *(sys.executable, "-m", "gunicorn", app, "--workers", "1", "--threads", "1"),
        *("--bind", f"127.0.0.1:{port}", "--log-level", "error", "--keep-alive", "60"),
    ]
    process = subprocess.Popen(  # noqa: S603  # our own server
        command, cwd=CHECKOUT, env={**os.environ, **environment}
    )
    try:
        _wait_for(port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    """Wait until the server answers."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.request("GET", "/")
            connection.getresponse().read()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not start")
