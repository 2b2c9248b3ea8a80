"""The pages for after a report, one after the other."""

from collections.abc import Iterator
from datetime import timedelta

from playwright.sync_api import Page

from tests.journeys.managing import LEAD, first_account, sign_in, team_of
from tests.journeys.others import all_alike, answer
from tests.journeys.site import CLOSES, Site
from tests.journeys.six_teams import let_five_have_reports, let_two_plan
from tests.journeys.walking import follow, press

Walk = Iterator[tuple[str, Page]]


def after_report_pages(site: Site, page: Page, _other: Page) -> Walk:
    """Lead one browser of two from a report to what came of it, and over teams."""
    for group, codes in site.codes.items():
        answers = all_alike(site.installation, codes[0], 0 if "peer" in group else 3)
        answer(site.installation, codes, answers)
    site.close()
    site.clock.now = CLOSES + timedelta(days=4)
    first_account(site)
    sign_in(site, page, LEAD)
    here = f"{site.url}/manage/teams/{team_of(site)}"
    page.goto(f"{here}/audits/{site.audit}")
    yield "audit-released", page
    yield from meeting(site, page, here)
    yield from plan(site, page, here)
    yield from trust(site, page)


def meeting(site: Site, page: Page, here: str) -> Walk:
    page.goto(f"{here}/audits/{site.audit}/meeting")
    yield "meeting", page
    page.locator(".meeting-list a").first.click()
    yield "meeting-priority", page
    page.goto(f"{here}/audits/{site.audit}/meeting/practices/PR10")
    yield "meeting-practice", page
    page.get_by_label("Must never", exact=True).check()
    press(page, "Save and go on")
    page.goto(f"{here}/statement")
    yield "statement", page


def plan(site: Site, page: Page, here: str) -> Walk:
    page.goto(f"{here}/plan")
    yield "plan-empty", page
    page.get_by_role("link", name="Use this").first.click()
    yield "plan-action", page
    page.get_by_label("Who sees to it?").fill("The team manager")
    for name, value in (("Day", "20"), ("Month", "5"), ("Year", "2026")):
        page.get_by_label(name, exact=True).fill(value)
    page.get_by_label("Everyone who was asked may read this").check()
    press(page, "Save")
    page.goto(f"{here}/plan")
    yield "plan", page
    page.goto(site.url + site.report)
    follow(page, "What came of it")
    yield "what-came-of-it", page
    for name, words in (
        ("on-one-page", "on one page, for everyone"),
        ("board-paper", "a paper for the board"),
    ):
        page.goto(site.url + site.report)
        follow(page, words)
        yield name, page


def trust(site: Site, page: Page) -> Walk:
    let_two_plan(site, let_five_have_reports(site))
    for name in ("trust", "trust/facts", "trust/report", "record", "retention"):
        page.goto(f"{site.url}/manage/{name}")
        yield name.replace("/", "-"), page
