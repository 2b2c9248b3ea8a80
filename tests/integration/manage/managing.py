"""A manager with a browser and an app for codes."""

import re
from collections.abc import Callable
from datetime import timedelta

import pyotp

from peeraudit.account.roles import Account, Membership, Role
from peeraudit.operations.accept_invitation import accept
from peeraudit.operations.first_account import first_token
from peeraudit.operations.invite import Offer, invite
from peeraudit.storage import accounts
from tests.integration.web.visiting import Page, Person
from tests.journeys.site import Site

PASSWORD = "plinth otter gravel spoon"  # noqa: S105  # of nobody
EMAIL = "lead@trust.example"


class Manager(Person):
    """A browser in which somebody manages."""

    def __init__(self, site: Site, email: str = EMAIL, secret: str = "") -> None:
        super().__init__(site)
        self.email = email
        self.secret = secret

    @classmethod
    def first(cls, site: Site) -> "Manager":
        """Make the first account, as whoever installs it does."""
        token = first_token(site.installation)
        manager = cls(site)
        manager.open(f"/manage/first/{token}")
        manager.press("Continue", name="A lead", email=EMAIL, password=PASSWORD)
        manager.set_up()
        return manager

    @property
    def code(self) -> str:
        """What the app shows now."""
        return pyotp.TOTP(self.secret).at(self.site.clock())

    def set_up(self) -> Page:
        """Put the picture into the app, and show its first code."""
        self.read_secret()
        return self.press("Continue", code=self.code)

    def read_secret(self) -> None:
        """Put the picture into the app."""
        found = re.search(
            r"type this into the app: ([A-Z2-7 ]+?) Code", self.page.words
        )
        assert found
        self.secret = found[1].replace(" ", "")

    def sign_in(self, password: str = PASSWORD, *, to: str = "") -> Page:
        """Sign in with both."""
        self.site.clock.now += timedelta(minutes=1)
        self.open(to or "/manage/sign-in")
        self.press("Continue", email=self.email, password=password)
        return self.press("Continue", code=self.code)

    @property
    def account(self) -> Account:
        """The account as it is kept."""
        return account_of(self.site, self.email)


Join = Callable[..., Manager]
"""Lets somebody join with a role, and sign in."""


def account_of(site: Site, email: str) -> Account:
    """The account of an address."""
    with site.installation.reading_accounts() as rows:
        found = accounts.by_email(rows, email)
    assert found is not None, f"no account for {email}"
    return found


def team_of(site: Site) -> str:
    """The id of the team whose audit is open."""
    return site.installation.audit(site.audit).team.id


def join(site: Site, role: Role, team: str = "", email: str = "") -> Manager:
    """Let somebody be invited by whoever made the first account, join and sign in."""
    email = email or "new@trust.example"
    offer, at = Offer(email, Membership(role, team)), site.clock()
    token = invite(site.installation, account_of(site, EMAIL), offer, at=at)
    accept(site.installation, token, "Somebody new", PASSWORD, at=at)
    manager = Manager(site, email)
    manager.open("/manage/sign-in")
    manager.press("Continue", email=email, password=PASSWORD)
    manager.set_up()
    return manager


PIER = {
    "organisation": "Seaside NHS Trust",
    "team": "Pier team",
    "one": "peer worker",
    "many": "peer workers",
}


def add_pier_team(first: Manager) -> str:
    """Add a second team, and return its id."""
    first.open("/manage/teams/new")
    return first.choose(PIER, "Add this team").path.rpartition("/")[2]


def link_on(page_words: str) -> str:
    """The link that a page shows once."""
    return next(word for word in page_words.split() if "/manage/" in word)


def send_invitation(
    manager: Manager, email: str, role: Role, team: str = "", status: int = 200
) -> None:
    """Fill the form for an invitation in, and send it."""
    manager.open("/manage/accounts/invite")
    form = {"email": email, "role": role, "team": team}
    manager.choose(form, "Make the link", status)
