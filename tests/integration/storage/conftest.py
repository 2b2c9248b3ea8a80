"""An installation on each database, and one small team that is asked in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.read_report import read_release
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.release.release import Release
from peeraudit.response.responses import Scope
from peeraudit.sealing.keys import KeyFolder
from peeraudit.settings import CHECKOUT
from peeraudit.storage.database import connect
from tests.integration.storage.plans import plan_for

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
    reader: str = ""
    """The code of whoever reads comments first."""

    @classmethod
    def opened(
        cls, installation: Installation, plan: Plan, opens: datetime = OPENS
    ) -> "OpenAudit":
        """Take a plan as far as people can answer."""
        audit = create_audit(installation, plan).id
        readers: list[str] = []
        launch_audit(installation, audit, hand_over=readers.append)
        open_audit(installation, audit, at=opens)
        codes: dict[Group, tuple[str, ...]] = {}
        for group in plan.promise.group:
            handed: list[str] = []
            issue_codes(installation, audit, group, deliver=handed.extend)
            codes[group] = tuple(handed)
        closes = plan.promise.closes_at
        reader = readers[0] if readers else ""
        return cls(installation, audit, codes, opens, closes, reader=reader)

    @property
    def meanwhile(self) -> datetime:
        """A moment at which it is open."""
        return self.opens + timedelta(days=1)

    @property
    def over(self) -> datetime:
        """The moment from which it may be closed."""
        return self.closes + timedelta(hours=1)

    def save(
        self, code: str, values: Mapping[str, str], scope: Scope | None = None
    ) -> None:
        """Keep a draft."""
        at = self.meanwhile
        kept = keep_draft(
            self.installation, code, self.word, values, at=at, scope=scope
        )
        assert isinstance(kept, Kept)

    def answer(
        self, code: str, values: Mapping[str, str], scope: Scope | None = None
    ) -> None:
        """Save and submit."""
        self.save(code, values, scope)
        done = submit_response(self.installation, code, self.word, at=self.meanwhile)
        assert done is Submission.ACCEPTED

    def close(self) -> None:
        """Close it as soon as it may be."""
        close_audit(self.installation, self.id, at=self.over)

    @property
    def release(self) -> Release | None:
        """What the database holds as its release."""
        return read_release(self.installation, self.id)


class OpenOne(Protocol):
    """Opens an audit of managers and peer workers; other words go to its plan."""

    def __call__(
        self,
        managers: int = 5,
        peer_workers: int = 6,
        *,
        opens: datetime = OPENS,
        peer_mode: GroupMode = GroupMode.ANONYMOUS,
        **words: Any,
    ) -> OpenAudit: ...


@pytest.fixture
def open_one(installation: Installation) -> OpenOne:
    """Open an audit of a team of managers and peer workers, each of another team."""
    names = (f"Team {number}" for number in count(1))

    def make(
        managers: int = 5,
        peer_workers: int = 6,
        *,
        opens: datetime = OPENS,
        peer_mode: GroupMode = GroupMode.ANONYMOUS,
        **words: Any,
    ) -> OpenAudit:
        plan = plan_for(
            {Group.MANAGER: managers, Group.PEER_WORKER: peer_workers},
            modes={Group.PEER_WORKER: peer_mode},
            closes=opens + (CLOSES - OPENS),
            **{"team": next(names), **words},
        )
        return OpenAudit.opened(installation, plan, opens)

    return make


@pytest.fixture
def audit(open_one: OpenOne) -> OpenAudit:
    """An open audit of five managers and six peer workers."""
    return open_one()
