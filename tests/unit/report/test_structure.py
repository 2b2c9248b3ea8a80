"""Reports and guides are sound HTML: headings, tables, pictures, links."""

from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from peeraudit.report import page
from peeraudit.report.paper import ADDRESS, LICENCE
from tests.unit.report import guides, reading
from tests.unit.report.reading import (
    EVERYTHING,
    TEAMS,
    by_id,
    html,
    named,
    parse,
    words,
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5")
GUIDES = {f"guide, {name}": name for name in guides.MADE}
every_team = pytest.mark.parametrize("team", [*EVERYTHING, *GUIDES])


def body(team: str) -> Element:
    """Return the report of a team or a view, or a guide."""
    return guides.body(GUIDES[team]) if team in GUIDES else reading.body(team)


@every_team
def test_headings_start_below_the_pages_own_and_skip_no_level(team: str) -> None:
    levels = [int(each.tag[1]) for each in named(body(team), *HEADINGS)]
    assert levels[0] == 2
    assert 1 not in levels
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_team
def test_no_heading_is_empty(team: str) -> None:
    assert all(words(each) for each in named(body(team), "h2", "h3", "h4", "h5"))


@every_team
def test_ids_are_unique_and_start_with_what_they_are_in(team: str) -> None:
    ids = [each.get("id", "") for each in body(team).iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    start = "guide-" if team in GUIDES else "report-"
    assert all(each.startswith(start) for each in ids)


@every_team
def test_every_link_leads_somewhere(team: str) -> None:
    report = body(team)
    ids = {each.get("id") for each in report.iter()}
    for link in named(report, "a"):
        target = link.get("href", "")
        assert target in {ADDRESS, LICENCE} or target.removeprefix("#") in ids


@every_team
def test_every_table_has_a_caption_and_says_which_way_its_heads_point(
    team: str,
) -> None:
    for table in named(body(team), "table"):
        assert words(next(named(table, "caption")))
        assert [each.get("scope") for each in table.findall("./thead/tr/th")]
        assert {each.get("scope") for each in table.findall("./thead/tr/th")} == {"col"}
        assert {each.get("scope") for each in table.findall("./tbody/tr/th")} == {"row"}
        columns = len(table.findall("./thead/tr/th"))
        assert {len(row) for row in table.findall("./tbody/tr")} == {columns}


@every_team
def test_every_picture_has_a_title_and_a_description(team: str) -> None:
    pictures = [each for each in named(body(team), "svg") if each.get("role") == "img"]
    for picture in pictures:
        title, description = next(named(picture, "title")), next(named(picture, "desc"))
        assert words(title)
        assert words(description)
        names = picture.get("aria-labelledby", "").split()
        assert names == [title.get("id"), description.get("id")]


@every_team
def test_nothing_runs_and_nothing_is_styled_in_place(team: str) -> None:
    report = body(team)
    assert list(named(report, "script", "style", "link", "img", "iframe", "form")) == []
    for element in report.iter():
        assert not [name for name in element.attrib if name.startswith(("on", "style"))]


@every_team
def test_a_word_or_sign_goes_with_every_colour(team: str) -> None:
    for tag in named(body(team), "td", "li"):
        classes = tag.get("class", "").split()
        if {"report-agreed", "report-different", "report-conflict"} & set(classes):
            assert len(words(tag)) > 2


def test_names_are_written_as_text() -> None:
    team = "hostile names"
    assert "<script" not in html(team)
    assert "<img" not in html(team)
    assert '"><img src=x onerror=alert(1)>' in words(body(team))
    assert "{{ 7 * 7 }}" in words(body(team))


def test_the_one_file_has_the_teams_name_as_its_first_heading() -> None:
    document = parse(page.single_file(TEAMS["hostile names"]))
    (heading,) = named(document, "h1")
    expected = "Role adoption audit: <script>alert('team')</script>"
    assert words(heading) == words(next(named(document, "title"))) == expected
    assert document.get("lang") == "en-GB"


def test_the_one_file_asks_for_nothing() -> None:
    written = page.single_file(TEAMS["London x 5"])
    document = parse(written)
    assert list(named(document, "script", "link", "img", "iframe", "base")) == []
    assert [each for each in document.iter() if each.get("src")] == []
    assert "url(" not in written
    assert "@import" not in written
    assert "@font-face" not in written


def test_the_title_is_what_a_page_heads_the_report_with() -> None:
    assert page.title(TEAMS["London"]) == "Role adoption audit: London"
    assert page.title(TEAMS["before the start"]) == "Readiness audit: Example Team"


def test_a_name_in_another_direction_is_kept_apart_from_what_is_around_it() -> None:
    document = parse(page.single_file(TEAMS["right to left"]))
    kept = [words(each) for each in named(document, "bdi")]
    assert kept == ["Reference teams", "فريق التعافي"]


def test_the_service_stands_beside_the_organisation() -> None:
    release = TEAMS["right to left"]
    named_so = replace(release, audit=replace(release.audit, service="خدمة الكبار"))
    document = parse(page.single_file(named_so))
    kept = [words(each) for each in named(document, "bdi")]
    assert kept == ["Reference teams", "خدمة الكبار", "فريق التعافي"]


def test_the_contents_name_every_section_in_order() -> None:
    report = body("London x 5")
    (contents,) = named(report, "nav")
    sections = [each.get("id", "") for each in named(report, "section")]
    links = [each.get("href", "").removeprefix("#") for each in named(contents, "a")]
    assert sections == ["report-summary", *links]
    headings = [words(next(named(by_id(report, each), "h2"))) for each in links]
    assert headings == [words(each) for each in named(contents, "a")]
