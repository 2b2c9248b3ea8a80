"""An installation on each database with a mail server, and audits in it."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from peeraudit.operations.installation import Installation
from peeraudit.sealing.keys import KeyFolder
from peeraudit.storage.database import connect
from tests.integration.asking.asked_audit import AskedAudit, Begin
from tests.integration.asking.post_office import PostOffice, opened_office


@pytest.fixture
def installation(database_url: str, tmp_path: Path) -> Iterator[Installation]:
    """A new installation, with the worker's keys."""
    database = connect(database_url)
    database.migrate()
    yield Installation(
        database, KeyFolder(tmp_path / "web-keys"), KeyFolder(tmp_path / "keys")
    )
    database.engine.dispose()


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """A real mail server."""
    with opened_office() as opened:
        yield opened


@pytest.fixture
def begin(installation: Installation, office: PostOffice) -> Begin:
    """Begin an audit of five managers and six peer workers, each of another team."""
    names = (f"Team {number}" for number in count(1))

    def make(**words: Any) -> AskedAudit:
        return AskedAudit.begun(installation, office, **{"team": next(names), **words})

    return make


@pytest.fixture
def audit(begin: Begin) -> AskedAudit:
    """An open audit in which nobody was asked yet."""
    return begin()
