"""Website and worker as production runs them, to be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random

from benchmarks.killed_people import PAUSE

CHECKOUT = Path(__file__).resolve().parent.parent

MOST_ANSWERS = 200
"""Answers after which the website is killed at the latest: those of 30 people."""

SHORT = 0.02
"""Seconds: less than an answer takes, so that it is killed in the middle of one."""


def _free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@dataclass
class Killable:
    """A process that is started again whenever it was killed."""

    command: Sequence[str]
    environment: Mapping[str, str]
    kills: int = 0
    _process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start it, in a group with whatever it starts itself."""
        self._process = subprocess.Popen(  # noqa: S603  # our own processes
            self.command,
            cwd=CHECKOUT,
            env={**os.environ, **self.environment},
            stderr=subprocess.DEVNULL,  # it says that it was killed, which we know
            start_new_session=True,
        )

    def kill(self) -> None:
        """Kill it and whatever it started, with no time to finish anything."""
        if self._process is not None:
            self.kills += 1
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def kill_a_child(self, rng: Random) -> None:
        """Kill one of the processes that it started; it has to notice by itself."""
        children = self._children()
        if children:
            self.kills += 1
            with suppress(ProcessLookupError):
                os.kill(rng.choice(children), signal.SIGKILL)

    def _children(self) -> list[int]:
        """Return the processes that it started."""
        if self._process is None:
            return []
        pid = self._process.pid
        return [
            int(each)
            for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ]


@dataclass
class Installed:
    """A website and a worker that are killed at random, again and again."""

    settings: Mapping[str, str]
    rng: Random
    port: int = field(default_factory=_free_port)
    start_seconds: float = 0.0
    """How long the website took to start: how fast this machine is just now."""
    _over: threading.Event = field(default_factory=threading.Event)
    _answers: int = 0

    def __post_init__(self) -> None:
        """Name the two processes; docs/deployment.md does it so."""
        serve = ("-m", "gunicorn", "app:app", "--bind", f"127.0.0.1:{self.port}")
        website = {**self.settings, "KEYS_DIR": ""}
        self.website = Killable((sys.executable, *serve), website)
        worker = (sys.executable, "-m", "peeraudit.worker")
        self.worker = Killable(worker, self.settings)

    @contextmanager
    def running(self) -> Iterator["Installed"]:
        """Run and kill until the block ends, and kill both at last."""
        both = [
            threading.Thread(target=each)
            for each in (self._kill_websites, self._kill_workers)
        ]
        begun = time.monotonic()
        self.website.start()
        self.worker.start()
        self._wait_for_website()
        self.start_seconds = time.monotonic() - begun
        for each in both:
            each.start()
        try:
            yield self
        finally:
            self._over.set()
            for each in both:
                each.join()
            self.website.kill()
            self.worker.kill()

    def note_answer(self) -> None:
        """Remember that the website answered once more."""
        self._answers += 1

    def _kill_workers(self) -> None:
        """Kill the worker: sometimes before it has begun, sometimes in the middle."""
        while not self._over.wait(self.rng.uniform(0.3, 3) * self.start_seconds):
            self.worker.kill()
            self.worker.start()

    def _kill_websites(self) -> None:
        """Kill the website, or one of its processes, after some of its answers."""
        while True:
            until = self._answers + self.rng.randint(5, MOST_ANSWERS)
            while self._answers < until:
                if self._over.wait(self.rng.uniform(0, SHORT)):
                    return
            if self.rng.random() < 0.5:  # noqa: PLR2004  # one as often as the other
                self.website.kill_a_child(self.rng)
            else:
                self.website.kill()
                self.website.start()

    def _wait_for_website(self) -> None:
        """Wait until the website answers."""
        while True:
            connection = HTTPConnection("127.0.0.1", self.port)
            try:
                connection.request("HEAD", "/")
                connection.getresponse()
            except (OSError, HTTPException):
                time.sleep(PAUSE)
            else:
                return
            finally:
                connection.close()
