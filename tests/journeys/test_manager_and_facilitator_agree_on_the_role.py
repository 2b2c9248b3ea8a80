"""docs/journeys/manager-and-facilitator-agree-on-the-role.md"""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from peeraudit.account.roles import Role
from peeraudit.instrument.frozen import Group
from tests.journeys.managing import first_account, sign_in, somebody_with, team_of
from tests.journeys.others import all_alike, answer
from tests.journeys.site import CLOSES, Site
from tests.journeys.walking import at, fits, follow, heading, looked_at, press

OpenPage = Callable[..., Page]

MANAGER = "manager@trust.example"
PEER_LEAD = "peer.lead@partner.example"
PHONE = "Give people their own phone number"
WIDER = (768, 1280)


def test_a_manager_and_a_facilitator_agree_on_the_role(
    site: Site, open_page: OpenPage
) -> None:
    lead = first_account(site)
    somebody_with(site, lead, Role.TEAM_MANAGER, MANAGER, "The manager")
    somebody_with(site, lead, Role.FACILITATOR, PEER_LEAD, "A peer lead")
    the_report_comes_out(site)
    wall, laptop = open_page(320), open_page(1280)
    open_the_agenda(site, wall)
    write_down_who_is_there(wall)
    talk_about_the_first_priority(site, wall)
    agree_on_a_practice(wall)
    two_write_at_once(site, wall, laptop)
    let_everyone_read_it(laptop)
    read_the_statement(site, laptop, wall)


def the_report_comes_out(site: Site) -> None:
    """Let peer workers and other staff see the role in opposite ways."""
    for group, place in ((Group.PEER_WORKER, 0), (Group.OTHER_STAFF, 3)):
        codes = site.codes[group]
        answer(site.installation, codes, all_alike(site.installation, codes[0], place))
    site.close()
    site.clock.now = CLOSES + timedelta(days=4)


def open_the_agenda(site: Site, page: Page) -> None:
    """Come from the audit to what to talk about."""
    sign_in(site, page, PEER_LEAD)
    follow(page, "Role adoption audit")
    follow(page, "Hold the meeting")
    main = page.locator("main")
    expect(main).to_contain_text("Agreed: 0 of 12.")
    expect(main).to_contain_text("Yes against never")
    expect(main).to_contain_text("Not shown")
    looked_at(page)
    wide_enough(page)


def write_down_who_is_there(page: Page) -> None:
    """Say when and who: first a day to come, by mistake."""
    follow(page, "Write down when you met")
    page.get_by_label("Year").fill("2027")
    press(page, "Save")
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    looked_at(page)
    page.get_by_label("Year").fill("2026")
    page.get_by_label("Who took part?").fill("the manager, all peer workers")
    press(page, "Save")
    expect(page.locator("main")).to_contain_text("24 March 2026: the manager, all")


def talk_about_the_first_priority(site: Site, page: Page) -> None:
    """See what it rests on, what the paper found, and where an action is written."""
    page.locator(".meeting-list a").first.click()
    expect(page.locator("main")).to_contain_text("What the paper found")
    link = page.get_by_role("link", name="Write an action for this")
    rule = page.url.rpartition("/")[2]
    new = f"/manage/teams/{team_of(site)}/plan/new?audit={site.audit}&finding={rule}"
    assert link.get_attribute("href") == new
    looked_at(page)
    wide_enough(page)
    follow(page, "Agenda")


def agree_on_a_practice(page: Page) -> None:
    """Go from practice to practice: skip one, agree on one, come to the next."""
    follow(page, "Start with the practices")
    first = heading(page)
    looked_at(page)
    wide_enough(page)
    follow(page, "Skip this practice")
    assert heading(page) != first
    press(page, "Save and go on")
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    looked_at(page)
    agreed = heading(page)
    page.get_by_label("Part of the role", exact=True).check()
    press(page, "Save and go on")
    saved = f"Saved: “{agreed}” – Part of the role."  # noqa: RUF001
    expect(page.get_by_role("status")).to_have_text(saved)
    looked_at(page)


def two_write_at_once(site: Site, page: Page, other: Page) -> None:
    """The manager writes along: the facilitator sees it, and loses nothing."""
    follow(page, "Agenda")
    follow(page, PHONE)
    sign_in(site, other, MANAGER)
    other.goto(page.url)
    other.get_by_label("Must never").check()
    press(other, "Save and go on")
    page.get_by_label("Not part of the role").check()
    page.get_by_label("How do you mean it?").fill("Ring from the office.")
    press(page, "Save and go on")
    expect(page.get_by_role("status")).to_contain_text("Somebody else")
    expect(page.get_by_label("Not part of the role")).to_be_checked()
    looked_at(page)
    press(page, "Save and go on")
    expect(page.get_by_role("status")).to_contain_text("Saved: “Give people")


def let_everyone_read_it(page: Page) -> None:
    """Read first what it means that everyone asked may read it."""
    follow(page, "Agenda")
    expect(page.locator("main")).to_contain_text("Ring from the office.")
    follow(page, "Let everyone who was asked read what was agreed")
    looked_at(page)
    press(page, "Let everyone who was asked read it")
    expect(page.locator("#everyone")).to_contain_text("Everyone who was asked may read")


def read_the_statement(site: Site, page: Page, small: Page) -> None:
    """See the role in the team's own words, and take it home as a file."""
    follow(page, "Role statement of the team")
    at(page, site, f"/manage/teams/{team_of(site)}/statement")
    main = page.locator("main")
    expect(main).to_contain_text("it is not part of the peer worker role to")
    expect(main).to_contain_text("Ring from the office.")
    expect(main).to_contain_text("Who took part: the manager, all peer workers.")
    looked_at(page)
    with page.expect_download() as saved:
        follow(page, "Download the role statement as a PDF")
    assert saved.value.suggested_filename == "role-statement.pdf"
    small.goto(page.url)
    looked_at(small)


def wide_enough(page: Page) -> None:
    """See that nothing sticks out on larger screens either."""
    phone = page.viewport_size
    assert phone
    for width in WIDER:
        page.set_viewport_size({"width": width, "height": 844})
        assert fits(page), (heading(page), width)
    page.set_viewport_size(phone)
