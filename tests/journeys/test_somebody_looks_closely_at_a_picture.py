"""docs/journeys/somebody-looks-closely-at-a-picture.md"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from peeraudit.operations.installation import Installation
from peeraudit.operations.read_report import ReportPage, read_report
from peeraudit.web import reports
from tests.journeys.site import Site
from tests.unit.report.releases import site as reference_site

OpenPage = Callable[..., Page]
BUTTONS = [
    *("Download plot as a PNG", "Zoom", "Pan", "Zoom in", "Zoom out", "Reset axes"),
]
"""What may be done with a picture: nothing sends it anywhere."""
CLOSER, BACK = "Look closer at this picture, or save it", "Back to the plain picture"


@pytest.fixture
def report(site: Site, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a report with every kind of picture."""

    def released(installation: Installation, address: str) -> ReportPage:
        found = read_report(installation, address)
        assert found is not None
        return replace(found, release=reference_site("London", 5))

    monkeypatch.setattr(reports, "read_report", released)
    return site.url + site.report


def looked_at(page: Page, part: str) -> Locator:
    """Look closely at the picture of a part of the report."""
    figure = page.locator(f"#report-{part} figure")
    expect(figure.locator("svg.report-chart")).to_be_visible()
    figure.get_by_role("button", name=CLOSER).click()
    expect(figure.locator(".report-plot .point").first).to_be_visible()
    expect(figure.locator("svg.report-chart")).to_be_hidden()
    return figure


def test_somebody_looks_closely_at_a_picture(report: str, open_page: OpenPage) -> None:
    page = open_page(width=1280)
    page.goto(report)
    themes = looked_at(page, "themes")
    assert themes.locator(".report-plot .point").count() == 32
    themes.locator(".report-plot .point").first.hover(force=True)
    hovering = themes.locator(".hovertext")
    expect(hovering).to_contain_text("Recruitment clarity")
    expect(hovering).to_contain_text("Managers: 59 (from 54 to 64)")
    buttons = themes.locator(".modebar-btn")
    assert [each.get_attribute("data-title") for each in buttons.all()] == BUTTONS
    with page.expect_download() as saved:
        themes.locator("[data-title^='Download']").click()
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    themes.get_by_role("button", name=BACK).click()
    expect(themes.locator("svg.report-chart")).to_be_visible()
    expect(themes.locator(".report-plot")).to_be_hidden()


def test_what_draws_is_asked_for_only_then_and_the_browser_forbids_nothing(
    report: str, open_page: OpenPage
) -> None:
    page = open_page(width=320)
    faults: list[str] = []
    page.on("console", lambda each: faults.append(each.text))
    page.on("pageerror", lambda each: faults.append(str(each)))
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.goto(report)
    assert not [each for each in asked if "plotly" in each]
    for part in ("misreading", "purposes", "themes"):
        looked_at(page, part)
    ours = report.partition("/r/")[0]
    assert [each for each in asked if "plotly" in each]
    assert all(each.startswith(ours) for each in asked)
    assert faults == []
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320


def test_without_a_script_the_plain_pictures_stay(
    report: str, open_page: OpenPage
) -> None:
    page = open_page(javascript=False)
    page.goto(report)
    expect(page.locator("#report-themes svg.report-chart")).to_be_visible()
    expect(page.get_by_role("button", name=CLOSER)).to_have_count(0)
    assert "hovertemplate" not in page.locator("main").inner_text()
