"""The command that writes the impact assessment of this installation."""

from datetime import UTC, datetime
from typing import TextIO

import click

from peeraudit.operations.describe_installation import describe_installation
from peeraudit.operations.installation import open_installation
from peeraudit.report.dpia import dpia as write
from peeraudit.settings import Settings


@click.command()
@click.option(
    "--out",
    # A file that is there may have been filled in by hand: it is never written over.
    type=click.File("x", encoding="utf-8", lazy=True),
    default="-",
    help="A new file; or the screen.",
)
def dpia(*, out: TextIO) -> None:
    """Write a Data Protection Impact Assessment of this installation, as Markdown.

    Run it with the worker's settings. It says what to put right here, and marks what
    only the organisation can know. No answer, key, code or report address is in it.
    """
    settings = Settings.from_environment()
    installation = open_installation(settings)
    at = datetime.now(UTC)
    out.write(write(describe_installation(installation, settings, at=at)))
