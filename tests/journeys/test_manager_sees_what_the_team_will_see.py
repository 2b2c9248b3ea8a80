"""docs/journeys/manager-sees-what-the-team-will-see.md"""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.site import Site
from tests.journeys.walking import at, fits, follow, heading, press

OpenPage = Callable[..., Page]


def test_a_manager_sees_what_the_team_will_see(site: Site, open_page: OpenPage) -> None:
    desk = open_page(1280, 800, javascript=False)
    desk.goto(site.url)
    follow(desk, "What will this team see?")
    at(desk, site, "/what-will-we-see")
    type_how_many(desk)
    try_a_joint_sheet(desk)
    follow(desk, "Open the conversation guide")
    assert heading(desk) == "Conversation guide: Role adoption audit"


def type_how_many(desk: Page) -> None:
    """Make a slip, mend it, and see that the peer workers would not be seen."""
    desk.get_by_label("Managers").fill("one")
    desk.get_by_label("Peer workers").fill("3")
    press(desk, "Show what we will see")
    expect(desk.get_by_role("alert")).to_contain_text("enter a whole number, like 3")
    follow(desk, "Managers: enter a whole number")
    expect(desk.get_by_label("Managers")).to_have_value("one")
    desk.get_by_label("Managers").fill("1")
    desk.get_by_label("Other staff").fill("8")
    press(desk, "Show what we will see")
    told = desk.get_by_text("With 3 peer workers you will see nothing of theirs")
    expect(told).to_contain_text("Choose a joint sheet, pooled only, or the guide.")
    assert fits(desk)


def try_a_joint_sheet(desk: Page) -> None:
    """Choose how the small groups would answer, and see how much more there is."""
    expect(desk.get_by_text("4 of 29 findings can be told")).to_be_visible()
    managers = desk.get_by_role("group", name="Managers: how would they answer?")
    managers.get_by_label("Each alone and openly, shown as theirs").check()
    peer_workers = desk.get_by_role("group", name="Peer workers: how would they")
    peer_workers.get_by_label("Openly, on one sheet").check()
    press(desk, "Show it with these choices")
    expect(desk.get_by_text("27 of 29 findings can be told")).to_be_visible()
    expect(desk.get_by_text("It can be told for 18 of 18 practices.")).to_be_visible()
    expect(desk.get_by_label("Other staff")).to_have_value("8")
