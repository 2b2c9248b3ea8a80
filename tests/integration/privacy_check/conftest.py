"""An installation on each database, to attack."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.privacy_check.heist import Heist, new_heist
from tests.journeys.site import Site, make_site


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website, and its installation."""
    made = make_site(tmp_path, database_url)
    yield made
    made.installation.database.engine.dispose()


@pytest.fixture
def heist(site: Site) -> Heist:
    """An audit that nobody has answered yet."""
    return new_heist(site)
