"""docs/journeys/small-team-talks-without-numbers.md"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.site import Site
from tests.journeys.walking import at, fits, follow, heading

OpenPage = Callable[..., Page]


def test_a_small_team_talks_without_numbers(site: Site, open_page: OpenPage) -> None:
    phone = open_page(320, 640, javascript=False)
    phone.goto(site.url)
    follow(phone, "Conversation guides for a talk without numbers")
    at(phone, site, "/guide")
    assert fits(phone)
    follow(phone, "Role adoption audit")
    assert heading(phone) == "Conversation guide: Role adoption audit"
    read_it_through(phone)
    take_it_to_the_meeting(phone)


def read_it_through(phone: Page) -> None:
    """See that nobody has to disclose anything, and what there is to talk about."""
    assert fits(phone)
    expect(phone.get_by_text("Nobody speaks for others.")).to_be_visible()
    hour = phone.get_by_role("row", name="The practices, one by one")
    expect(hour).to_contain_text("20 minutes")
    follow(phone, "What peer workers may do")
    practice = phone.get_by_role("row", name="Give people their own phone number")
    expect(practice).to_be_visible()
    follow(phone, "Themes to choose from")
    support = phone.locator("#guide-theme-SP")
    expect(support).to_contain_text("What helps with this, and what stands in its way?")
    expect(support.get_by_role("link")).to_have_text(
        "Read the paper, pages 7, 8, 9 and 10"
    )


def take_it_to_the_meeting(phone: Page) -> None:
    """Print it: boxes and lines that no screen shows are there on paper."""
    expect(phone.locator(".guide-room").first).to_be_hidden()
    phone.emulate_media(media="print")
    expect(phone.locator(".guide-room").first).to_be_visible()
    with phone.expect_download() as download:
        follow(phone, "Download this guide as a PDF")
    file = Path(download.value.path())
    pages = [
        page.extract_text() for page in PdfReader(BytesIO(file.read_bytes())).pages
    ]
    (practices,) = [each for each in pages if "Is this part of the role?" in each]
    assert "Talk again" in practices
    assert "Write the role down" in pages[-1]
    assert "The date:" in pages[-1]
