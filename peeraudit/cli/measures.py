"""The command that lists the measures, and tells of one."""

from collections.abc import Iterator
from textwrap import indent
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from peeraudit.stats import Measure


@click.command()
@click.argument("name", required=False)
def measures(name: str | None) -> None:
    """List every measure; of the one called NAME say how to read it, and its source."""
    # The list brings NumPy, which no other command has to wait for.
    from peeraudit.stats import MEASURES  # noqa: PLC0415
    from peeraudit.stats.registry.telling import by_subject  # noqa: PLC0415

    if name:
        if name not in MEASURES:
            raise click.UsageError(
                f"{name!r} is no measure; `peeraudit measures` lists them"
            )
        for line in _entry(MEASURES[name]):
            click.echo(line)
        return
    width = max(map(len, MEASURES))
    for subject, found in by_subject(MEASURES):
        click.echo(f"\n{subject.value}")
        for each in found:
            click.echo(f"  {each.name:{width}}  {each.title} ({each.readers.value})")


def _entry(measure: "Measure") -> Iterator[str]:
    """Tell of one measure."""
    # As above: it brings NumPy.
    from peeraudit.stats.registry.telling import call_of, result_of  # noqa: PLC0415

    yield f"{measure.name}: {measure.title}"
    yield f"For {measure.readers.value}. {measure.reading}"
    if measure.cut_offs:
        yield f"Cut-offs ({measure.cut_offs.source}):"
        yield from (f"  {where}: {word}" for where, word in measure.cut_offs.ranges())
    if measure.warning:
        yield f"Careful: {measure.warning}"
    yield f"Source: {measure.source}"
    yield f"Function: {measure.call}"
    yield f"Example: {call_of(measure)}"
    yield indent(result_of(measure), "  ")
