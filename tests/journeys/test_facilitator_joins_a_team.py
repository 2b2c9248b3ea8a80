"""docs/journeys/facilitator-joins-a-team.md"""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from peeraudit.account.roles import Role
from tests.journeys.managing import (
    first_account,
    secret_on,
    show_code,
    sign_in,
    somebody_with,
)
from tests.journeys.others import all_alike, answer
from tests.journeys.signing_in import PASSWORD
from tests.journeys.site import Site
from tests.journeys.walking import (
    at,
    follow,
    heading,
    looked_at,
    press,
)

OpenPage = Callable[..., Page]

MANAGER = "manager@trust.example"
PEER_LEAD = "peer.lead@partner.example"
NEW_PASSWORD = "cobble lantern thrush nine"  # noqa: S105  # of nobody


def test_a_facilitator_joins_a_team(site: Site, open_page: OpenPage) -> None:
    lead = first_account(site)
    somebody_with(site, lead, Role.TEAM_MANAGER, MANAGER, "The manager")
    desk, phone = open_page(1280), open_page(320)
    link = the_manager_invites(site, desk)
    make_an_account(site, phone, link)
    see_one_team_and_no_accounts(site, phone)
    read_the_report_when_it_is_out(site, phone)
    change_the_password(phone)
    lose_the_role(site, desk, phone)


def the_manager_invites(site: Site, page: Page) -> str:
    """Invite from the page of the team's people, and get a link and words to send."""
    sign_in(site, page, MANAGER)
    follow(page, "Accounts")
    follow(page, "Invite somebody")
    assert page.get_by_label("IT administrator").count() == 0
    assert page.get_by_label("Trust lead").count() == 0
    page.get_by_label("Their e-mail address").fill(PEER_LEAD)
    page.get_by_label("Facilitator").check()
    press(page, "Make the link")
    assert heading(page) == "Send this link"
    link = page.locator(".app-word").inner_text().strip()
    expect(page.locator(".app-written")).to_contain_text(link)
    follow(page, "I have sent it")
    expect(page.locator("main")).to_contain_text(PEER_LEAD)
    expect(page.locator("main")).not_to_contain_text(link)
    return link


def make_an_account(site: Site, page: Page, link: str) -> None:
    """Read what the role is, choose name and password, set the second step up."""
    page.goto(link)
    main = page.locator("main")
    expect(main).to_contain_text("to be: Facilitator of Harbour team")
    expect(main).to_contain_text("Reads the reports of one team")
    looked_at(page)
    page.get_by_label("Your name").fill("A peer lead")
    page.get_by_label("New password").fill("short")
    press(page, "Continue")
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    looked_at(page)
    page.get_by_label("New password").fill(PASSWORD)
    press(page, "Continue")
    looked_at(page)
    show_code(site, page, secret_on(page))
    assert heading(page) == "Write these recovery codes down"
    assert page.locator(".app-codes li").count() == 10
    looked_at(page)
    follow(page, "I have written them down")


def see_one_team_and_no_accounts(site: Site, page: Page) -> None:
    """See the team, and of all else that there is no such page."""
    at(page, site, "/manage")
    expect(page.locator("main")).to_contain_text("Harbour team")
    pages = page.get_by_role("navigation", name="Menu")
    links = pages.get_by_role("link").all_inner_texts()
    assert links == ["Teams", "Your account"]
    looked_at(page)
    for closed in ("accounts", "accounts/invite", "settings", "teams/new"):
        page.goto(f"{site.url}/manage/{closed}")
        assert heading(page) == "We cannot find that page"
    page.goto(f"{site.url}/manage")
    follow(page, "Role adoption audit")
    expect(page.locator("main")).to_contain_text("Open: closes in")
    words = page.locator("main").inner_text()
    assert not re.search(r"\b\d+ (of \d+ )?(answered|people have)", words)
    looked_at(page)


def read_the_report_when_it_is_out(site: Site, page: Page) -> None:
    """Read what everyone reads, at the same address."""
    for group, codes in site.codes.items():
        assert group
        answer(site.installation, codes, all_alike(site.installation, codes[0]))
    now = site.clock.now
    site.close()
    site.clock.now = now
    page.reload()
    follow(page, "Read the report")
    at(page, site, site.report)
    assert heading(page) == "Role adoption audit: Harbour team"


def change_the_password(page: Page) -> None:
    """Change the password, once typed wrongly."""
    page.go_back()
    follow(page, "Your account")
    expect(page.locator("main")).to_contain_text("Facilitator of Harbour team")
    looked_at(page)
    follow(page, "Change your password")
    page.get_by_label("Your password now").fill("not this one")
    page.get_by_label("New password").fill(NEW_PASSWORD)
    press(page, "Change it")
    looked_at(page)
    page.get_by_label("Your password now").fill(PASSWORD)
    page.get_by_label("New password").fill(NEW_PASSWORD)
    press(page, "Change it")
    expect(page.get_by_role("status")).to_contain_text("Your password is changed")
    looked_at(page)


def lose_the_role(site: Site, desk: Page, phone: Page) -> None:
    """When the meeting is over, the manager takes the role away."""
    desk.goto(f"{site.url}/manage/accounts")
    follow(desk, "Take this role away (Facilitator of Harbour team")
    press(desk, "Take this role away")
    expect(desk.locator("main")).not_to_contain_text("A peer lead")
    phone.reload()
    assert heading(phone) == "Sign in"
