"""Commands about instruments: check one, copy one, and hold two beside each other."""

from collections.abc import Iterator
from pathlib import Path

import click

from peeraudit.cli.finding import find_folder, find_instrument
from peeraudit.instrument.comparable import comparable
from peeraudit.instrument.copying import copy_instrument
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.difference import (
    FieldChange,
    SectionDifference,
    difference,
)
from peeraudit.instrument.library import check, digest
from peeraudit.instrument.sentences import listed

SHOWN = 12
"""Signs of a hash that tell two instruments apart."""


@click.group()
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


@instrument.command("new")
@click.option(
    "--from", "name", required=True, help="The instrument, by name or as a folder."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="A folder that is not there yet; its name is that of the copy.",
)
def new(*, name: str, out: Path) -> None:
    """Copy an instrument to change it; comments in its files are kept."""
    folder = find_folder(name)
    copy_instrument(folder, out)
    click.echo(
        f"{out}: a copy of {folder.name}. Change its title in wording/en.yaml first, "
        "so that people can tell the two apart.\n"
        f"When you have changed it: peeraudit instrument check {out}\n"
        f"What that costs:          peeraudit instrument diff {name} {out}\n"
        "The website offers what lies in the folder of instruments."
    )


@instrument.command("diff")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
def diff(one: str, other: str) -> None:
    """Say what differs from A to B, and what can still be compared between rounds.

    A and B are names or folders.
    """
    before, after = find_instrument(one), find_instrument(other)
    for letter, each in (("A", before), ("B", after)):
        short = digest(each)[:SHOWN]
        click.echo(f"{letter}: {each.id}, version {each.version}, hash {short}")
    found = difference(before, after)
    for section in found:
        click.echo(f"\n{section.section}")
        for line in _lines(section):
            click.echo(f"  {line}")
    if not found and before != after:
        click.echo("\nThey differ in name or version alone.")
    click.echo("\nWhat it costs")
    for line in _costs(before, after):
        click.echo(f"  {line}")


def _lines(section: SectionDifference) -> Iterator[str]:
    """Yield what differs in a section."""
    if section.added:
        yield f"added: {', '.join(section.added)}"
    if section.dropped:
        yield f"dropped: {', '.join(section.dropped)}"
    for part in section.changed:
        for change in part.fields:
            yield from _change(part.id, change)


def _change(part: str, change: FieldChange) -> Iterator[str]:
    """Yield how one field of a part has changed, in short on one line."""
    name = f"{part}, {change.field}" if change.field else part
    sides = (("-", change.before), ("+", change.after))
    if any(isinstance(side, str) and " " in side for _, side in sides):
        yield name
        yield from (f"  {sign} {side}" for sign, side in sides if side is not None)
    elif isinstance(change.before, dict | list) or isinstance(
        change.after, dict | list
    ):
        yield f"{name}: changed"
    else:
        yield f"{name}: {_said(change.before)}, now {_said(change.after)}"


def _said(value: object) -> str:
    """Return a value as it is read."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)


def _costs(before: Instrument, after: Instrument) -> Iterator[str]:
    """Yield what can be compared between a round with each."""
    if digest(before) == digest(after):
        yield "Nothing: the two are one instrument, and rounds with them are compared."
        return
    yield (
        "Rounds are compared only where the instrument is one and the same. After a "
        "round with A, a report with B tells no change."
    )
    found = comparable(before, after)
    lost = [
        name
        for name in found.asked
        if name not in found.whole and name not in found.partly
    ]
    yield (
        f"By hand, {len(found.whole)} of {len(found.asked)} questions of A can be "
        "compared: everyone is asked them alike."
    )
    for name, groups in found.partly.items():
        yield f"{name} can be compared for {listed(list(groups), 'and')} alone."
    if lost:
        yield f"Not any more: {', '.join(lost)}."
    if found.themes:
        same = ", ".join(found.themes)
        yield f"Theme scores that stand on the same statements: {same}."
    else:
        yield "No theme score stands on the same statements."
