"""Every page that anybody can come to, one after the other."""

from collections.abc import Iterator
from datetime import timedelta

from playwright.sync_api import Page

from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.read_report import set_report_open
from peeraudit.sealing.codes import new_code
from tests.journeys.site import CLOSES, Site
from tests.journeys.walking import answer_all, follow, press


def every_page(site: Site, page: Page, other: Page) -> Iterator[tuple[str, Page]]:
    """Lead two browsers over the site, and yield each page with a name for it."""
    code = site.code()
    yield from before_an_audit(site, other)
    yield from ways_in(site, page, code)
    yield from questions(site, page)
    yield from around(site, page)
    yield from another_device(site, other, code)
    yield from errors(site, page)
    page.goto(f"{site.url}/answer/check")
    press(page, "Submit my answers")
    yield "done", page
    yield from the_end(site, page, other)


def before_an_audit(site: Site, page: Page) -> Iterator[tuple[str, Page]]:
    page.goto(f"{site.url}/guide")
    yield "guides", page
    follow(page, "Role adoption audit")
    yield "guide", page
    page.goto(f"{site.url}/what-will-we-see")
    yield "what-will-we-see", page
    press(page, "Show what we will see")
    yield "what-will-we-see-error", page
    page.get_by_label("Managers").fill("1")
    page.get_by_label("Peer workers").fill("3")
    page.get_by_label("Other staff").fill("8")
    press(page, "Show what we will see")
    page.get_by_text("Show all").click()
    yield "what-will-we-see-result", page


def ways_in(site: Site, page: Page, code: str) -> Iterator[tuple[str, Page]]:
    page.goto(site.url)
    yield "start", page
    press(page, "Continue")
    yield "start-error", page
    page.goto(f"{site.url}/a/not-a-code")
    yield "start-mistyped", page
    page.goto(f"{site.url}/answer")
    yield "start-without-code", page
    page.goto(f"{site.url}/a/{code}")
    yield "first", page


def questions(site: Site, page: Page) -> Iterator[tuple[str, Page]]:
    press(page, "Start")
    yield "question", page
    answer_all(page, value=3)
    press(page, "Continue")
    press(page, "Continue")
    yield "guess", page
    press(page, "Show one question on each page")
    yield "one-question", page
    press(page, "Show a topic on each page")
    page.goto(f"{site.url}/answer/rc-1")
    yield "question-answered", page
    page.goto(f"{site.url}/answer/purpose-1")
    yield "purpose", page
    page.goto(f"{site.url}/answer/practice-1")
    yield "practice", page
    page.evaluate("document.querySelector('#PR1').value = 'odd'")
    page.locator("#PR1").check()
    press(page, "Continue")
    yield "question-error", page


def around(site: Site, page: Page) -> Iterator[tuple[str, Page]]:
    for name, address in (
        ("first-again", "/answer"),
        ("saved", "/answer/saved"),
        ("check", "/answer/check"),
        ("support", "/support"),
        ("report-not-yet", site.report),
    ):
        page.goto(site.url + address)
        yield name, page
    page.goto(f"{site.url}/a/{new_code()}")
    yield "another-code", page


def another_device(site: Site, other: Page, code: str) -> Iterator[tuple[str, Page]]:
    other.goto(f"{site.url}/a/{code}")
    yield "return", other
    press(other, "Continue")
    yield "return-error", other
    other.goto(f"{site.url}/answer/afresh")
    yield "afresh", other


def errors(site: Site, page: Page) -> Iterator[tuple[str, Page]]:
    page.goto(f"{site.url}/nothing")
    yield "not-found", page
    page.goto(f"{site.url}/answer/rc-1")
    page.evaluate("document.querySelector('[name=csrf_token]').value = 'stale'")
    press(page, "Continue")
    yield "stale-form", page
    page.goto(f"{site.url}/answer/rc-1")
    page.evaluate(
        "document.querySelector('[name=csrf_token]').value = 'x'.repeat(10_000_000)"
    )
    press(page, "Continue")
    yield "too-large", page


def the_end(site: Site, page: Page, other: Page) -> Iterator[tuple[str, Page]]:
    other.reload()
    other.goto(f"{site.url}/answer")
    yield "refused", other
    other.goto(f"{site.url}/a/{site.code()}")
    press(other, "Start")
    site.clock.now = CLOSES + timedelta(hours=1)
    press(other, "Continue")
    yield "closed", other
    page.goto(f"{site.url}/leave")
    yield "left", page
    close_audit(site.installation, site.audit, at=site.clock.now)
    page.goto(site.url + site.report)
    yield "report", page
    for name in ("summary", "board-paper"):
        page.goto(f"{site.url}{site.report}/{name}")
        yield f"report-{name}", page
    set_report_open(site.installation, site.audit, is_open=False)
    page.goto(site.url + site.report)
    yield "report-closed", page
