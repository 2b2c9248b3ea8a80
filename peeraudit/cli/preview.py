"""The command that says what a team will see, from headcounts alone."""

from datetime import UTC, datetime

import click

from peeraudit.audit.promise import FLOORS, GroupPromise, Promise
from peeraudit.cli.finding import find_instrument
from peeraudit.cli.options import GroupOption
from peeraudit.cli.telling import show_preview
from peeraudit.instrument.definition import Form
from peeraudit.instrument.wording import LocalWords


@click.command()
@click.option(
    "--group",
    "groups",
    type=GroupOption(),
    multiple=True,
    required=True,
    help="How many people of a group; once for each group.",
)
@click.option(
    "--floor",
    type=click.Choice([str(n) for n in FLOORS]),
    default="5",
    show_default=True,
    help="Fewest answers that anything is shown from.",
)
@click.option(
    "--instrument",
    "name",
    default="role-adoption",
    show_default=True,
    help="Which instrument, by name or as a folder.",
)
@click.option(
    "--form",
    type=click.Choice([each.value for each in Form]),
    default=Form.FULL.value,
    show_default=True,
    help="Everything, or the short form.",
)
def preview(
    *, groups: tuple[GroupPromise, ...], floor: str, name: str, form: str
) -> None:
    """Say what a team will see, from headcounts alone.

    Nothing is stored. A group is manager, peer_worker, other_staff or
    person_using_service, as in --group manager=1:attributed --group peer_worker=3.
    """
    instrument = find_instrument(name)
    try:
        # What no audit could promise is refused here in the same words.
        Promise(int(floor), datetime.now(UTC), groups, pooling=True)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    for each in groups:
        if each.group not in instrument.groups:
            raise click.UsageError(f"--group: {name} does not ask {each.group}")
    show_preview(instrument, groups, int(floor), Form(form), LocalWords("this team"))
