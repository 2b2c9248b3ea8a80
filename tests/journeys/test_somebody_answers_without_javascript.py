"""docs/journeys/somebody-answers-without-javascript.md"""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.site import Site
from tests.journeys.walking import answer_all, at, follow, heading, press

OpenPage = Callable[..., Page]


def test_somebody_answers_without_javascript(site: Site, open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    page.goto(site.url)
    page.get_by_label("Your code").fill("abc")
    press(page, "Continue")
    expect(page.get_by_role("alert")).to_contain_text("Check the letters")
    page.get_by_label("Your code").fill(site.code())
    press(page, "Continue")
    at(page, site, "/answer")
    press(page, "Start with one question on each page")
    for _ in range(5):
        page.get_by_label("I do not know").check()
        press(page, "Continue")
    press(page, "Show a topic on each page")
    follow(page, "Back")
    press(page, "Clear my answers on this page")
    while heading(page) != "Check your answers":
        press(page, "Continue")
    press(page, "Submit my answers")
    assert heading(page) == "Thank you: your answers are in"


def test_no_page_of_a_respondent_has_a_script(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/a/{site.code()}")
    assert page.locator("script").count() == 0
    press(page, "Start")
    assert page.locator("script").count() == 0
    answer_all(page)
    press(page, "Save and come back later")
    assert page.locator("script").count() == 0
