"""Commands that run one audit: create, launch, codes, close, release."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click
import yaml

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import FLOORS, GroupPromise, Promise
from peeraudit.audit.promise_words import london, promise_words
from peeraudit.audit.team import Team
from peeraudit.cli.finding import find_instrument
from peeraudit.cli.options import GroupOption, LondonTime
from peeraudit.cli.telling import show_preview
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.list_audits import list_audits, report_address
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.read_report import read_release, set_report_open
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.release import to_json
from peeraudit.settings import Settings


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def installation() -> Installation:
    """Return the installation that the environment names."""
    return open_installation(Settings.from_environment())


@click.group()
def audit() -> None:
    """Run one audit of one team."""


@audit.command("create")
@click.option(
    "--instrument",
    "name",
    default="role-adoption",
    show_default=True,
    help="Which instrument, by name or as a folder.",
)
@click.option(
    "--mode",
    type=click.Choice([each.value for each in Mode]),
    help="When in the life of the role.",
)
@click.option(
    "--form",
    type=click.Choice([each.value for each in Form]),
    default=Form.FULL.value,
    show_default=True,
    help="Everything, or the short form.",
)
@click.option("--organisation", required=True, help="The trust or partner.")
@click.option("--service", default="", help="The part of it that the team is in.")
@click.option("--team", required=True, help="What the team calls itself.")
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
    "--closes", type=LondonTime(), required=True, help="Closing time, in London."
)
@click.option(
    "--floor",
    type=click.Choice([str(n) for n in FLOORS]),
    default="5",
    show_default=True,
    help="Fewest answers that anything is shown from.",
)
@click.option(
    "--group",
    "groups",
    type=GroupOption(),
    multiple=True,
    required=True,
    help="Who is asked; once for each group.",
)
@click.option(
    "--pooling",
    is_flag=True,
    help="Let groups that are not shown here count in a view over several teams.",
)
@click.option(
    "--comments-read-by",
    "reader",
    default="",
    help="Ask for comments, read first by this person, who is not of the team.",
)
@click.option(
    "--facts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The set-up facts, as YAML: one 'fact: answer' a line.",
)
def create(  # noqa: PLR0913  # an audit has that many settings
    *,
    name: str,
    mode: str | None,
    form: str,
    organisation: str,
    service: str,
    team: str,
    peer_worker: str,
    peer_workers: str,
    closes: datetime,
    floor: str,
    groups: tuple[GroupPromise, ...],
    pooling: bool,
    reader: str,
    facts: Path | None,
) -> None:
    """Create an audit as a draft, and print its id."""
    if closes <= now():
        raise click.UsageError("--closes lies in the past")
    try:
        promise = Promise(int(floor), closes, groups, pooling, reader.strip())
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    instrument = find_instrument(name)
    plan = Plan(
        Team(
            organisation,
            LocalWords(team, peer_worker, peer_workers),
            service=service.strip(),
        ),
        instrument,
        Mode(mode) if mode else instrument.modes[0],
        Form(form),
        promise,
        read_facts(facts),
    )
    click.echo(create_audit(installation(), plan).id)


@audit.command("list")
def list_all() -> None:
    """List the audits: id, state, closing time, team."""
    for each in list_audits(installation()):
        closes = london(each.promise.closes_at)
        click.echo(f"{each.id}  {each.state:9}  closes {closes}  {each.team.name}")


@audit.command("launch")
@click.argument("audit_id", metavar="AUDIT")
@click.option("--yes", is_flag=True, help="Do not ask.")
def launch(*, audit_id: str, yes: bool) -> None:
    """Lock the promise of AUDIT, show it as people will read it, and open it."""
    here = installation()
    found = here.audit(audit_id)
    promise, instrument = found.promise, here.instrument(found.instrument)
    show_promise(found)
    show_preview(
        instrument, promise.groups, promise.floor, found.form, found.team.words
    )
    if not yes:
        click.confirm(
            "After this nothing can be loosened. Keys are made that exist once: if the "
            "answers key is lost, so are the answers. Launch?",
            abort=True,
        )
    launched = launch_audit(here, audit_id, hand_over=show_readers_code)
    if here.worker_keys is not None:
        launched = open_audit(here, audit_id, at=now())
    click.echo(f"state: {launched.state}")
    click.echo(f"report address: /r/{report_address(here, audit_id)}")


def show_readers_code(code: str) -> None:
    """Print the code of whoever reads comments first; it is kept nowhere."""
    click.echo(
        f"reader's code: {code}\nGive it to the reader of comments alone, who opens "
        f"/comments/a/{code}\nNobody can make another: if it is lost, the comments are "
        "destroyed, and the report goes out without them."
    )


@audit.command("codes")
@click.argument("audit_id", metavar="AUDIT")
@click.argument("group", type=click.Choice([each.value for each in Group]))
@click.option("--out", type=click.Path(path_type=Path), help="A new file.")
def codes(*, audit_id: str, group: str, out: Path | None) -> None:
    """Print the access codes of a GROUP, once: they are kept only as hashes.

    Whoever loses them cannot have them again. Let people draw them; never deal them
    by name. Whoever prints them should not be of the team, and keep no copy: a code
    that was kept shows whether it has been used, and could be used falsely.
    """

    def deliver(fresh: tuple[str, ...]) -> None:
        lines = "".join(f"{code}\n" for code in fresh)
        if out is None:
            click.echo(lines, nl=False)
            return
        # Made only now, so that a failure leaves no empty file; for its owner's eyes.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(out, flags, 0o600), "w") as file:
            file.write(lines)

    made = issue_codes(installation(), audit_id, Group(group), deliver=deliver)
    click.echo(f"{made} codes for {group}; keep no copy of them", err=True)


@audit.command("close")
@click.argument("audit_id", metavar="AUDIT")
def close(audit_id: str) -> None:
    """Close AUDIT an hour after its closing time: open the boxes once, and release."""
    here = installation()
    close_audit(here, audit_id, at=now())
    closed = here.audit(audit_id)
    address = f"report address: /r/{report_address(here, audit_id)}"
    if closed.state is State.SCREENING:
        reader = closed.promise.comments_read_by
        click.echo(f"closed; comments wait to be read by {reader}; {address}")
    else:
        click.echo(f"released; {address}")


@audit.command("report-address")
@click.argument("audit_id", metavar="AUDIT")
@click.option(
    "--close/--open",
    "closed",
    required=True,
    help="Nobody, or everyone asked, may read the report there.",
)
def address(*, audit_id: str, closed: bool) -> None:
    """Close the report address of AUDIT, or open it again."""
    where = set_report_open(installation(), audit_id, is_open=not closed)
    click.echo(f"/r/{where} is {'closed' if closed else 'open'}")


@click.command()
@click.argument("audit_id", metavar="AUDIT")
@click.option("--out", type=click.File("w"), default="-", help="A file; or the screen.")
def release(*, audit_id: str, out: TextIO) -> None:
    """Write the release of AUDIT as release.json."""
    here = installation()
    found = here.audit(audit_id)
    published = read_release(here, audit_id)
    if published is None or found.state is not State.RELEASED:
        raise WrongState(f"audit {audit_id} is {found.state}, not released")
    out.write(to_json(published) + "\n")


def read_facts(file: Path | None) -> Facts:
    """Return the facts in a file, or none."""
    if file is None:
        return Facts()
    try:
        content = yaml.safe_load(file.read_text()) or {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise click.UsageError(
            f"{file}: not YAML ({error.__class__.__name__})"
        ) from error
    if not isinstance(content, dict):
        raise click.UsageError(f"{file}: should be one 'fact: answer' a line")
    return Facts({str(name): answer for name, answer in content.items()})


def show_promise(found: Audit) -> None:
    """Print the promise to each group."""
    for each in found.promise.groups:
        click.echo(f"\n{each.group} reads:")
        for paragraph in promise_words(found.promise, each, found.team):
            click.echo(f"  {paragraph}")
    click.echo()
