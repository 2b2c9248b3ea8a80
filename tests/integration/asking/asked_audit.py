"""An audit whose people are asked by mail, and what becomes of it day by day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from peeraudit.instrument.frozen import Group
from peeraudit.operations.ask_by_mail import ask_by_mail
from peeraudit.operations.change_address import change_address
from peeraudit.operations.create_audit import create_audit
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.storage.mail import ADDRESSES, OUTBOX, REQUESTS, Pile, State
from tests.integration.asking.post_office import Mail, PostOffice
from tests.integration.storage.plans import plan_for
from tests.journeys.site import CLOSES, OPENS

PEERS = tuple(f"peer{n}@trust.example" for n in range(6))
MANAGERS = tuple(f"manager{n}@trust.example" for n in range(5))
WORD = "bodaki-murotu"


@dataclass
class AskedAudit:
    """One audit, the mail server, and the time."""

    installation: Installation
    id: str
    office: PostOffice
    now: datetime = OPENS + timedelta(days=1)

    @classmethod
    def begun(
        cls, installation: Installation, office: PostOffice, **words: Any
    ) -> "AskedAudit":
        """Take an audit as far as people can be asked."""
        here = replace(installation, mail=office.server)
        asked = {Group.MANAGER: len(MANAGERS), Group.PEER_WORKER: len(PEERS)}
        plan = plan_for(words.pop("asked", asked), **words)
        audit = create_audit(here, plan).id
        launch_audit(here, audit, hand_over=lambda _: None)
        open_audit(here, audit, at=OPENS)
        return cls(here, audit, office)

    @property
    def website(self) -> Installation:
        """The same, as the website has it: without the worker's keys."""
        return replace(self.installation, worker_keys=None)

    def ask(self, group: Group, addresses: Iterable[str]) -> None:
        """Have the website seal addresses."""
        ask_by_mail(self.website, self.id, {group: tuple(addresses)}, at=self.now)

    def put_right(self, address: str, instead: str) -> None:
        """Have the website ask for mail to go elsewhere, or nowhere."""
        change_address(self.website, self.id, address, instead, at=self.now)

    def work(self, after: timedelta = timedelta()) -> None:
        """Let the worker look once."""
        self.now += after
        do_what_is_due(self.installation, at=self.now)

    def answer(self, mail: Mail, values: dict[str, str] | None = None) -> None:
        """Answer with the code in a mail."""
        kept = keep_draft(
            self.website, mail.code, WORD, values or {"SE4": "2"}, at=self.now
        )
        assert isinstance(kept, Kept)
        done = submit_response(self.website, mail.code, WORD, at=self.now)
        assert done is Submission.ACCEPTED

    def close(self) -> None:
        """Let the last hour pass, and the worker look."""
        self.now = CLOSES + timedelta(hours=1)
        self.work()

    def numbers(self, pile: Pile = OUTBOX) -> dict[State, int]:
        """How many there are of something sealed, in each state."""
        with self.installation.database.reading() as connection:
            return pile.numbers(connection, self.id)

    @property
    def is_empty(self) -> bool:
        """Whether nothing with an address in it is left."""
        return not any(map(self.numbers, (REQUESTS, ADDRESSES, OUTBOX)))


class Begin(Protocol):
    """Begins an audit; other words go to its plan."""

    def __call__(self, **words: Any) -> AskedAudit: ...
