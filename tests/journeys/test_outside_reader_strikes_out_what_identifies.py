"""docs/journeys/outside-reader-strikes-out-what-identifies.md"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.audit.promise import SCREENING
from peeraudit.instrument.frozen import Group
from peeraudit.operations.screening import release_unread
from peeraudit.response.responses import Scope
from tests.journeys.others import all_alike, answer
from tests.journeys.site import SMALL, Site, make_site, served
from tests.journeys.walking import at, fits, focused, follow, heading, press

OpenPage = Callable[..., Page]

TELLING = "On Tuesdays the tall one, from the corner office, runs the group alone."
LEFT = "On Tuesdays the , from , runs the group alone."
SHOWN = "On Tuesdays the […], from […], runs the group alone."
HARMLESS = "We plan shifts together.\n\nThat works."
HOPELESS = "I am the only one who came from the ward upstairs."


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website with an audit in which people write comments."""
    with served(make_site(tmp_path, team=SMALL)) as made:
        staff = made.codes[Group.OTHER_STAFF]
        said = all_alike(made.installation, staff[0])
        for number, code in enumerate(staff):
            words = dict(enumerate((TELLING, HARMLESS, HOPELESS))).get(number, "")
            comment = {"comment": words}
            answer(made.installation, [code], said | comment, Scope.THIS_TEAM)
        yield made


def test_an_outside_reader_strikes_out_what_identifies(
    site: Site, open_page: OpenPage
) -> None:
    reader, colleague = open_page(320, 640, javascript=False), open_page()
    come_too_early(site, reader)
    site.close()
    nobody_else_can_read(site, colleague)
    see_how_many_and_until_when(site, reader)
    while heading(reader) != "Comments about Quayside team":
        read_one(reader)
    publish(site, reader)
    everyone_reads_what_is_left(site, colleague)
    nothing_is_left_to_read(site, reader)


def come_too_early(site: Site, reader: Page) -> None:
    """Follow the link: the code leaves the address bar, and there is nothing yet."""
    reader.goto(f"{site.url}/comments/a/{site.reader}")
    at(reader, site, "/comments/read")
    expect(reader.locator("main")).to_contain_text("There is nothing to read yet.")


def nobody_else_can_read(site: Site, colleague: Page) -> None:
    """Whoever was asked learns who is reading, and cannot read along."""
    colleague.goto(site.url + site.report)
    main = colleague.locator("main")
    expect(main).to_contain_text(f"{SMALL.comments_read_by} is reading the comments")
    expect(main).to_contain_text("at the latest at 7pm on Friday 3 April 2026")
    colleague.goto(f"{site.url}/comments/read")
    at(colleague, site, "/comments")
    (code,) = site.codes[Group.PEER_WORKER]
    colleague.get_by_label("Your code").fill(code)
    press(colleague, "Continue")
    expect(colleague.get_by_role("alert")).to_contain_text("opens no comments")


def see_how_many_and_until_when(site: Site, reader: Page) -> None:
    """Open the link again when it is time, and begin with the first comment."""
    reader.goto(f"{site.url}/comments/a/{site.reader}")
    main = reader.locator("main")
    expect(main).to_contain_text("Do it by 7pm on Friday 3 April 2026.")
    expect(main).to_contain_text("There are 3 comments. 3 are still to be read.")
    assert TELLING not in main.inner_text()
    assert fits(reader)
    follow(reader, "Read the next comment")


def read_one(reader: Page) -> None:
    """Decide on one comment as its words need it; the order is nobody's choice."""
    words = reader.locator("blockquote").inner_text()
    assert fits(reader)
    match words:
        case "We plan shifts together.\n\nThat works.":
            press(reader, "Keep what is left")
        case str() if words == HOPELESS:
            press(reader, "Leave this comment out")
        case _:
            add_a_word_and_be_stopped(reader)
            reader.get_by_label("What everyone may read").fill(LEFT)
            press(reader, "Keep what is left")


def add_a_word_and_be_stopped(reader: Page) -> None:
    """Words can be struck out and none added."""
    reader.get_by_label("What everyone may read").fill(f"{LEFT} So they say.")
    press(reader, "Keep what is left")
    assert reader.title().startswith("Error: Comment ")
    expect(reader.get_by_role("alert")).to_be_focused()
    reader.keyboard.press("Tab")
    assert "Only take words out" in focused(reader)


def publish(site: Site, reader: Page) -> None:
    """See it as everyone will, and publish."""
    statuses = reader.locator(".nhsuk-task-list__status").all_inner_texts()
    assert sorted(statuses) == ["Kept as it is", "Kept in part", "Left out"]
    follow(reader, "See how they will be shown")
    shown = reader.locator("blockquote").all_inner_texts()
    assert sorted(shown) == sorted([SHOWN, HARMLESS])
    assert fits(reader)
    press(reader, "Publish")
    at(reader, site, "/comments/read")


def everyone_reads_what_is_left(site: Site, colleague: Page) -> None:
    """Find the comments in the report, and nowhere what was struck out."""
    colleague.goto(site.url + site.report)
    assert "Quayside team" in heading(colleague)
    told = colleague.locator("#report-comments blockquote").all_inner_texts()
    assert sorted(told) == sorted([SHOWN, HARMLESS])
    for gone in ("tall one", "corner office", "ward upstairs"):
        assert gone not in colleague.content()


def nothing_is_left_to_read(site: Site, reader: Page) -> None:
    """What was struck out is gone for its reader too."""
    expect(reader.locator("main")).to_contain_text("There is nothing left to read")
    reader.goto(f"{site.url}/comments/publish")
    at(reader, site, "/comments/read")
    assert "upstairs" not in reader.content()


def test_who_is_too_late_loses_what_people_wrote(
    site: Site, open_page: OpenPage
) -> None:
    site.close()
    reader, colleague = open_page(), open_page()
    reader.goto(f"{site.url}/comments/a/{site.reader}")
    follow(reader, "Read the next comment")
    site.clock.now += SCREENING + timedelta(minutes=1)
    release_unread(site.installation, site.audit, at=site.clock.now)
    press(reader, "Keep what is left")
    expect(reader.locator("main")).to_contain_text("The report is out.")
    colleague.goto(site.url + site.report)
    assert "Quayside team" in heading(colleague)
    assert colleague.locator("#report-comments").count() == 0
