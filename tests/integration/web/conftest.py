"""A site on each database, and people who visit it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peeraudit.instrument.wording import LocalWords
from tests.integration.web.visiting import Person
from tests.journeys.site import Site, Team1, make_site

Visit = Callable[[], Person]


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website with one open audit."""
    made = make_site(tmp_path, database_url)
    yield made
    made.installation.database.engine.dispose()


@pytest.fixture
def person(site: Site) -> Person:
    """Somebody with a browser."""
    return Person(site)


@pytest.fixture
def boxes(site: Site) -> Callable[[], int]:
    """How many sets of answers are in."""

    def count() -> int:
        with site.installation.database.reading() as connection:
            found = connection.exec_driver_sql("SELECT count(*) FROM box")
            return int(found.scalar_one())

    return count


@pytest.fixture
def site_with_markup(tmp_path: Path) -> Iterator[Site]:
    """A site whose team has markup in its name."""
    team = Team1(words=LocalWords("<b>bold</b> & co"))
    made = make_site(tmp_path, team=team)
    yield made
    made.installation.database.engine.dispose()
