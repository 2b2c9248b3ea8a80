"""Count what became of everyone's answers, person by person, from the reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from benchmarks.killed_people import Person, Told
from peeraudit.audit.audit import State
from peeraudit.disclosure.cells import Cell, ExactReading
from peeraudit.operations.installation import Installation
from peeraudit.operations.pool_teams import read_ledger
from peeraudit.operations.read_report import read_release
from peeraudit.release.release import Release
from peeraudit.storage.tables import BoxRow, CodeRow, DraftRow, ReceiptRow

KEPT = {"installation.seal", "installation.last_entry"}
"""The key and the note that are of no audit."""


@dataclass(frozen=True)
class Asked:
    """An audit, and the people of it."""

    audit: str
    people: Sequence[Person]


@dataclass(frozen=True)
class Count:
    """What became of everyone's answers, and of the audits."""

    audits: int
    """How many there were."""
    thanked: int
    """People who read that their answers are in."""
    lost: int
    """Those of them who do not count in the report."""
    twice: int
    """People whose answers count more than once."""
    unsent: int
    """Answers that count though nobody can have sent them."""
    untold: int
    """People whom the website told nothing, however long they tried."""
    released: int
    """Audits with one release, and one line in the ledger."""
    left: tuple[str, ...]
    """Rows and keys that should be gone."""


@dataclass(frozen=True)
class _Counted:
    """One audit's people, and how often each stands in its report."""

    people: Sequence[Person]
    times: Sequence[int]
    answered: int

    @property
    def lost(self) -> int:
        return sum(
            person.told is Told.THANKED and not n
            for person, n in zip(self.people, self.times, strict=True)
        )

    @property
    def unsent(self) -> int:
        """Boxes of nobody, and of people who cannot have submitted."""
        nobodys = self.answered - sum(self.times)
        return nobodys + sum(
            n > 0 and person.told is not Told.THANKED and not person.broke_off
            for person, n in zip(self.people, self.times, strict=True)
        )


def count(installation: Installation, asked: Sequence[Asked]) -> Count:
    """Read every report, and see who counts in it."""
    people = [person for each in asked for person in each.people]
    counted = [_counted(installation, each) for each in asked]
    return Count(
        audits=len(asked),
        thanked=sum(each.told is Told.THANKED for each in people),
        lost=sum(each.lost for each in counted),
        twice=sum(n > 1 for each in counted for n in each.times),
        unsent=sum(each.unsent for each in counted),
        untold=sum(each.told is Told.NOTHING for each in people),
        released=sum(_is_released_once(installation, each.audit) for each in asked),
        left=tuple(_left(installation)),
    )


def _counted(installation: Installation, asked: Asked) -> _Counted:
    """See how often each of an audit's people counts."""
    release = read_release(installation, asked.audit)
    if release is None:
        raise LookupError("an audit has no release")
    times = _times(release)
    answered = sum(each.answered or 0 for each in release.groups)
    mine = [times.get(person.item, 0) for person in asked.people]
    return _Counted(asked.people, mine, answered)


def _times(release: Release) -> dict[str, int]:
    """Return how many answered each question."""
    return {
        cell.item: cell.reading.answers
        for cell in release.cells
        if isinstance(cell, Cell) and isinstance(cell.reading, ExactReading)
    }


def _is_released_once(installation: Installation, audit: str) -> bool:
    """Say whether an audit is out, and stands in the ledger once if it has cells."""
    release = read_release(installation, audit)
    lines = [each for each in read_ledger(installation) if each.audit == audit]
    is_out = installation.audit(audit).state is State.RELEASED
    return is_out and release is not None and len(lines) == bool(release.cells)


def _left(installation: Installation) -> Iterator[str]:
    """Yield each kind of row that is left, and each key."""
    with installation.database.reading() as connection:
        for table in (BoxRow, CodeRow, DraftRow, ReceiptRow):
            rows = select(func.count()).select_from(table)
            if connection.execute(rows).scalar_one():
                yield table.__tablename__
    for folder in (installation.keys, installation.web_keys):
        files = (file.name for file in folder.path.iterdir())
        yield from (name for name in files if name not in KEPT)
