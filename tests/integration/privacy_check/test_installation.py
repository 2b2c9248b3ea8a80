"""The check on a copy of a real installation, which it only reads."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from peeraudit.operations.make_documents import Document, make_documents
from peeraudit.operations.privacy_check.attack import attack
from peeraudit.operations.privacy_check.attacks import ATTACKS
from peeraudit.operations.privacy_check.installed import NoInstallation, installed_scene
from peeraudit.operations.privacy_check.loot.files import write_everything_down
from peeraudit.operations.privacy_check.verdict import Line, Outcome, Verdict
from peeraudit.settings import Settings
from peeraudit.storage.database import connect
from tests.integration.privacy_check.heist import Heist, new_heist

NEEDS_PEOPLE = {
    "draft-on-website",
    "draft-with-code",
    "join-by-time",
    "join-by-value",
    "old-backup",
    "order-by-place",
    "order-by-value",
    "read-logs",
    "read-sessions",
    "refusal-times",
    "refusal-words",
}
"""What cannot be tried without known answers, codes, logs or a website."""


@pytest.fixture
def settings(heist: Heist, database_url: str, tmp_path: Path) -> Settings:
    """Names an installation with a released audit, and one that people answer."""
    heist.submit(20)
    heist.close()
    running = new_heist(heist.site)
    running.submit(3)
    running.begin_draft()
    if not heist.is_sqlite:
        # One log serves all databases of a test run; what was weakened lies behind.
        heist.execute("SELECT pg_switch_wal()")
        write_everything_down(heist.installation.database)
    return Settings(
        database_url=database_url,
        web_keys=tmp_path / "web-keys",
        keys=tmp_path / "keys",
        secret_key="not used",  # noqa: S106 # nothing is signed
        secret_file=tmp_path / "secret-key",
    )


def lines(settings: Settings) -> Mapping[str, Line]:
    """Attack an installation."""
    return {line.name: line for line in attack(installed_scene(settings))}


def verdict(name: str, settings: Settings, *logs: Path) -> Verdict:
    """Try one attack on an installation."""
    (found,) = (each for each in ATTACKS if each.name == name)
    return found.run(installed_scene(settings, logs))


def test_nothing_wins_against_a_healthy_installation(
    settings: Settings, heist: Heist
) -> None:
    assert Document(heist.audit, None) in make_documents(heist.installation)
    told = lines(settings)
    outcomes = {name: line.verdict.outcome for name, line in told.items()}
    assert {name for name in told if outcomes[name] is Outcome.NOT_TRIED} == (
        NEEDS_PEOPLE
    )
    tried = [line for name, line in told.items() if name not in NEEDS_PEOPLE]
    assert [str(line) for line in tried if line.verdict.outcome != "held"] == []


def files_in(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below a folder, with its time and content."""
    return {
        str(file): (file.stat().st_mtime_ns, file.read_bytes())
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_it_changes_no_file(settings: Settings, heist: Heist, tmp_path: Path) -> None:
    heist.installation.database.engine.dispose()
    before = files_in(tmp_path)
    installed_scene(settings)
    assert files_in(tmp_path) == before


def test_the_database_is_opened_to_read_only(settings: Settings) -> None:
    database = connect(settings.database_url, read_only=True)
    refused = (DBAPIError, sqlite3.OperationalError)
    with pytest.raises(refused), database.transaction() as connection:
        connection.execute(text("DELETE FROM release"))
    database.engine.dispose()


def test_where_there_is_no_database_it_makes_none(
    settings: Settings, tmp_path: Path
) -> None:
    nowhere = replace(settings, database_url=f"sqlite:///{tmp_path / 'nowhere'}")
    with pytest.raises(NoInstallation, match="there is no database"):
        installed_scene(nowhere)
    assert not (tmp_path / "nowhere").exists()


def test_a_database_of_another_version_is_not_guessed_at(
    settings: Settings, heist: Heist
) -> None:
    heist.execute("DROP TABLE document")
    with pytest.raises(NoInstallation, match="has no table document"):
        installed_scene(settings)


def test_a_log_that_tells_is_found(settings: Settings, tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    log.write_text('10.20.30.40 - - "GET /answer/rc-1 HTTP/1.1" 200\n')
    told = verdict("read-logs", settings, log)
    assert told.outcome is Outcome.WON
    assert told.found == (
        "access.log: a network address; access.log: pages of respondents"
    )


def test_without_the_workers_keys_it_says_what_it_could_not_see(
    settings: Settings,
) -> None:
    told = verdict("keys-left", replace(settings, keys=None))
    assert told.outcome is Outcome.NOT_TRIED
    assert told.found == "the worker's keys: KEYS_DIR is not set"


def test_a_key_folder_that_it_may_not_enter_is_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> Iterator[Path]:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr(os, "access", lambda *_: False)
    told = verdict("keys-left", settings)
    assert told.outcome is Outcome.NOT_TRIED
    assert "the worker's keys: this user may not read them" in told.found


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    rmtree(folder)


def test_a_secret_that_everybody_may_read_is_found(
    settings: Settings, open_folder: Path
) -> None:
    secret = open_folder / "secret-key"
    secret.write_text("signs cookies")
    secret.chmod(0o644)
    told = verdict("files-open", replace(settings, secret_file=secret))
    assert told.outcome is Outcome.WON
    assert told.found == "secret-key can be read by everybody (mode 644)"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_plain_database_user_is_told_which_files_were_not_looked_at(
    settings: Settings, database_url: str
) -> None:
    url = make_url(database_url)
    plain = url.set(username="plain")
    admin = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("CREATE ROLE plain LOGIN")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO plain")
    as_plain = replace(
        settings, database_url=plain.render_as_string(hide_password=False)
    )
    files, rows = (verdict(name, as_plain) for name in ("read-files", "read-rows"))
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("DROP OWNED BY plain")
        connection.execute("DROP ROLE plain")
    assert files.outcome is Outcome.NOT_TRIED
    assert "may not read the server's files" in files.found
    assert rows.outcome is Outcome.HELD
