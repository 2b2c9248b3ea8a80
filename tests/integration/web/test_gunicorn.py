"""The server itself: what it writes while people, and others, knock."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from peeraudit.settings import CHECKOUT

PATIENCE = 30


def knock(port: int, message: bytes) -> bytes:
    """Send bytes to the server and return what it says."""
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            with socket.create_connection(
                ("127.0.0.1", port), timeout=PATIENCE
            ) as line:
                line.sendall(message)
                return line.recv(4096)
        except ConnectionRefusedError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)


def test_gunicorn_writes_nothing_of_any_request(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "PEERAUDIT_VAR": str(tmp_path),
        "SECRET_KEY": "for tests",
        "KEYS_DIR": "",
        "DATABASE_URL": "",
    }
    command = [sys.executable, "-m", "gunicorn", "app:app", "-w", "1"]
    process = subprocess.Popen(  # noqa: S603  # our own server
        [*command, "--bind", f"127.0.0.1:{port}"],
        cwd=CHECKOUT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        page = knock(port, b"GET /a/AAAA HTTP/1.1\r\nHost: x\r\n\r\n")
        refused = knock(port, b"GET /a/SECRET\x00 nonsense\r\n\r\n")
    finally:
        process.terminate()
        written, _ = process.communicate(timeout=PATIENCE)
    assert page.startswith(b"HTTP/1.1 ")
    assert refused.startswith(b"HTTP/1.1 400")
    assert written == b""
