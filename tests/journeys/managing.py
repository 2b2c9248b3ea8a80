"""Managers in a browser: they sign in with a password, and a code that an app shows."""

from datetime import timedelta

import pyotp
from playwright.sync_api import Page

from peeraudit.account.roles import Account, Membership, Role
from peeraudit.account.second_factor import new_second_factor
from peeraudit.operations.accept_invitation import accept
from peeraudit.operations.first_account import first_token, make_first_account
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.kept_factor import write_factor
from peeraudit.operations.people import Person
from peeraudit.storage import accounts
from tests.journeys.signing_in import PASSWORD
from tests.journeys.site import Site
from tests.journeys.walking import press

LEAD = "lead@trust.example"


def team_of(site: Site) -> str:
    """The id of the team whose audit is open."""
    return site.installation.audit(site.audit).team.id


def first_account(site: Site) -> Account:
    """The first account: it looks after teams and accounts."""
    token = first_token(site.installation) or ""
    person = Person("The trust lead", LEAD)
    return make_first_account(site.installation, token, person, PASSWORD)


def somebody_with(site: Site, by: Account, role: Role, email: str, name: str) -> None:
    """Let somebody be invited, and make their account."""
    team = team_of(site) if role.is_for_a_team else ""
    offer, at = Offer(email, Membership(role, team)), site.clock()
    token = invite(site.installation, by, offer, at=at)
    accept(site.installation, token, name, PASSWORD, at=at)


def sign_in(site: Site, page: Page, email: str) -> None:
    """Sign in; the app is set up already."""
    with site.installation.changing_accounts() as rows:
        account = accounts.by_email(rows, email)
        assert account
        factor, _codes = new_second_factor()
        write_factor(rows, account.id, factor)
    page.goto(f"{site.url}/manage/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Continue")
    show_code(site, page, factor.secret)


def show_code(site: Site, page: Page, secret: str) -> None:
    """Type what the app shows, at a minute of its own."""
    site.clock.now += timedelta(minutes=1)
    page.get_by_label("Code from your app").fill(pyotp.TOTP(secret).at(site.clock()))
    press(page, "Continue")


def secret_on(page: Page) -> str:
    """What the picture for the app has in it."""
    return page.locator(".app-secret").inner_text().replace(" ", "")
