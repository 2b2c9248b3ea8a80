"""The demo: the reference teams, the whole way from answers to reports, on paper."""

import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import click

from peeraudit.cli.reports import write_reports
from peeraudit.instrument.library import load
from peeraudit.operations.installation import open_installation
from peeraudit.operations.read_report import read_release
from peeraudit.operations.reference_teams import NAMES, reference_team, run
from peeraudit.release.release import to_json
from peeraudit.settings import CHECKOUT, Settings

TIMES = (1, 5)
"""The paper's size, and five times that, where every group reaches the floor."""


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write into.",
)
def demo(*, out: Path) -> None:
    """Run the reference teams to their reports, without a server.

    Three teams modelled on the paper's sites and a control; each is answered, sealed,
    closed and released in a throwaway installation.
    """
    runs = [(name, times) for times in reversed(TIMES) for name in NAMES]
    with ProcessPoolExecutor() as pool:
        waiting = {
            pool.submit(run_one, name, times, out): f"{name.lower()}-x{times}"
            for name, times in runs
        }
        for number, done in enumerate(as_completed(waiting), 1):
            done.result()
            click.echo(f"{number} of {len(runs)}: {out / waiting[done]}")


def run_one(name: str, times: int, out: Path) -> None:
    """Take one team the whole way, and write what comes out."""
    with tempfile.TemporaryDirectory() as throwaway:
        settings = Settings.from_environment(
            {"PEERAUDIT_VAR": throwaway, "SECRET_KEY": "unused"}
        )
        installation = open_installation(settings)
        team = reference_team(
            CHECKOUT / "instruments/reference_teams.json", name, times
        )
        instrument = load(settings.instruments / "role-adoption")
        release = read_release(installation, run(installation, team, instrument))
        installation.database.engine.dispose()
    if release is None:
        raise RuntimeError("a closed audit has a release")
    folder = out / f"{name.lower()}-x{times}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "release.json").write_text(to_json(release) + "\n")
    write_reports(release, folder)
