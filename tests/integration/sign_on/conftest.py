"""A site whose trust has a sign-on of its own, and a real provider for it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from peeraudit.settings import SignOnSettings
from tests.integration.manage.managing import Manager
from tests.integration.sign_on.provider import CLIENT, SECRET, Provider, serving
from tests.journeys.site import Site, make_site

URL = "http://localhost"
ROLES = "roles: Lead=trust_lead, IT=it_administrator"


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """The sign-on of the trust."""
    with serving(f"{URL}/manage/sign-on/back", monkeypatch) as made:
        yield made


@pytest.fixture
def site(tmp_path: Path, database_url: str, provider: Provider) -> Iterator[Site]:
    """A website that knows the sign-on, at the time that the provider's clock has."""
    settings = SignOnSettings(provider.issuer, CLIENT, SECRET, ROLES)
    made = make_site(tmp_path, database_url, url=URL, sign_on=settings)
    made.clock.now = datetime.now(UTC)
    yield made
    made.installation.database.engine.dispose()


@pytest.fixture
def first(site: Site) -> Manager:
    """Whoever made the first account, signed in with a password."""
    return Manager.first(site)
