"""docs/journeys/somebody-answers-with-the-keyboard-alone.md"""

from playwright.sync_api import Page, expect

from tests.journeys.site import Site
from tests.journeys.walking import at, focused, heading, questions, tab_to


def enter(page: Page, words: str) -> None:
    """Go to a link or button with Tab, and press Enter."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_keyboard_alone_walks_the_whole_way(site: Site, page: Page) -> None:
    type_the_code(site, page)
    enter(page, "Start")
    pages = 0
    while heading(page) != "Check your answers":
        for name in questions(page):
            tab_to(page, f"{name} ")
            page.keyboard.press("Space")
            page.keyboard.press("ArrowDown")
        enter(page, "Continue")
        pages += 1
    assert pages == 14
    enter(page, "Submit my answers")
    assert heading(page) == "Thank you: your answers are in"


def type_the_code(site: Site, page: Page) -> None:
    """Skip to the form, mistype the code once, and mend it from the error summary."""
    page.goto(site.url)
    page.keyboard.press("Tab")
    assert "Skip to main content" in focused(page)
    page.keyboard.press("Enter")
    tab_to(page, "Your code")
    page.keyboard.type("abc")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    enter(page, "Check the letters of your code")
    assert "Your code" in focused(page)
    page.keyboard.press("Control+A")
    page.keyboard.type(site.code())
    page.keyboard.press("Enter")
    at(page, site, "/answer")


def test_support_and_leaving_come_before_the_questions(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/a/{site.code()}")
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(focused(page).strip())
    assert stops == ["Skip to main content", "PeerAudit", "Support", "Leave"]
