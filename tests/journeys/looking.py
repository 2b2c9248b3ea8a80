"""The pages that anybody can look at before signing in, and those right after."""

from collections.abc import Iterator

import pyotp
from playwright.sync_api import Page

from peeraudit.operations.first_account import first_token
from tests.journeys.signing_in import PASSWORD
from tests.journeys.site import Site
from tests.journeys.walking import follow, press

PEER_WORKERS = "/questionnaires/role-adoption/full/peer_worker"


def pages_to_look_at(site: Site, page: Page) -> Iterator[tuple[str, Page]]:
    """Lead a browser over what needs no code and no account."""
    for name, address in (
        ("sample-report", "/sample-report"),
        ("sample-report-small", "/sample-report/small-team"),
        ("questionnaires", "/questionnaires"),
        ("look-contents", PEER_WORKERS),
        ("look-question", f"{PEER_WORKERS}/rc-1"),
        ("look-guess", f"{PEER_WORKERS}/se-1"),
        ("look-purpose", f"{PEER_WORKERS}/purpose-1"),
        ("look-practice", f"{PEER_WORKERS}/practice-1"),
        ("look-comment", f"{PEER_WORKERS}/comment-1"),
        ("accessibility", "/accessibility"),
        ("privacy", "/privacy"),
        ("cookies", "/cookies"),
    ):
        page.goto(site.url + address)
        yield name, page


def pages_of_a_first_manager(site: Site, page: Page) -> Iterator[tuple[str, Page]]:
    """Make the first account and the first team, and sign out."""
    page.goto(f"{site.url}/manage/first/{first_token(site.installation)}")
    yield "first-account", page
    press(page, "Continue")
    yield "first-account-error", page
    page.get_by_label("Your name").fill("A lead")
    page.get_by_label("E-mail address").fill("lead@trust.example")
    page.get_by_label("New password").fill(PASSWORD)
    press(page, "Continue")
    yield "second-factor", page
    show_a_code(site, page)
    yield "recovery", page
    follow(page, "I have written them down")
    yield "managers-home", page
    yield from a_first_team(page)
    press(page, "Sign out")
    yield "sign-in", page


def show_a_code(site: Site, page: Page) -> None:
    """Put the secret into an app, and type what it shows."""
    secret = page.locator(".app-secret").inner_text().replace(" ", "")
    code = pyotp.TOTP(secret).at(site.clock())
    page.get_by_label("Code from your app").fill(code)
    press(page, "Continue")


def a_first_team(page: Page) -> Iterator[tuple[str, Page]]:
    """Add a team, at the second try."""
    follow(page, "Add a team")
    yield "new-team", page
    press(page, "Add this team")
    yield "new-team-error", page
    page.get_by_label("Trust or organisation").fill("Elm Trust")
    page.get_by_label("Name of the team").fill("Elm Road")
    press(page, "Add this team")
    yield "team", page
