"""The command that checks a release.json by itself, offline."""

from pathlib import Path

import click
from pydantic import ValidationError

from peeraudit.release.release import from_json
from peeraudit.release.verify import unread
from peeraudit.release.verify import verify as faults_of


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify(file: Path) -> None:
    """Check that a release.json FILE says nothing that its cells do not.

    Everything derived is computed again from the cells, no cell may be finer than the
    numbers of its group allow, and the hash must fit. The hash shows damage; it does
    not show who made the file.
    """
    try:
        text = file.read_text()
        release = from_json(text)
    except (ValidationError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{file} is no release.json") from error
    wrong = (*unread(text, release), *faults_of(release))
    for each in wrong:
        click.echo(each)
    if wrong:
        raise click.ClickException(f"{file} does not hold: {len(wrong)} reasons")
    click.echo(
        f"{file} holds: every statement follows from its {len(release.cells)} cells"
    )
