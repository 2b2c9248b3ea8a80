"""docs/journeys/peer-worker-answers-on-a-phone.md"""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, expect

from tests.journeys.site import Site
from tests.journeys.walking import answer_all, at, fits, follow, heading, press

OpenPage = Callable[..., Page]


def listen(*pages: Page) -> list[str]:
    """Write down every host that the browsers ask for anything."""
    hosts: list[str] = []

    def note(request: Request) -> None:
        hosts.append(urlsplit(request.url).netloc)

    for page in pages:
        page.on("request", note)
    return hosts


def test_a_peer_worker_answers_on_a_phone(site: Site, open_page: OpenPage) -> None:
    code, phone, tablet = site.code(), open_page(320, 640), open_page(768, 1024)
    hosts = listen(phone, tablet)
    word = begin_and_save(site, phone, code)
    go_on_and_submit(site, tablet, code, word)
    assert {*hosts} == {urlsplit(site.url).netloc}


def begin_and_save(site: Site, phone: Page, code: str) -> str:
    """Answer four pages, save, leave, and return the word to come back with."""
    phone.goto(f"{site.url}/a/{code}")
    at(phone, site, "/answer")
    assert heading(phone) == "Tell us about the peer worker role in Harbour team"
    expect(phone.get_by_text("There are 6 of you.")).to_be_visible()
    assert fits(phone)

    press(phone, "Start")
    assert heading(phone) == "Recruitment clarity"
    for _ in range(3):
        assert fits(phone)
        answer_all(phone)
        press(phone, "Continue")
    answer_all(phone, value=3)
    press(phone, "Save and come back later")
    assert heading(phone) == "Your answers are saved"
    word = phone.locator(".app-word__word").inner_text()
    follow(phone, "Leave")
    assert heading(phone) == "You have left"
    return word


def go_on_and_submit(site: Site, tablet: Page, code: str, word: str) -> None:
    """Come back on another device, answer the rest, change one answer, submit."""
    tablet.goto(f"{site.url}/a/{code}")
    assert heading(tablet) == "Enter your return word"
    tablet.get_by_label("Your return word").fill(word)
    press(tablet, "Continue")
    expect(tablet.get_by_text("You have answered 9 of 46 questions.")).to_be_visible()
    press(tablet, "Go on")
    assert heading(tablet) == "Flexible terms and hierarchy"
    while heading(tablet) != "Check your answers":
        answer_all(tablet, value=2)
        press(tablet, "Continue")

    follow(tablet, "Change When I was offered this job")
    tablet.get_by_label("Strongly agree").first.check()
    press(tablet, "Continue")
    at(tablet, site, "/answer/check#RC1")
    press(tablet, "Submit my answers")
    assert heading(tablet) == "Thank you: your answers are in"
    follow(tablet, site.report)
    assert heading(tablet) == "The report on Harbour team is not ready yet"


def test_a_second_tab_ends_on_the_same_thank_you_page(
    site: Site, open_page: OpenPage
) -> None:
    first = open_page()
    first.goto(f"{site.url}/a/{site.code()}")
    press(first, "Start")
    answer_all(first)
    press(first, "Continue")
    second = first.context.new_page()
    for tab in (first, second):
        tab.goto(f"{site.url}/answer/check")
    for tab in (first, second):
        press(tab, "Submit my answers")
        assert heading(tab) == "Thank you: your answers are in"


def test_the_back_key_after_leaving_shows_no_answers(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page()
    page.goto(f"{site.url}/a/{site.code()}")
    press(page, "Start")
    answer_all(page)
    press(page, "Continue")
    follow(page, "Leave")
    page.go_back()
    page.wait_for_load_state()
    assert heading(page) == "How is the peer worker role going?"
