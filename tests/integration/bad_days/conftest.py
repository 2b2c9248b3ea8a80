"""A site on each database, and people who have a bad day on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peeraudit.storage import database
from tests.integration.bad_days.gone import SOON
from tests.integration.manage.managing import Manager
from tests.integration.storage.conftest import audit, installation, open_one
from tests.integration.web.visiting import Person
from tests.journeys.site import Site, make_site

__all__ = ["audit", "installation", "open_one"]

Count = Callable[[], int]


@pytest.fixture
def site(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Site]:
    """A website with one open audit, which waits for no database for long."""
    monkeypatch.setattr(database, "BUSY_SECONDS", SOON)
    made = make_site(tmp_path, database_url)
    yield made
    made.installation.database.engine.dispose()


@pytest.fixture
def person(site: Site) -> Person:
    """Somebody with a browser."""
    return Person(site)


@pytest.fixture
def first(site: Site) -> Manager:
    """Whoever made the first account, signed in."""
    return Manager.first(site)


@pytest.fixture
def boxes(site: Site) -> Count:
    """How many sets of answers are in."""

    def count() -> int:
        with site.installation.database.reading() as connection:
            found = connection.exec_driver_sql("SELECT count(*) FROM box")
            return int(found.scalar_one())

    return count
