"""An audit that is answered and looked at, as far as one attack needs it."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from sqlalchemy import text

from peeraudit.instrument.frozen import Group
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.installation import Installation
from peeraudit.operations.privacy_check.loot.files import (
    log_position,
    take_files,
    write_everything_down,
)
from peeraudit.operations.privacy_check.loot.look import backup, look
from peeraudit.operations.privacy_check.people import begin
from peeraudit.operations.privacy_check.scene import Log, Look, Moment, Person, Scene
from peeraudit.operations.privacy_check.vocabulary import vocabulary
from peeraudit.operations.submit_response import Submission, submit_response
from tests.journeys.site import CLOSES, Site, instrument

ASKED = {Group.MANAGER: 5, Group.PEER_WORKER: 7, Group.OTHER_STAFF: 10}
MEANWHILE = CLOSES - timedelta(hours=1)
OVER = CLOSES + timedelta(hours=1)
WORD = "bodaki-murotu"


@dataclass
class Heist:
    """Who answered in an audit, and what was carried off meanwhile."""

    site: Site
    audit: str
    waiting: list[Person]
    since: str
    looks: list[Look] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    begun: Person | None = None
    logs: list[Log] = field(default_factory=list)

    @property
    def installation(self) -> Installation:
        return self.site.installation

    @property
    def is_sqlite(self) -> bool:
        return self.installation.database.engine.dialect.name == "sqlite"

    def next_person(self) -> Person:
        """Somebody who has not come yet."""
        return replace(self.waiting.pop(), word=WORD)

    def keep(self, person: Person) -> None:
        """Keep a draft."""
        kept = keep_draft(
            self.installation, person.code, WORD, person.values, at=MEANWHILE
        )
        assert isinstance(kept, Kept)

    def submit(self, number: int = 9) -> None:
        """Let so many people submit, with a backup after each."""
        if not self.looks:
            self.looks.append(backup(self.installation, Moment.OPEN))
        for _ in range(number):
            person = self.next_person()
            self.people.append(person)
            self.keep(person)
            sent = submit_response(self.installation, person.code, WORD, at=MEANWHILE)
            assert sent is Submission.ACCEPTED
            self.looks.append(backup(self.installation, Moment.OPEN))

    def begin_draft(self) -> None:
        """Let somebody begin who does not submit."""
        self.begun = self.next_person()
        self.keep(self.begun)

    def look(self, when: Moment) -> None:
        """Carry off everything."""
        write_everything_down(self.installation.database)
        files = take_files(self.installation.database, self.since)
        self.looks.append(look(self.installation, when, files))

    def close(self) -> None:
        """Look, close, and look again."""
        self.look(Moment.OPEN)
        close_audit(self.installation, self.audit, at=OVER)
        self.look(Moment.CLOSED)

    def execute(self, *statements: str, **values: object) -> None:
        """Change the database behind everybody's back."""
        with self.installation.database.transaction() as connection:
            for statement in statements:
                connection.execute(text(statement), values)

    def scene(self) -> Scene:
        """All that was carried off."""
        return Scene(
            looks=tuple(self.looks),
            vocabulary=vocabulary([instrument()]),
            people=tuple(self.people),
            begun=self.begun,
            logs=tuple(self.logs),
        )


def new_heist(site: Site) -> Heist:
    """Begin an audit of people who are made up."""
    since = log_position(site.installation.database)
    seeded = begin(site.installation, instrument(), ASKED, closes_at=CLOSES)
    return Heist(site, seeded.audit.id, list(seeded.people), since)
