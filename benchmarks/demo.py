"""How long the demo takes: eight audits answered, closed and told, eight PDFs."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from peeraudit.cli.demo import demo

TARGET_SECONDS = 40
"""On two cores."""


def measure() -> Iterator[str]:
    """Run the demo as a person does."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        done = CliRunner().invoke(demo, ["--out", folder])
        seconds = time.monotonic() - begun
        made = len(list(Path(folder).glob("*/report.pdf")))
    if done.exit_code or made != 8:  # noqa: PLR2004
        raise RuntimeError(f"the demo made {made} reports: {done.output}")
    yield f"the demo: {seconds:.0f} s for {made} audits (about {TARGET_SECONDS})"
