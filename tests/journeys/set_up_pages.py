"""Every page on which an audit is set up, one after the other."""

from collections.abc import Iterator
from datetime import timedelta

from playwright.sync_api import Page

from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.journeys.signing_in import add_team, make_first_account
from tests.journeys.site import Site
from tests.journeys.walking import follow, press

Walk = Iterator[tuple[str, Page]]


def set_up_pages(site: Site, page: Page, other: Page) -> Walk:
    """Set an audit up, and yield each page with a name for it."""
    make_first_account(page, site)
    add_team(page)
    yield "team", page
    follow(page, "Start an audit")
    yield "set-up-start", page
    press(page, "Continue")
    yield "start-error", page
    page.get_by_label("If nobody is in the role yet").check()
    press(page, "Continue")
    yield "set-up-tasks", page
    tasks = page.url
    yield from facts(page, tasks)
    yield from promise(page, tasks)
    yield from trying(page, tasks)
    other.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]
    yield from launching(site, page, other, tasks)


def facts(page: Page, tasks: str) -> Walk:
    page.goto(f"{tasks}/facts")
    yield "facts", page
    follow(page, "Coming into the role")
    yield "topic", page
    page.locator("#fact_route-3").check()
    press(page, "Save and continue")
    page.goto(f"{tasks}/facts/numbers")
    page.locator("#fact_posts").fill("two")
    page.locator("#fact_fixed_term_posts-unknown").check()
    press(page, "Save and continue")
    yield "topic-error", page
    page.locator("#fact_posts").fill("2")
    press(page, "Save and continue")
    yield "set-up-facts", page
    follow(page, "as a list to ask HR")
    yield "ask-hr", page
    page.goto(tasks)
    follow(page, "Change what is asked")
    yield "questions", page


def promise(page: Page, tasks: str) -> Walk:
    page.goto(f"{tasks}/promise")
    yield "promise", page
    for group, number in (("manager", "1"), ("peer_worker", "3"), ("other_staff", "9")):
        page.locator(f"#{group}").fill(number)
    press(page, "Show what our team will see")
    yield "promise-look", page
    page.locator("#closes_on").fill("32")
    page.locator("#closes_at").fill("late")
    page.locator("#comments").check()
    press(page, "Save this promise")
    yield "promise-error", page
    page.locator("#closes_on").fill("17")
    page.locator("#closes_at").fill("5pm")
    page.locator("#reader").fill("The lead of another service")
    page.locator("#manager_mode-2").check()
    page.locator("#peer_worker_mode-2").check()
    press(page, "Save this promise")
    for summary in page.locator("#result summary").all():
        summary.click()
    yield "set-up-promise", page


def trying(page: Page, tasks: str) -> Walk:
    page.goto(f"{tasks}/try")
    yield "try", page
    follow(page, "People chosen as")
    yield "try-first", page
    for slug in ("rc-1", "purpose-1", "practice-1", "comment-1"):
        page.goto(f"{tasks}/try/peer_worker/{slug}")
        yield f"try-{slug}", page
    page.goto(f"{tasks}/try/peer_worker/end")
    yield "try-end", page


def launching(site: Site, page: Page, other: Page, tasks: str) -> Walk:
    page.goto(tasks)
    yield "tasks-done", page
    site.clock.now += timedelta(minutes=1)
    follow(page, "4. Launch")
    for summary in page.locator("summary").all():
        summary.click()
    yield "set-up-launch", page
    yield from two_at_once(page, other, tasks)
    do_what_is_due(site.installation, at=site.clock())
    follow(page, "Look again")
    yield "open", page


def two_at_once(page: Page, other: Page, tasks: str) -> Walk:
    other.goto(f"{tasks}/promise")
    other.locator("#manager_mode").check()
    press(other, "Save this promise")
    press(page, "Launch this audit")
    yield "changed", page
    follow(page, "See how it is now")
    other.goto(page.url)
    press(page, "Launch this audit")
    yield "readers-code", page
    press(other, "Launch this audit")
    yield "launched-before", other
    follow(page, "I have handed it over")
    yield "opening", page
