"""docs/journeys/manager-sets-up-an-audit.md"""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from peeraudit.audit.audit import State
from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.list_audits import list_audits
from tests.journeys.signing_in import add_team, make_first_account
from tests.journeys.site import Site
from tests.journeys.walking import fits, follow, heading, press

OpenPage = Callable[..., Page]


def test_a_manager_sets_up_an_audit(site: Site, open_page: OpenPage) -> None:
    desk = open_page(1280, 900, javascript=False)
    make_first_account(desk, site)
    add_team(desk)
    start(desk)
    fill_in_facts(desk)
    ask_hr(desk)
    promise(desk)
    try_it_out(desk)
    launch(desk)
    open_for_answers(desk, site)


def start(desk: Page) -> None:
    """Choose the audit for a role that nobody is in yet."""
    follow(desk, "Start an audit")
    expect(desk.get_by_text("About how many minutes").first).to_be_visible()
    desk.get_by_label("If nobody is in the role yet: Readiness audit").check()
    press(desk, "Continue")
    assert heading(desk) == "Set up the audit of Pier team"
    expect(desk.get_by_text("Cannot start yet")).to_have_count(2)


def fill_in_facts(desk: Page) -> None:
    """Know some facts and not others, mend a slip, and read what follows at once."""
    follow(desk, "1. How the role is set up")
    follow(desk, "Coming into the role")
    for question, answer in (
        ("How will lived experience workers come", "They are asked or come forward, w"),
        ("Is there a written job description", "I do not know yet"),
    ):
        desk.get_by_role("group", name=question).get_by_label(answer).check()
    press(desk, "Save and continue")
    expect(desk.get_by_text("2 of 7")).to_be_visible()
    told = desk.get_by_role("region", name="No open route in, or no job description")
    expect(told).to_contain_text("Write down what the role is for.")
    expect(told).to_contain_text("Read the paper, pages 5, 10 and 11")
    follow(desk, "Numbers")
    posts = desk.get_by_role("group", name="How many lived experience worker posts")
    posts.get_by_label("Number").fill("two")
    press(desk, "Save and continue")
    follow(desk, "Posts: enter a whole number from 0 to 500")
    posts.get_by_label("Number").fill("2")
    fixed = desk.get_by_role("group", name="How many of these posts will be fixed")
    fixed.get_by_label("I do not know yet").check()
    press(desk, "Save and continue")
    expect(desk.get_by_text("Completed")).to_have_count(1)


def ask_hr(desk: Page) -> None:
    """Take what is not known to somebody who knows."""
    follow(desk, "Copy 2 questions as a list to ask HR")
    expect(desk.get_by_label("List to copy")).to_have_value(
        "Questions about lived experience workers in Pier team\n\n"
        "1. Is there a written job description for the role?\n"
        "2. How many of these posts will be fixed term?\n"
    )
    follow(desk, "Go back to the facts")
    follow(desk, "Go back to the list")


def promise(desk: Page) -> None:
    """See what two people in a group mean, let them choose, and read the words."""
    follow(desk, "2. Who is asked, and what they are promised")
    desk.get_by_label("Managers").fill("1")
    desk.get_by_label("People chosen as lived experience workers").fill("2")
    desk.get_by_label("Other staff").fill("9")
    press(desk, "Show what our team will see")
    expect(
        desk.get_by_text("With 2 people chosen as lived experience workers you will")
    ).to_be_visible()
    choose_how_they_answer(desk)
    expect(desk.get_by_text("This promise is saved.")).to_be_visible()
    expect(desk.get_by_text("You will see one view, from the sheet")).to_be_visible()
    words = desk.get_by_text("There are 2 of you. You fill in one sheet together: meet")
    expect(words).to_be_hidden()
    desk.locator("summary", has_text="People chosen as").click()
    expect(words).to_be_visible()
    assert fits(desk)
    follow(desk, "Go back to the list")


def choose_how_they_answer(desk: Page) -> None:
    """Be told that two groups are too few, and say how they answer."""
    press(desk, "Save this promise")
    alert = desk.get_by_role("alert")
    expect(alert).to_contain_text("Managers: choose how they answer")
    expect(desk.get_by_label("Day")).to_have_value("17")
    chosen = desk.get_by_role(
        "group", name="People chosen as lived experience workers:"
    )
    chosen.get_by_label("Openly, on one sheet").check()
    managers = desk.get_by_role("group", name="Managers: how do they answer?")
    managers.get_by_label("Each alone and openly").check()
    press(desk, "Save this promise")


def try_it_out(desk: Page) -> None:
    """Answer as one of the other staff would; nothing leaves the browser."""
    sent: list[str] = []
    desk.on("request", lambda each: sent.append(f"{each.method} {each.post_data}"))
    follow(desk, "3. Try it out")
    follow(desk, "Other staff")
    follow(desk, "Start")
    while heading(desk) != "That was the last page":
        for name in desk.eval_on_selector_all(
            "input[type=radio]", "all => [...new Set(all.map(each => each.name))]"
        ):
            desk.locator(f"input[name='{name}']").first.check()
        follow(desk, "Continue")
    assert set(sent) == {"GET None"}
    follow(desk, "Go back to the list")


def launch(desk: Page) -> None:
    """Look at everything once more, and launch."""
    follow(desk, "4. Launch")
    expect(desk.get_by_text("Managers: 1, each alone and openly")).to_be_visible()
    expect(desk.get_by_text("5pm on Tuesday 17 March 2026, to begin")).to_be_visible()
    expect(desk.get_by_text("The key that opens the answers")).to_be_visible()
    press(desk, "Launch this audit")
    assert heading(desk) == "Audit of Pier team"
    expect(desk.get_by_text("Opening.")).to_be_visible()


def open_for_answers(desk: Page, site: Site) -> None:
    """See it open once the worker has been there."""
    do_what_is_due(site.installation, at=site.clock())
    follow(desk, "Look again")
    expect(desk.get_by_text("Open: closes in 14 days.")).to_be_visible()
    expect(desk.get_by_role("link", name="Ask people")).to_be_visible()
    (mine,) = (
        each for each in list_audits(site.installation) if each.team.name == "Pier team"
    )
    assert mine.state is State.OPEN
    modes = {group: each.mode for group, each in mine.promise.group.items()}
    assert modes == {
        Group.MANAGER: GroupMode.ATTRIBUTED,
        Group.PEER_WORKER: GroupMode.JOINT_SHEET,
        Group.OTHER_STAFF: GroupMode.ANONYMOUS,
    }
