"""The way in at the command line: every command, and those that need no audit."""

import click

from peeraudit.cli.accounts import account
from peeraudit.cli.audits import audit, release
from peeraudit.cli.demo import demo
from peeraudit.cli.dpia import dpia
from peeraudit.cli.guide import guide
from peeraudit.cli.instruments import instrument
from peeraudit.cli.measures import measures
from peeraudit.cli.pooling import ledger, pool
from peeraudit.cli.preview import preview
from peeraudit.cli.privacy_check import privacy_check
from peeraudit.cli.reports import report
from peeraudit.cli.serve import serve
from peeraudit.cli.verify import verify


@click.group()
@click.version_option(package_name="peeraudit")
def peeraudit() -> None:
    """Audit how a mental health team takes up peer worker roles."""


COMMANDS = (
    instrument,
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
    measures,
    privacy_check,
    demo,
    serve,
)
for command in COMMANDS:
    peeraudit.add_command(command)
