"""The seeded audit: known people give known answers, and everything is looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peeraudit.audit.promise import GRACE
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.privacy_check.loot.files import (
    log_position,
    take_files,
    write_everything_down,
)
from peeraudit.operations.privacy_check.loot.logs import everything_logged
from peeraudit.operations.privacy_check.loot.look import backup, look
from peeraudit.operations.privacy_check.loot.rows import names_of_tables
from peeraudit.operations.privacy_check.loot.website import (
    ROUNDS,
    answer,
    begin_draft,
    peek,
    replies,
)
from peeraudit.operations.privacy_check.people import begin
from peeraudit.operations.privacy_check.scene import Log, Look, Moment, Person, Scene
from peeraudit.operations.privacy_check.vocabulary import vocabulary
from peeraudit.settings import Settings
from peeraudit.storage.database import connect

SEEDED = {Group.MANAGER: 5, Group.PEER_WORKER: 7, Group.OTHER_STAFF: 10}
"""Twenty submit, so many that their order cannot be found by chance; one only begins,
and one never comes."""

CLOSED_ALREADY = {Group.PEER_WORKER: 5}
"""A second audit, whose closing time has passed: its codes are refused."""


class NotEmpty(RuntimeError):
    """A database that has tables: what is in it is no business of a seeded check."""


@dataclass(frozen=True, slots=True)
class Website:
    """A website of the installation that is attacked, running by itself."""

    address: str
    log: Path | None = None
    """Where all that its processes write is kept."""


def open_empty(settings: Settings) -> Installation:
    """Open an installation in a database that has nothing in it.

    Raises
    ------
    NotEmpty
        If it has; nothing is changed then.
    """
    database = connect(settings.database_url, read_only=True)
    tables = names_of_tables(database)
    database.engine.dispose()
    if tables:
        raise NotEmpty("the database has tables: name an empty one to seed")
    return open_installation(settings)


def seeded_scene(
    installation: Installation,
    instrument: Instrument,
    website: Website,
    *,
    at: datetime,
    rounds: int = ROUNDS,
) -> Scene:
    """Take an audit from launch to release, looking at everything on the way."""
    since = log_position(installation.database)
    with everything_logged() as written:
        # Who submits must find it open, and who asks with a closed code must not.
        seeded = begin(installation, instrument, SEEDED, closes_at=at + GRACE)
        closed = begin(installation, instrument, CLOSED_ALREADY, closes_at=at)
        *submitting, beginning, _never = seeded.people
        looks, people = _let_answer(installation, website, submitting)
        begun = begin_draft(website.address, beginning)
        peeks = peek(website.address, begun)
        heard = replies(website.address, people, closed.people, rounds)
        looks.append(_look(installation, Moment.OPEN, since))
        for each in (seeded.audit, closed.audit):
            close_audit(installation, each.id, at=at + 2 * GRACE)
        looks.append(_look(installation, Moment.CLOSED, since))
    return Scene(
        looks=tuple(looks),
        vocabulary=vocabulary([instrument]),
        people=tuple(people),
        begun=begun,
        logs=(*_logs_of(website), Log("what operations said", "\n".join(written))),
        replies=heard,
        peeks=peeks,
    )


def _let_answer(
    installation: Installation, website: Website, people: Sequence[Person]
) -> tuple[list[Look], list[Person]]:
    """Let people submit one after the other, and make a backup after each."""
    looks = [backup(installation, Moment.OPEN)]
    done: list[Person] = []
    for person in people:
        done.append(answer(website.address, person))
        looks.append(backup(installation, Moment.OPEN))
    return looks, done


def _look(installation: Installation, when: Moment, since: str) -> Look:
    """Look at everything, also at what the database has in memory only."""
    write_everything_down(installation.database)
    return look(installation, when, take_files(installation.database, since))


def _logs_of(website: Website) -> Iterator[Log]:
    """Yield what the website wrote."""
    if website.log is not None:
        yield Log("what the website wrote", website.log.read_text(errors="replace"))
