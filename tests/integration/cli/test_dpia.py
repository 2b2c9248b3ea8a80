"""The impact assessment at the command line: a new file, or the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from peeraudit.cli import dpia as command
from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.settings import Settings

PASSWORD = "never-to-be-shown"  # noqa: S105 # of no database

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def settings(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Settings as the worker has them, with a password where there can be one."""
    url = make_url(database_url)
    if url.get_backend_name() == "postgresql":
        url = url.set(password=PASSWORD)
    monkeypatch.setenv("DATABASE_URL", url.render_as_string(hide_password=False))
    monkeypatch.setenv("PEERAUDIT_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("SECRET_KEY", PASSWORD)

    opened: list[Installation] = []

    def remember(settings: Settings) -> Installation:
        opened.append(open_installation(settings))
        return opened[-1]

    monkeypatch.setattr(command, "open_installation", remember)
    yield
    for each in opened:
        each.database.engine.dispose()


def test_it_is_written_to_a_new_file(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "dpia.md"
    assert plainly(peeraudit, ["dpia", "--out", str(file)]) == 0
    assert capsys.readouterr().out == ""
    assert file.read_text().startswith("# Data Protection Impact Assessment")
    assert PASSWORD not in file.read_text()
    assert str(tmp_path) not in file.read_text()


def test_what_somebody_has_filled_in_is_not_written_over(
    tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "dpia.md"
    file.write_text("filled in by hand")
    assert plainly(peeraudit, ["dpia", "--out", str(file)]) == 1
    assert "File exists" in capsys.readouterr().err
    assert file.read_text() == "filled in by hand"


def test_without_a_file_it_is_printed(capsys: Captured) -> None:
    assert plainly(peeraudit, ["dpia"]) == 0
    said = capsys.readouterr().out
    assert "| Name of controller | [for the DPO to fill in] |" in said
    assert PASSWORD not in said
