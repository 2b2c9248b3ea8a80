"""The command that attacks PeerAudit, and says in plain lines what was learned."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click

from peeraudit.instrument.library import load
from peeraudit.operations.privacy_check.attack import attack
from peeraudit.operations.privacy_check.installed import installed_scene
from peeraudit.operations.privacy_check.seeded import Website, open_empty, seeded_scene
from peeraudit.operations.privacy_check.verdict import Line, Outcome
from peeraudit.settings import CHECKOUT, Settings

LOOPBACK = "127.0.0.1"

PATIENCE = 60
"""Seconds that the website may take to start (our judgement)."""


@click.command("privacy-check")
@click.option(
    "--database",
    metavar="URL",
    help="An empty database to seed in place of a throwaway one; drop it afterwards.",
)
@click.option(
    "--installation",
    "is_real",
    is_flag=True,
    help="Attack what the environment names instead, without writing to it.",
)
@click.option(
    "--log",
    "logs",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --installation: a log file to look through, too. Once for each.",
)
@click.option(
    "--json", "out", type=click.File("w"), help="Write the result as JSON, too."
)
def privacy_check(
    *, database: str | None, is_real: bool, logs: tuple[Path, ...], out: TextIO | None
) -> None:
    """Attack PeerAudit as people might who want to know who said what.

    Without options, a seeded audit in a throwaway installation is answered through a
    website of its own, closed and released, and attacked on the way. Each line says
    what was tried and what was found. The command fails if an attack wins.
    """
    if is_real and database:
        raise click.UsageError("--database is for a seeded audit, not --installation")
    if logs and not is_real:
        raise click.UsageError("--log needs --installation")
    lines = []
    for line in on_installation(logs) if is_real else on_seeded(database or ""):
        click.echo(str(line))
        lines.append(line)
    if out is not None:
        json.dump([as_mapping(line) for line in lines], out, indent=2)
    lost = sum(line.verdict.outcome is Outcome.WON for line in lines)
    if lost:
        raise click.ClickException(f"{lost} of {len(lines)} attacks won")


def on_installation(logs: Iterable[Path]) -> Iterator[Line]:
    """Attack a copy of the installation that the environment names."""
    # The secret is not needed, and none may be made.
    settings = Settings.from_environment({**os.environ, "SECRET_KEY": "not used"})
    return attack(installed_scene(settings, tuple(logs)))


def on_seeded(database: str) -> Iterator[Line]:
    """Attack an audit made for it, in an installation that is then thrown away."""
    click.echo("People are made up, answer and are attacked: half a minute.", err=True)
    with tempfile.TemporaryDirectory(prefix="peeraudit-check-") as folder:
        environment = {
            "PEERAUDIT_VAR": folder,
            "DATABASE_URL": database,
            "KEYS_DIR": f"{folder}/keys",
            "WEB_KEYS_DIR": f"{folder}/web-keys",
            "SECRET_KEY": "signs the cookies of a seeded audit",
            "SITE_URL": "",
        }
        settings = Settings.from_environment(environment)
        installation = open_empty(settings)
        instrument = load(settings.instruments / "role-adoption")
        with served(environment, Path(folder) / "website.log") as website:
            now = datetime.now(UTC)
            scene = seeded_scene(installation, instrument, website, at=now)
        installation.database.engine.dispose()
    yield from attack(scene)


@contextmanager
def served(environment: Mapping[str, str], log: Path) -> Iterator[Website]:
    """Serve the website as in production, by itself and without the worker's keys."""
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    place = f"{LOOPBACK}:{port}"
    with log.open("w") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "app:app", "--bind", place],
            cwd=CHECKOUT,
            env={**os.environ, **environment, "KEYS_DIR": ""},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(process, port)
        yield Website(f"http://{place}", log)
    finally:
        process.terminate()
        process.wait()


def wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until a server takes connections."""
    give_up = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < give_up:
        try:
            socket.create_connection((LOOPBACK, port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise click.ClickException("the website of the check did not start")


def as_mapping(line: Line) -> dict[str, str]:
    """Return a line for JSON."""
    return {
        "attack": line.name,
        "outcome": line.verdict.outcome,
        "tried": line.tried,
        "found": line.verdict.found,
    }
