"""A site with one open audit, and managers who sign in to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peeraudit.account.roles import Membership, Role
from peeraudit.operations.invite import Offer, accept, invite
from peeraudit.storage import accounts
from tests.integration.manage.managing import EMAIL, PASSWORD, Manager
from tests.journeys.site import Site, make_site

Join = Callable[..., Manager]


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

    def made(role: Role, team: str = "", email: str = "new@trust.example") -> Manager:
        with site.installation.database.reading() as connection:
            lead = accounts.by_email(connection, EMAIL)
        assert lead is not None
        offer = Offer(email, Membership(role, team))
        at = site.clock()
        token = invite(site.installation, lead, offer, at=at)
        accept(site.installation, token, "Somebody new", PASSWORD, at=at)
        manager = Manager(site, email)
        manager.open("/manage/sign-in")
        manager.press("Continue", email=email, password=PASSWORD)
        manager.set_up()
        return manager

    return made
