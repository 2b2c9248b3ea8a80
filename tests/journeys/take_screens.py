"""Take pictures of the main pages for docs/screens, as a phone and a desk show them.

``python -m tests.journeys.take_screens``
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from peeraudit.report.page import single_file
from peeraudit.settings import CHECKOUT
from tests.integration.asking.post_office import opened_office
from tests.journeys.after_report_pages import after_report_pages
from tests.journeys.asking_pages import asking_pages
from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.every_page import every_page
from tests.journeys.looking import pages_to_look_at
from tests.journeys.pages_for_managers import pages_for_managers
from tests.journeys.set_up_pages import set_up_pages
from tests.journeys.site import SMALL, Site, Team1, make_site, served
from tests.journeys.small_groups import small_group_pages
from tests.unit.report.releases import site as reference_site

MAIN = {
    *("start", "first", "question", "guess", "one-question", "purpose", "practice"),
    *("question-error", "saved", "check", "support", "return", "done", "left"),
    *("guide", "what-will-we-see"),
}
LOOKING = {
    *("sample-report-small", "questionnaires", "look-contents", "look-guess"),
    *("privacy", "cookies"),
}
PARTS = {"what-will-we-see-result": "#result"}
"""Pages of which only a part says something new."""
SMALL_GROUPS = {
    *("first-together", "question-together", "comment", "check-choice", "who-can-see"),
    *("leave", "comments", "comments-one", "comments-one-error", "comments-publish"),
    "report-being-read",
}
SETTING_UP = {
    *("set-up-start", "set-up-tasks", "set-up-facts", "set-up-promise"),
    "set-up-launch",
}
ACCOUNTS = {"accounts", "invite", "invitation-link", "account", "settings"}
ASKING = {
    *("team", "team-words", "audit-open", "ask", "ask-mail", "ask-mail-confirm"),
    *("ask-words", "ask-missing", "ask-longer", "ask-paper"),
}
AFTERWARDS = {
    *("audit-released", "meeting", "meeting-priority", "meeting-practice"),
    *("statement", "plan-empty", "plan-action", "plan", "what-came-of-it"),
    *("trust", "trust-facts", "trust-report", "record", "retention"),
    *("on-one-page", "board-paper"),
}
CHOICE = "first-choice"
"""Of this page the form alone: the rest of it is as elsewhere."""
REPORT = ("summary", "themes", "misreading", "practices")
SIZES = {320: 640, 1280: 800}
TALLEST = 2_000
COLOURS = 48
"""Enough for these pages, and a quarter of the size."""


def take(page: Page, file: Path) -> None:
    """Keep a picture of a page."""
    keep(page.screenshot(full_page=True, animations="disabled"), file)


def keep(shot: bytes, file: Path) -> None:
    """Keep a picture, cut where it gets long."""
    with Image.open(BytesIO(shot)) as picture:
        seen = picture.convert("RGB").crop(
            (0, 0, picture.width, min(picture.height, TALLEST))
        )
    seen.quantize(COLOURS).save(file, optimize=True)


def take_report(browser: Browser, folder: Path) -> None:
    """Keep pictures of the parts of a report that people look at first."""
    html = single_file(reference_site("London", 5))
    for width, height in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_content(html)
        for part in REPORT:
            shot = page.locator(f"#report-{part}").screenshot()
            keep(shot, folder / f"report-{part}-{width}.png")


def look_around(site: Site, page: Page, _other: Page) -> Iterator[tuple[str, Page]]:
    """Lead one browser of two over what needs no code."""
    yield from pages_to_look_at(site, page)


def take_pages(browser: Browser, folder: Path, width: int) -> None:
    """Keep pictures of the main pages, of a team with small groups too."""
    for team, walk, main in (
        (Team1(), every_page, MAIN),
        (Team1(), look_around, LOOKING),
        (SMALL, small_group_pages, SMALL_GROUPS),
        (Team1(), set_up_pages, SETTING_UP),
        (Team1(), pages_for_managers, ACCOUNTS),
        (Team1(), asking_pages, ASKING),
        (Team1(), after_report_pages, AFTERWARDS),
    ):
        # Where a picture shows how people are asked, nobody has been asked yet.
        asks = walk is asking_pages
        with (
            TemporaryDirectory() as home,
            opened_office() as office,
            served(
                make_site(
                    Path(home),
                    team=team,
                    mail=office.server if asks else None,
                    with_codes=not asks,
                )
            ) as site,
        ):
            viewport: ViewportSize = {"width": width, "height": SIZES[width]}
            pages = [browser.new_page(viewport=viewport) for _ in range(2)]
            for name, page in walk(site, *pages):
                file = folder / f"{name}-{width}.png"
                if name in main:
                    take(page, file)
                if name in PARTS:
                    keep(page.locator(PARTS[name]).screenshot(), file)
                if name == CHOICE:
                    keep(page.locator("form").screenshot(), file)


def main(folder: Path) -> None:
    """Take every picture at every size."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for width in SIZES:
            take_pages(browser, folder, width)
        take_report(browser, folder)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else CHECKOUT / "docs" / "screens")
