"""A manager with a browser and an app for codes."""

import re
from datetime import timedelta

import pyotp

from peeraudit.operations.first_account import first_token
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
        found = re.search(
            r"type this into the app: ([A-Z2-7 ]+?) Code", self.page.words
        )
        assert found
        self.secret = found[1].replace(" ", "")
        return self.press("Continue", code=self.code)

    def sign_in(self, password: str = PASSWORD, *, to: str = "") -> Page:
        """Sign in with both."""
        self.site.clock.now += timedelta(minutes=1)
        self.open(to or "/manage/sign-in")
        self.press("Continue", email=self.email, password=password)
        return self.press("Continue", code=self.code)
