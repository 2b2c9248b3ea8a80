"""The way in at the command line: every command, and those that need no audit."""

from pathlib import Path

import click

from peeraudit.cli.accounts import account
from peeraudit.cli.audits import audit, release
from peeraudit.cli.demo import demo
from peeraudit.cli.dpia import dpia
from peeraudit.cli.guide import guide
from peeraudit.cli.pooling import ledger, pool
from peeraudit.cli.preview import preview
from peeraudit.cli.privacy_check import privacy_check
from peeraudit.cli.reports import report
from peeraudit.cli.serve import serve
from peeraudit.cli.verify import verify
from peeraudit.instrument.library import check


@click.group()
@click.version_option(package_name="peeraudit")
def peeraudit() -> None:
    """Audit how a mental health team takes up peer worker roles."""


@peeraudit.group()
def instrument() -> None:
    """What is asked, as folders of YAML."""


@instrument.command("check")
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
def check_instrument(path: Path) -> None:
    """Name every fault of the instrument in PATH at once."""
    faults = check(path)
    for fault in faults:
        click.echo(str(fault))
    if faults:
        raise click.ClickException(f"{len(faults)} to put right in {path}")
    click.echo(f"{path}: nothing to put right")


COMMANDS = (
    audit,
    account,
    preview,
    guide,
    release,
    report,
    verify,
    pool,
    ledger,
    dpia,
    privacy_check,
    demo,
    serve,
)
for command in COMMANDS:
    peeraudit.add_command(command)
