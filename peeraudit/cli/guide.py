"""The command that writes the conversation guide of an instrument."""

from pathlib import Path

import click

from peeraudit.cli.finding import find_instrument
from peeraudit.instrument.wording import LocalWords


@click.command()
@click.argument("instrument", metavar="[INSTRUMENT]", default="role-adoption")
@click.option(
    "--peer-worker",
    default="peer worker",
    show_default=True,
    help="The team's own job title.",
)
@click.option(
    "--peer-workers",
    default="peer workers",
    show_default=True,
    help="The same for more than one.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder for guide.html and guide.pdf.",
)
def guide(*, instrument: str, peer_worker: str, peer_workers: str, out: Path) -> None:
    """Write guide.html and guide.pdf: a talk in the team, without any numbers.

    INSTRUMENT is a name or a folder; role-adoption if none is given.
    """
    words = LocalWords("this team", peer_worker, peer_workers)
    # WeasyPrint takes long to import, and few commands need it.
    from peeraudit.report.guide import guide as make  # noqa: PLC0415
    from peeraudit.report.page import guide_file  # noqa: PLC0415
    from peeraudit.report.pdf import guide_pdf  # noqa: PLC0415

    made = make(find_instrument(instrument), words)
    out.mkdir(parents=True, exist_ok=True)
    (out / "guide.html").write_text(guide_file(made))
    (out / "guide.pdf").write_bytes(guide_pdf(made))
    click.echo(f"{out / 'guide.html'}\n{out / 'guide.pdf'}")
