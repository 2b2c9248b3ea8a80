"""Commands that tell a release: as one HTML file, as PDF and as data, from it alone."""

from pathlib import Path

import click
from pydantic import ValidationError

from peeraudit.release.release import Release, digest, from_json
from peeraudit.release.verify import verify


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder to write into.",
)
def report(*, file: Path, out: Path) -> None:
    """Write report.html, .pdf, .csv and .xlsx from a release.json FILE.

    And its short versions: summary.pdf, of one page, and board-paper.pdf, of two.
    """
    for written in write_reports(read_release_file(file), out):
        click.echo(written)


def read_release_file(file: Path) -> Release:
    """Return the release in a file, if it is one and undamaged."""
    try:
        release = from_json(file.read_text())
    except (ValidationError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{file} is no release.json") from error
    if digest(release) != release.hash:
        raise click.ClickException(f"{file} has been changed: its hash does not fit")
    if wrong := verify(release):
        raise click.ClickException(f"{file} does not hold: {wrong[0]}")
    return release


def write_reports(release: Release, folder: Path) -> tuple[Path, ...]:
    """Write the forms of a report into a folder; return the files."""
    # WeasyPrint takes long to import, and few commands need it.
    from peeraudit.report.comma_separated import to_csv  # noqa: PLC0415
    from peeraudit.report.page import single_file  # noqa: PLC0415
    from peeraudit.report.pdf import pdf, version_pdf  # noqa: PLC0415
    from peeraudit.report.sheets import release_xlsx  # noqa: PLC0415
    from peeraudit.report.versions import versions_of  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    contents = {
        "report.html": single_file(release).encode(),
        "report.pdf": pdf(release),
        "report.csv": to_csv(release),
        "report.xlsx": release_xlsx(release),
        **{each.file: version_pdf(each, release) for each in versions_of(release)},
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in contents)
