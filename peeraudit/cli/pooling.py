"""Commands that look over several teams: what waits, a pooled view, the ledger."""

from datetime import UTC, datetime
from typing import TextIO

import click

from peeraudit.audit.promise_words import london
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.pool_teams import (
    ViewPlan,
    list_views,
    pool_teams,
    read_ledger,
    read_view,
    waiting_teams,
)
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.release import to_json
from peeraudit.settings import Settings

GROUP = click.argument("group", type=click.Choice([each.value for each in Group]))


def installation() -> Installation:
    """Return the installation that the environment names."""
    return open_installation(Settings.from_environment())


@click.group()
def pool() -> None:
    """Look over several teams at a group that is too small to be shown in any."""


@pool.command("waiting")
@GROUP
def waiting(group: str) -> None:
    """List the audits of which GROUP waits: how many answered is told of none."""
    found = waiting_teams(installation(), Group(group))
    for audit in found:
        closed = london(audit.promise.closes_at)
        click.echo(f"{audit.id}  closed {closed}  {audit.team.name}")
    if not found:
        click.echo(f"no {group} waits: a promise with pooling is needed, and a release")


@pool.command("make")
@GROUP
@click.argument("audits", metavar="AUDIT...", nargs=-1, required=True)
@click.option("--name", required=True, help="What the view is called, in its report.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def make(*, group: str, audits: tuple[str, ...], name: str, yes: bool) -> None:
    """Make a view of GROUP over three or more AUDITs, once, and print its id."""
    if not yes:
        click.confirm(
            "What the view is made of is destroyed with it. These teams can stand in "
            "no other view, and the view cannot be made again. Make it?",
            abort=True,
        )
    plan = ViewPlan(name, Group(group), tuple(dict.fromkeys(audits)))
    click.echo(pool_teams(installation(), plan, at=datetime.now(UTC)).id)


@pool.command("list")
def list_all() -> None:
    """List the views over teams: id, group, day, name."""
    for view in list_views(installation()):
        click.echo(f"{view.id}  {view.group}  {view.made_at:%Y-%m-%d}  {view.name}")


@pool.command("release")
@click.argument("view")
@click.option("--out", type=click.File("w"), default="-", help="A file; or the screen.")
def release(*, view: str, out: TextIO) -> None:
    """Write the release of VIEW, to be verified and told as any other."""
    found = read_view(installation(), view)
    if found is None:
        raise WrongState(f"there is no view {view}")
    out.write(to_json(found) + "\n")


@click.command()
def ledger() -> None:
    """List what every release stands on: a group of an audit feeds one, ever."""
    for each in read_ledger(installation()):
        kind = "its own release" if each.feeds == each.audit else f"view {each.feeds}"
        day = f"{each.frozen_at:%Y-%m-%d}"
        click.echo(f"{day}  {each.audit}  {each.group:22}  {kind}")
