"""Commands that need no audit: what they write stays in a folder of the test."""

from pathlib import Path

import pytest


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep whatever a command writes by itself in a folder of the test."""
    folder = tmp_path / "var"
    monkeypatch.setenv("PEERAUDIT_VAR", str(folder))
    monkeypatch.setenv("SECRET_KEY", "for tests")
    return folder
