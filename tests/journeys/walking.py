"""What people do on a page, for journeys to be read as stories."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # has no types
from playwright.sync_api import Page, expect

from tests.journeys.site import Site

RULES = {
    "runOnly": [
        *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
    ],
    # What passes is not told of node by node: on a report that takes most of the time.
    "resultTypes": ["violations"],
}

OVERLAP = """() => {
  const all = ".app-header__logo, .app-header__name, .app-header__organisation, " +
    ".app-ways-out";
  const boxes = [...document.querySelectorAll(all)].map(e => e.getBoundingClientRect());
  return boxes.some((a, i) => boxes.slice(i + 1).some(b =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
}"""

MOST_STOPS = 80
"""Stops of the Tab key on the longest page."""


def at(page: Page, site: Site, path: str) -> None:
    """See that the browser has arrived."""
    expect(page).to_have_url(site.url + path)


def press(page: Page, words: str) -> None:
    """Press the button with these words."""
    page.get_by_role("button", name=words, exact=True).click()


def follow(page: Page, words: str) -> None:
    """Follow the link with these words."""
    page.get_by_role("link", name=words).first.click()


def heading(page: Page) -> str:
    """What the page is headed."""
    return page.get_by_role("heading", level=1).inner_text()


def questions(page: Page) -> list[str]:
    """The names of the questions on a page, in order."""
    names: list[str] = page.eval_on_selector_all(
        "input[type=radio]", "all => [...new Set(all.map(each => each.name))]"
    )
    return names


def answer_all(page: Page, value: int = 1) -> None:
    """Choose the same place in the list for every question on the page."""
    for name in questions(page):
        page.locator(f"input[name='{name}']").nth(value).check()


def fits(page: Page) -> bool:
    """Whether nothing sticks out to the right, or lies over another at the top."""
    page.wait_for_load_state()
    wide, seen = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return bool(wide <= seen) and not page.evaluate(OVERLAP)


def accessible(page: Page, name: str = "") -> None:
    """Let axe look for what keeps people out."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, f"{name}\n{found.generate_report()}"


def looked_at(page: Page) -> None:
    """See that the page keeps nobody out, and that all of it can be seen."""
    accessible(page, heading(page))
    assert fits(page), heading(page)


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the link, button or field with these words has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    raise AssertionError(f"Tab never comes to {words!r} on {page.url}")


def focused(page: Page) -> str:
    """The words of what has the focus, with its name where it is a field."""
    words: str = page.evaluate(
        "(e => `${e.name || ''} ${(e.labels && e.labels[0] || e).innerText}`)"
        "(document.activeElement)"
    )
    return words
