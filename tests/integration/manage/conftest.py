"""A site with one open audit, and managers who sign in to it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.integration.manage.managing import Join, Manager
from tests.integration.manage.managing import join as let_join
from tests.journeys.site import Site, make_site


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website with one open audit, and nobody who manages yet."""
    made = make_site(tmp_path, database_url)
    yield made
    made.installation.database.engine.dispose()


@pytest.fixture
def first(site: Site) -> Manager:
    """Whoever made the first account, signed in."""
    return Manager.first(site)


@pytest.fixture
def join(site: Site, first: Manager) -> Join:
    """Let somebody join with a role, and sign in."""
    assert first.page
    return partial(let_join, site)
