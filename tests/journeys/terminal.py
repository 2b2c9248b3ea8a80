"""A terminal in which peeraudit runs, in an installation of its own."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from peeraudit.cli import audits, pooling
from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.settings import Settings


@dataclass
class Terminal:
    """Somebody types commands, and reads what they say."""

    monkeypatch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]
    installation: Installation
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def run(self, *arguments: str, answer: str = "") -> str:
        """Run a command that does what it should, and return what it prints."""
        code, printed, complaint = self._call(arguments, answer)
        assert code == 0, complaint
        return printed.strip()

    def refused(self, *arguments: str, answer: str = "") -> str:
        """Run a command that is refused, and return the one line that says why."""
        code, _, complaint = self._call(arguments, answer)
        assert code != 0
        (line,) = complaint.strip().splitlines()[-1:]
        assert "Traceback" not in complaint
        return line.removeprefix("peeraudit: ")

    def wait(self, time: timedelta) -> None:
        """Let time pass."""
        self.now += time
        self.monkeypatch.setattr(audits, "now", lambda: self.now)

    def _call(self, arguments: tuple[str, ...], answer: str) -> tuple[int, str, str]:
        self.monkeypatch.setattr("sys.stdin", io.StringIO(answer))
        code = plainly(peeraudit, arguments)
        said = self.capture.readouterr()
        return code, said.out, said.err


@contextmanager
def terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]
) -> Iterator[Terminal]:
    """Open a terminal in a folder."""
    monkeypatch.setenv("PEERAUDIT_VAR", str(folder / "var"))
    monkeypatch.setenv("SECRET_KEY", "for tests")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    opened = open_installation(Settings.from_environment())
    for commands in (audits, pooling):
        monkeypatch.setattr(commands, "open_installation", lambda _: opened)
    yield Terminal(monkeypatch, capture, opened)
    opened.database.engine.dispose()
