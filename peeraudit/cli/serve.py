"""Try it out: the reference teams, and website and worker as two processes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TextIO

import click

from peeraudit.audit.audit import State
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.operations.first_account import first_token
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.list_audits import list_audits, report_address
from peeraudit.operations.reference_teams import (
    NAMES,
    SMALL_GROUPS_OPENLY,
    ReferenceTeam,
    begin,
    reference_team,
    run,
)
from peeraudit.settings import CHECKOUT, Settings

OPEN_FOR = timedelta(days=14)

TEAMS = CHECKOUT / "instruments/reference_teams.json"


@click.command()
@click.option("--port", default=5000, show_default=True)
def serve(*, port: int) -> None:
    """Serve the website on 127.0.0.1, with the reference teams to look at."""
    settings = Settings.from_environment()
    installation = open_installation(settings)
    codes = settings.web_keys.parent / "codes-to-try.txt"
    seed(installation, settings, codes)
    say_where(installation, f"http://127.0.0.1:{port}", codes)
    installation.database.engine.dispose()
    run_both(port)


def seed(installation: Installation, settings: Settings, codes: Path) -> None:
    """Put the reference teams into a new database, and keep one of them open to try."""
    audits = list_audits(installation)
    instrument = load(settings.instruments / "role-adoption")
    if not audits:
        for team in teams_to_read():
            click.echo(f"preparing {team.title}")
            run(installation, team, instrument)
    if any(audit.state is State.OPEN for audit in audits):
        return
    now = datetime.now(UTC)
    closes = (now + OPEN_FOR).replace(minute=0, second=0, microsecond=0)
    # Of another name each time: rounds of one team lie 90 days apart.
    called = f"Team to try until {closes.day} {closes:%B %Y}"
    team = replace(reference_team(TEAMS, "South", 1), called=called)
    audit = begin(installation, team, instrument, opens_at=now, closes_at=closes)
    with codes.open("w") as file:
        for group in Group:
            issue_codes(
                installation,
                audit,
                group,
                deliver=partial(_note, file, group),
            )


def teams_to_read() -> Iterator[ReferenceTeam]:
    """Yield the reference teams, at two sizes; and London as it can be heard."""
    for name in NAMES:
        for times in (1, 5):
            yield reference_team(TEAMS, name, times)
    london = reference_team(TEAMS, "London", 1)
    openly = SMALL_GROUPS_OPENLY
    yield replace(london, modes=openly, called="London, small groups openly")


def _note(file: TextIO, group: Group, fresh: tuple[str, ...]) -> None:
    """Write codes of a reference team down; they are nobody's."""
    file.writelines(f"{group} {code}\n" for code in fresh)


def say_where(installation: Installation, site: str, codes: Path) -> None:
    """Print the addresses to open."""
    click.echo(
        f"\nPeerAudit is at {site}\n\nLook around, without a code or an account:"
    )
    for path in ("sample-report", "questionnaires", "what-will-we-see", "guide"):
        click.echo(f"  {site}/{path}")
    click.echo("\nReports of the reference teams, at the paper's size and larger:")
    for audit in list_audits(installation):
        if audit.state is State.RELEASED:
            address = report_address(installation, audit.id)
            click.echo(f"  {audit.team.name:28} {site}/r/{address}")
    if token := first_token(installation):
        click.echo(
            f"\nTo manage audits, make the first account (this address works once, "
            f"until the next start):\n  {site}/manage/first/{token}"
        )
    else:
        click.echo(f"\nTo manage audits:\n  {site}/manage")
    if codes.exists():
        say_codes(site, codes)
    click.echo(
        "\nWebsite and worker run as one user here, so the website could read the "
        "worker's keys.\nRun them as two users where it matters: docs/deployment.md.\n"
        "Stop with Ctrl+C."
    )


def say_codes(site: str, codes: Path) -> None:
    """Print one code of each group, to try."""
    click.echo("\nA questionnaire to answer, as one of each group:")
    noted = [line.split() for line in codes.read_text().splitlines()]
    firsts = dict(reversed(noted))
    for group in Group:
        click.echo(f"  {group.replace('_', ' '):22} {site}/a/{firsts[group]}")
    click.echo(f"More codes are in {codes}.")


def run_both(port: int) -> None:
    """Run website and worker until one ends or somebody stops them."""
    worker = [sys.executable, "-m", "peeraudit.worker"]
    website = [
        *(sys.executable, "-m", "gunicorn", "app:app"),
        *("--bind", f"127.0.0.1:{port}"),
    ]
    # The website is not given the keys that open answers.
    processes = [
        subprocess.Popen(worker, cwd=CHECKOUT),
        subprocess.Popen(website, cwd=CHECKOUT, env={**os.environ, "KEYS_DIR": ""}),
    ]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        os.wait()
    except KeyboardInterrupt:
        click.echo("\nstopping")
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait()
