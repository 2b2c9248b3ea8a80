"""Every page about accounts and settings, one after the other."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from playwright.sync_api import FilePayload, Page

from peeraudit.account.roles import Membership, Role
from peeraudit.operations.invite import Offer, invite
from tests.journeys.managing import (
    LEAD,
    first_account,
    secret_on,
    sign_in,
    somebody_with,
    team_of,
)
from tests.journeys.site import Site
from tests.journeys.walking import follow, press

PEER = "a.peer.lead.with.a.rather.long.address@partner-organisation.example"
Walk = Iterator[tuple[str, Page]]


def pages_for_managers(site: Site, page: Page, other: Page) -> Walk:
    """Lead two browsers over the pages, and yield each with a name for it."""
    lead = first_account(site)
    somebody_with(site, lead, Role.FACILITATOR, PEER, "A peer lead")
    offer = Offer("new@trust.example", Membership(Role.TEAM_MANAGER, team_of(site)))
    token = invite(site.installation, lead, offer, at=site.clock())
    sign_in(site, page, LEAD)
    yield from people(site, page)
    yield from helping(site, page)
    yield from inviting(page)
    yield from own_account(site, page)
    yield from settings(site, page, other)
    yield from taking_up(site, page, other, token)


def people(site: Site, page: Page) -> Walk:
    page.goto(f"{site.url}/manage/accounts")
    yield "accounts", page
    follow(page, "Take this role away (Facilitator of Harbour team")
    yield "take-role", page
    follow(page, "Back")
    follow(page, "Take this role away (IT administrator")
    press(page, "Take this role away")
    yield "take-role-refused", page


def helping(site: Site, page: Page) -> Walk:
    page.goto(f"{site.url}/manage/accounts")
    follow(page, "Lost phone of A peer lead")
    yield "lost-phone", page
    page.goto(f"{site.url}/manage/accounts")
    follow(page, "New password for A peer lead")
    yield "new-password", page
    press(page, "Make the link")
    yield "new-password-link", page
    page.goto(page.locator(".app-word").inner_text().strip())
    yield "choose-password", page
    page.get_by_label("New password").fill("short")
    press(page, "Continue")
    yield "choose-password-error", page
    page.goto(f"{site.url}/manage/accounts")


def inviting(page: Page) -> Walk:
    follow(page, "Invite somebody")
    yield "invite", page
    page.get_by_label("Trust lead").check()
    page.get_by_label("For which team?").select_option("Harbour team")
    press(page, "Make the link")
    yield "invite-error", page
    page.get_by_label("Their e-mail address").fill("someone@trust.example")
    page.get_by_label("For which team?").select_option("Not for one team")
    press(page, "Make the link")
    yield "invitation-link", page


def own_account(site: Site, page: Page) -> Walk:
    page.goto(f"{site.url}/manage/account")
    yield "account", page
    follow(page, "Change your password")
    press(page, "Change it")
    yield "change-password-error", page
    page.goto(f"{site.url}/manage/account/second-factor")
    yield "change-factor", page
    secret = secret_on(page)
    press(page, "Change it")
    yield "change-factor-error", page
    assert secret == secret_on(page)


def settings(site: Site, page: Page, other: Page) -> Walk:
    sign_in(site, other, LEAD)
    sign_in(site, page, LEAD)
    page.goto(f"{site.url}/manage/settings")
    yield "settings", page
    fill_settings(page)
    page.get_by_label("E-mail address").fill("nobody")
    press(page, "Save")
    yield "settings-error", page
    page.get_by_label("E-mail address").fill("audit@trust.example")
    press(page, "Save")
    page.get_by_label("Logo").set_input_files(logo(b"no picture"))
    press(page, "Use this logo")
    yield "settings-logo-error", page
    page.get_by_label("Logo").set_input_files(logo(picture()))
    press(page, "Use this logo")
    yield "settings-saved", page
    raced(site, page, other)
    yield "settings-raced", other
    other.goto(f"{site.url}/support")
    yield "support-with-contacts", other


def fill_settings(page: Page) -> None:
    page.get_by_label("Name of your organisation").fill("Seaside NHS Trust")
    page.get_by_label("Freedom to Speak Up").fill("Our Guardian: 020 7946 0001")
    page.get_by_label("Occupational health").fill("020 7946 0002, staff and volunteers")
    page.get_by_label("Crisis lines").fill("Day and night: 020 7946 0003")
    page.get_by_label("Data protection officer").fill("020 7946 0004")


def raced(site: Site, page: Page, other: Page) -> None:
    """Save the same settings from two browsers."""
    other.goto(f"{site.url}/manage/sign-in")
    sign_in(site, other, LEAD)
    other.goto(f"{site.url}/manage/settings")
    page.get_by_label("Crisis lines").fill("Another number: 020 7946 0005")
    press(page, "Save")
    other.get_by_label("Occupational health").fill("020 7946 0006")
    press(other, "Save")


def taking_up(site: Site, page: Page, other: Page, token: str) -> Walk:
    page.goto(f"{site.url}/manage/invitation/{token}")
    yield "invitation-of-another", page
    other.context.clear_cookies()
    other.goto(f"{site.url}/manage/invitation/{token}")
    yield "invitation", other
    other.goto(f"{site.url}/manage/invitation/nothing")
    yield "invitation-over", other
    other.goto(f"{site.url}/manage/new-password/nothing")
    yield "new-password-over", other


def picture() -> bytes:
    """A logo that is wide, as most are."""
    written = BytesIO()
    Image.new("RGB", (400, 120), "#005eb8").save(written, format="PNG")
    return written.getvalue()


def logo(content: bytes) -> FilePayload:
    return {"name": "logo.png", "mimeType": "image/png", "buffer": content}
