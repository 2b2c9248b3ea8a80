"""An installation on each database, and one small team that is asked in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.sealing.keys import KeyFolder
from peeraudit.settings import CHECKOUT
from peeraudit.storage.database import connect

OPENS = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CLOSES = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)
WORD = "bodaki-murotu"


@pytest.fixture(scope="session")
def role_adoption() -> Instrument:
    """The instrument for a role in post."""
    return load(CHECKOUT / "instruments/role-adoption")


@pytest.fixture
def installation(database_url: str, tmp_path: Path) -> Iterator[Installation]:
    """A new installation, with the worker's keys."""
    database = connect(database_url)
    database.migrate()
    yield Installation(
        database, KeyFolder(tmp_path / "web-keys"), KeyFolder(tmp_path / "keys")
    )
    database.engine.dispose()


@dataclass(frozen=True)
class OpenAudit:
    """An audit that people can answer, and their codes."""

    installation: Installation
    id: str
    codes: Mapping[Group, tuple[str, ...]]
    opens: datetime = OPENS
    closes: datetime = CLOSES
    word: str = WORD

    @property
    def meanwhile(self) -> datetime:
        """A moment at which it is open."""
        return self.opens + timedelta(days=1)

    @property
    def over(self) -> datetime:
        """The moment from which it may be closed."""
        return self.closes + timedelta(hours=1)

    def save(self, code: str, values: Mapping[str, str]) -> None:
        """Keep a draft."""
        kept = keep_draft(self.installation, code, self.word, values, at=self.meanwhile)
        assert isinstance(kept, Kept)


OpenOne = Callable[..., OpenAudit]


@pytest.fixture
def open_one(installation: Installation, role_adoption: Instrument) -> OpenOne:
    """Open an audit of a team of managers and peer workers."""

    names = (f"Team {number}" for number in count(1))

    def make(managers: int = 5, peer_workers: int = 6) -> OpenAudit:
        asked = {Group.MANAGER: managers, Group.PEER_WORKER: peer_workers}
        promise = Promise(
            5, CLOSES, tuple(GroupPromise(group, n) for group, n in asked.items())
        )
        plan = Plan(
            Team("A trust", LocalWords(next(names))),
            role_adoption,
            Mode.IN_POST,
            Form.CORE,
            promise,
            Facts({"route": "informal"}),
        )
        audit = create_audit(installation, plan)
        launch_audit(installation, audit.id)
        open_audit(installation, audit.id, at=OPENS)
        codes: dict[Group, tuple[str, ...]] = {}
        for group in asked:
            handed: list[str] = []
            issue_codes(installation, audit.id, group, deliver=handed.extend)
            codes[group] = tuple(handed)
        return OpenAudit(installation, audit.id, codes)

    return make


@pytest.fixture
def audit(open_one: OpenOne) -> OpenAudit:
    """An open audit of five managers and six peer workers."""
    return open_one()
