"""Somebody who manages comes in: the first account, made in a browser."""

import pyotp
from playwright.sync_api import Page

from peeraudit.operations.first_account import first_token
from tests.journeys.site import Site
from tests.journeys.walking import follow, press

PASSWORD = "plinth otter gravel spoon"  # noqa: S105  # of nobody


def make_first_account(page: Page, site: Site) -> str:
    """Make the first account, and set up the second step; return the app's secret."""
    page.goto(f"{site.url}/manage/first/{first_token(site.installation)}")
    page.get_by_label("Your name").fill("A trust lead")
    page.get_by_label("E-mail address").fill("lead@trust.example")
    page.get_by_label("New password").fill(PASSWORD)
    press(page, "Continue")
    secret = page.locator(".app-secret").inner_text().replace(" ", "")
    page.get_by_label("Code from your app").fill(pyotp.TOTP(secret).at(site.clock()))
    press(page, "Continue")
    follow(page, "I have written them down")
    return secret


def sign_in(page: Page, site: Site, secret: str) -> None:
    """Fill the page for signing in, with both steps."""
    page.get_by_label("E-mail address").fill("lead@trust.example")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Continue")
    page.get_by_label("Code from your app").fill(pyotp.TOTP(secret).at(site.clock()))
    press(page, "Continue")


def add_team(page: Page) -> None:
    """Add a team with a job title of its own."""
    follow(page, "Add a team")
    page.get_by_label("Trust or organisation").fill("Seaside NHS Trust")
    page.get_by_label("Name of the team").fill("Pier team")
    page.get_by_label("What is one peer worker called").fill("lived experience worker")
    page.get_by_label("And more than one?").fill("lived experience workers")
    press(page, "Add this team")
