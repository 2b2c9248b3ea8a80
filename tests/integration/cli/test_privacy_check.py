"""The privacy check at the command line, against a website of its own."""

import json
from functools import partial
from pathlib import Path

import pytest

from peeraudit.cli import privacy_check as command
from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.operations.installation import open_installation
from peeraudit.operations.privacy_check.attacks import ATTACKS
from peeraudit.operations.privacy_check.seeded import seeded_scene
from peeraudit.settings import Settings


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installation of its own; and few rounds, since no time is looked at here."""
    monkeypatch.setenv("PEERAUDIT_VAR", str(tmp_path / "var"))
    monkeypatch.setattr(command, "seeded_scene", partial(seeded_scene, rounds=2))


def test_a_seeded_audit_holds_and_its_database_is_not_seeded_again(
    empty_database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "result.json"
    seed = ("privacy-check", "--database", empty_database_url)
    assert plainly(peeraudit, (*seed, "--json", str(out))) == 0
    said = capsys.readouterr().out.splitlines()
    result = json.loads(out.read_text())
    assert len(said) == len(result) == len(ATTACKS)
    assert {each["outcome"] for each in result} == {"held", "known limit"}
    logs = next(line for line in said if "in a log" in line)
    assert logs.startswith("held")

    assert plainly(peeraudit, seed) == 1
    assert "name an empty one" in capsys.readouterr().err


def test_it_fails_where_an_attack_wins(
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    installation = open_installation(Settings.from_environment())
    installation.database.engine.dispose()
    check = ("privacy-check", "--installation")
    assert plainly(peeraudit, check) == 0

    log = tmp_path / "access.log"
    log.write_text('10.20.30.40 "GET /answer"\n')
    capsys.readouterr()
    assert plainly(peeraudit, (*check, "--log", str(log))) == 1
    said = capsys.readouterr()
    assert sum(line.startswith("WON ") for line in said.out.splitlines()) == 1
    assert said.err == "peeraudit: 1 of 25 attacks won\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--installation", "--database", "sqlite:///x"), "--database is for a seeded"),
        (("--log", "pyproject.toml"), "--log needs --installation"),
    ],
)
def test_what_does_not_go_together_is_said(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plainly(peeraudit, ("privacy-check", *arguments)) == 2
    assert message in capsys.readouterr().err


def test_where_there_is_no_installation_that_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'nowhere'}")
    assert plainly(peeraudit, ("privacy-check", "--installation")) == 1
    assert "there is no database" in capsys.readouterr().err
