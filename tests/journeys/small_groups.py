"""Every page that only an audit with small groups, a choice or comments has."""

from collections.abc import Iterator

from playwright.sync_api import Page, Route

from peeraudit.instrument.frozen import Group
from peeraudit.response.responses import Scope
from tests.journeys.others import all_alike, answer
from tests.journeys.site import Site
from tests.journeys.walking import answer_all, follow, press

ELSEWHERE = "http://elsewhere.example/"

COMMENTS = (
    "We were asked to plan shifts together. That works.",
    "On Tuesdays only the tall one from the corner office runs the group alone.",
    "Supervision should be a fixed hour.\n\nNow it is whenever somebody has time.",
)


def small_group_pages(
    site: Site, page: Page, other: Page
) -> Iterator[tuple[str, Page]]:
    """Lead two browsers over a site with small groups, and yield each page."""
    yield from one_sheet(site, page)
    yield from a_choice(site, other)
    yield from around(site, page)
    yield from before_closing(site, other)
    others_write(site)
    site.close()
    page.goto(site.url + site.report)
    yield "report-being-read", page
    yield from comments(other)
    yield from publishing(site, other)
    page.goto(site.url + site.report)
    yield "report-small-groups", page


def one_sheet(site: Site, page: Page) -> Iterator[tuple[str, Page]]:
    page.goto(f"{site.url}/a/{site.code(Group.PEER_WORKER)}")
    yield "first-together", page
    press(page, "Start")
    yield "question-together", page
    answer_all(page)
    press(page, "Continue")
    page.goto(f"{site.url}/answer/comment-1")
    yield "comment", page
    page.locator("textarea").fill("x" * 1_100)
    press(page, "Continue")
    yield "comment-error", page


def a_choice(site: Site, other: Page) -> Iterator[tuple[str, Page]]:
    other.goto(f"{site.url}/a/{site.code(Group.OTHER_STAFF)}")
    yield "first-choice", other
    press(other, "Start")
    yield "first-choice-error", other
    other.get_by_label("Only together with other teams").check()
    press(other, "Start")
    other.goto(f"{site.url}/answer")
    yield "first-chosen", other
    other.goto(f"{site.url}/answer/comment-1")
    yield "comment-only-pooled", other
    other.goto(f"{site.url}/answer/check")
    yield "check-choice", other
    press(other, "Submit my answers")
    yield "done-comments", other


def around(site: Site, page: Page) -> Iterator[tuple[str, Page]]:
    page.goto(f"{site.url}/who-can-see")
    yield "who-can-see", page
    from_another_site(page, f"{site.url}/leave")
    yield "leave", page
    follow(page, "Leave")
    page.goto(f"{site.url}/who-can-see")
    yield "who-can-see-stranger", page
    from_another_site(page, f"{site.url}/leave")
    yield "leave-stranger", page
    page.goto(f"{site.url}/a/{site.codes[Group.MANAGER][0]}")
    yield "first-attributed", page
    page.goto(f"{site.url}/leave")


def from_another_site(page: Page, address: str) -> None:
    """Follow a link that stands on a site of somebody else."""

    def elsewhere(route: Route) -> None:
        body = f'<!DOCTYPE html><title>Elsewhere</title><a href="{address}">here</a>'
        route.fulfill(body=body, content_type="text/html")

    page.route(ELSEWHERE, elsewhere)
    page.goto(ELSEWHERE)
    follow(page, "here")
    page.wait_for_url(address)


def before_closing(site: Site, other: Page) -> Iterator[tuple[str, Page]]:
    other.goto(f"{site.url}/comments")
    yield "comments-enter", other
    press(other, "Continue")
    yield "comments-enter-error", other
    other.get_by_label("Your code").fill(site.code(Group.OTHER_STAFF))
    press(other, "Continue")
    yield "comments-refused", other
    other.goto(f"{site.url}/comments/a/not-a-code")
    yield "comments-refused-link", other
    other.goto(f"{site.url}/comments/a/{site.reader}")
    yield "comments-too-early", other


def others_write(site: Site) -> None:
    """Let nine members of staff answer, three of them with a comment."""
    codes = site.codes[Group.OTHER_STAFF]
    said = all_alike(site.installation, codes[-1])
    for number in range(len(codes)):
        words = {"comment": COMMENTS[number]} if number < len(COMMENTS) else {}
        code = [site.code(Group.OTHER_STAFF)]
        answer(site.installation, code, said | words, Scope.THIS_TEAM)
    sheet, managers = Group.PEER_WORKER, site.codes[Group.MANAGER]
    answer(site.installation, managers, all_alike(site.installation, managers[0], 4))
    assert not site.codes[sheet]


def comments(other: Page) -> Iterator[tuple[str, Page]]:
    other.reload()
    yield "comments", other
    press_link(other, "Read the next comment")
    yield "comments-one", other
    other.get_by_label("What everyone may read").fill("We all think so.")
    press(other, "Keep what is left")
    yield "comments-one-error", other
    press(other, "Leave this comment out")
    press(other, "Leave this comment out")
    press(other, "Leave this comment out")
    yield "comments-read", other


def publishing(site: Site, other: Page) -> Iterator[tuple[str, Page]]:
    press_link(other, "See how they will be shown")
    yield "comments-publish-none", other
    follow(other, "Back")
    follow(other, "Comment 2")
    yield "comments-one-again", other
    other.get_by_label("What everyone may read").fill(written(other))
    press(other, "Keep what is left")
    other.goto(f"{site.url}/comments/publish")
    yield "comments-publish", other
    press(other, "Publish")
    yield "comments-published", other
    follow(other, "Leave")
    yield "left-reader", other


def written(page: Page) -> str:
    """What somebody wrote, on the page where it is read."""
    return page.locator("blockquote").inner_text()


def press_link(page: Page, words: str) -> None:
    """Follow the link that looks like a button with these words."""
    page.get_by_role("link", name=words, exact=True).click()
